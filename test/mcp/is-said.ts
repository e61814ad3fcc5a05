import { add, type Decimal } from '../../src/values/index.ts';
import type { FiledTrade } from './filed-market.ts';

/** Whether lines say so: one of them, or those of a filing, a day, or all of one class. */
export function isSaid(
  lines: readonly FiledTrade[],
  { shares, price }: { readonly shares: string; readonly price: string | null },
): boolean {
  const priced = (line: FiledTrade) => price === null || line.price === price;
  if (lines.some((line) => line.shares === shares && priced(line))) return true;
  const keys = [
    (line: FiledTrade) => `${line.class} ${line.number}`,
    (line: FiledTrade) => `${line.class} ${line.date}`,
    (line: FiledTrade) => line.class,
  ];
  return keys.some((key) => {
    const groups = new Map<string, FiledTrade[]>();
    for (const line of lines) groups.set(key(line), [...(groups.get(key(line)) ?? []), line]);
    return [...groups.values()].some(
      (group) =>
        group.every(priced) &&
        group.reduce((sum, line) => add(sum, line.shares as Decimal), '0' as Decimal) === shares,
    );
  });
}
