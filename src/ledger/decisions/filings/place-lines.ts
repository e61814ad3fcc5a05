import type { FiledLine } from '../../../parser/index.ts';

/** What says which lines of two renditions are the same one. */
type LineKind = Pick<FiledLine, 'kind' | 'table'>;

/**
 * Lines of a rendition, each beside the line of another that is the same; what is left on both
 * sides.
 */
export interface PlacedLines<Held extends LineKind> {
  readonly placed: readonly { readonly held: Held; readonly line: FiledLine }[];
  /** Lines that the other does not have. */
  readonly added: readonly FiledLine[];
  /** Lines that the other alone has. */
  readonly left: readonly Held[];
}

/**
 * Puts the lines of two renditions of one filing side by side: by table and kind, in the order
 * listed. Data sets list transactions before holdings, so places in a table say nothing
 * (docs/domain.md §2).
 */
export function placeLines<Held extends LineKind>(
  held: readonly Held[],
  lines: readonly FiledLine[],
): PlacedLines<Held> {
  const waiting = new Map<string, Held[]>();
  for (const line of held) {
    const key = `${line.table} ${line.kind}`;
    waiting.set(key, [...(waiting.get(key) ?? []), line]);
  }
  const placed: { held: Held; line: FiledLine }[] = [];
  const added: FiledLine[] = [];
  for (const line of lines) {
    const same = waiting.get(`${line.table} ${line.kind}`)?.shift();
    if (same === undefined) added.push(line);
    else placed.push({ held: same, line });
  }
  return { placed, added, left: [...waiting.values()].flat() };
}
