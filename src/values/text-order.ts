/**
 * -1, 0 or 1: by code units, the same on every machine and in whatever language.
 *
 * @example ['b', 'a', 'B'].sort(compareText) // ['B', 'a', 'b']
 */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
