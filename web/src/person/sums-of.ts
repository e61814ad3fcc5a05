import { sumOf } from '../ui/index.ts';
import type { Line } from './use-holdings.ts';

/** What is held of one class of one issuer, over accounts. */
export interface ClassSum {
  readonly issuer: Line['issuer'];
  readonly title: string;
  readonly direct: string;
  readonly indirect: string;
  readonly total: string;
}

/**
 * Sums of shares of Table I, class by class, in the order in which each is met first; of lines in
 * other units there is none.
 */
export function sumsOf(lines: readonly Line[]): ClassSum[] {
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    if (line.security.table !== 'NON_DERIVATIVE' || line.unit !== 'SHARES') continue;
    const key = `${line.issuer.id} ${line.security.class}`;
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const sum = (ownership: Line['ownership']) =>
      sumOf(group.filter((one) => one.ownership === ownership).map(({ amount }) => amount));
    const [direct, indirect] = [sum('DIRECT'), sum('INDIRECT')];
    return [
      {
        issuer: first.issuer,
        title: first.security.title,
        direct,
        indirect,
        total: sumOf([direct, indirect]),
      },
    ];
  });
}
