import type { NamedAccount } from './account.ts';

/** A band of a stack: one account's amounts over the days, each above those of the bands below. */
export interface Band {
  readonly named: NamedAccount;
  /** For each day of the stack: where the band begins and ends. Numbers place points alone. */
  readonly spans: readonly (readonly [from: number, to: number])[];
}

/** What accounts of one class come to, day by day. */
export interface Stack {
  readonly title: string;
  readonly days: readonly string[];
  readonly bands: readonly Band[];
  /** The most they come to. */
  readonly most: number;
}

/**
 * Stacks shares of Table I, class by class, what is held directly below what is held indirectly; of
 * an account that opens later there is nothing before.
 */
export function stacksOf(accounts: readonly NamedAccount[], until: string): Stack[] {
  const shares = accounts.filter(
    ({ account }) => account.security.table === 'NON_DERIVATIVE' && account.unit === 'SHARES',
  );
  const classes = new Map<string, NamedAccount[]>();
  for (const one of shares) {
    const { class: name } = one.account.security;
    classes.set(name, [...(classes.get(name) ?? []), one]);
  }
  return [...classes.values()].map((group) => stackOf(group, until));
}

function stackOf(group: readonly NamedAccount[], until: string): Stack {
  const ordered = group.toSorted((one, other) =>
    one.account.ownership === other.account.ownership
      ? 0
      : one.account.ownership === 'DIRECT'
        ? -1
        : 1,
  );
  const all = ordered.flatMap(({ account }) => account.balances.map(({ from }) => from));
  const last = all.reduce((a, b) => (a > b ? a : b), until);
  const days = [...new Set([...all, last])].sort();
  const heights = days.map(() => 0);
  const bands = ordered.map((named) => ({
    named,
    spans: days.map((day, at) => {
      const from = heights[at] ?? 0;
      const to = from + Math.max(0, amountOn(named, day));
      heights[at] = to;
      return [from, to] as const;
    }),
  }));
  const title = ordered[0]?.account.security.title ?? '';
  return { title, days, bands, most: Math.max(0, ...heights) };
}

function amountOn({ account: { balances } }: NamedAccount, day: string): number {
  return Number(balances.findLast(({ from }) => from <= day)?.amount ?? 0);
}
