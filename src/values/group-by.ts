/**
 * Items by key, keys in the order first met; what Map.groupBy gives from Node 21 on.
 *
 * @example [...groupBy(['a', 'b', 'aa'], (text) => text[0]).keys()] // ['a', 'b']
 */
export function groupBy<K, T>(items: Iterable<T>, keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
