import { add, type Instant, isZero } from '../../values/index.ts';
import { lineKey } from './account-key.ts';
import type { KeyedRun, Match } from './match-runs.ts';
import type { OpenAccount } from './open-account.ts';
import { type Balance, balanceAfter, balanceBefore, isSameBalance } from './run.ts';

/** What a run counts on from: a run of its filing, or accounts that the filing leaves out. */
export type Together =
  | { readonly from: 'RUN'; readonly before: KeyedRun }
  | { readonly from: 'ACCOUNTS'; readonly accounts: readonly OpenAccount[] };

interface FilingOfClass {
  readonly matches: ReadonlyMap<KeyedRun, Match>;
  readonly listed: ReadonlySet<OpenAccount>;
  readonly knownAt: Instant;
}

/**
 * Finds runs of Table II whose amounts count other grants of the title in: one that no account fits
 * and that begins, with more than nothing, where a run listed before it in the filing ended, which
 * it adds to; or with all that the accounts of the class hold together, which the filing leaves out
 * (docs/domain.md §5). Just one of each must fit.
 */
export function reportedTogether(
  open: readonly OpenAccount[],
  runs: readonly KeyedRun[],
  filing: FilingOfClass,
): ReadonlyMap<KeyedRun, Together> {
  const begun = runs.filter((keyed) => isBegun(keyed) && !filing.matches.has(keyed));
  if (begun.length === 0) return NONE;
  const together = new Map<KeyedRun, Together>();
  for (const keyed of begun) {
    const [before, ...others] = addsTo(keyed, runs);
    if (before === undefined || others.length > 0) continue;
    if (begun.filter((other) => addsTo(other, runs).includes(before)).length > 1) continue;
    together.set(keyed, { from: 'RUN', before });
  }
  for (const keyed of begun) {
    if (together.has(keyed)) continue;
    const accounts = countedIn(open, keyed, filing);
    if (accounts.length === 0) continue;
    const rivals = begun.filter((other) => isSameStart(other, keyed));
    if (rivals.length === 1) together.set(keyed, { from: 'ACCOUNTS', accounts });
  }
  return together;
}

const NONE: ReadonlyMap<KeyedRun, Together> = new Map();

/** Whether a run of Table II is of transactions that begin with more than nothing. */
function isBegun({ run: [first] }: KeyedRun): boolean {
  const before = balanceBefore(first);
  const { table, isTransaction, change } = first.line;
  return (
    table === 'DERIVATIVE' &&
    isTransaction &&
    change !== null &&
    before !== null &&
    !isZero(before.amount)
  );
}

/** Runs listed before one that acquires, which end where it begins, under other terms. */
function addsTo(keyed: KeyedRun, runs: readonly KeyedRun[]): KeyedRun[] {
  const [first] = keyed.run;
  if (first.line.acquiredDisposed !== 'ACQUIRED') return [];
  return runs.filter(
    (other) =>
      other.run[0].line.line < first.line.line &&
      isSameHolder(other, keyed) &&
      isSameBalance(balanceAfter(other.run.at(-1) ?? other.run[0]), balanceBefore(first)),
  );
}

/**
 * The accounts of the class of one form of ownership that hold anything, where the filing has a
 * line of none and they hold together what a run begins with; one alone where the run adds to it.
 */
function countedIn(
  open: readonly OpenAccount[],
  { run: [first] }: KeyedRun,
  { listed, knownAt }: FilingOfClass,
): readonly OpenAccount[] {
  const { ownership, acquiredDisposed } = first.line;
  const holding = open.filter(
    (account) => account.key.ownership === ownership && account.isHolding(knownAt),
  );
  const fewest = acquiredDisposed === 'ACQUIRED' ? 1 : 2;
  if (holding.length < fewest || holding.some((account) => listed.has(account))) return [];
  const held = sum(holding.map((account) => account.balance(knownAt)));
  return isSameBalance(held, balanceBefore(first)) ? holding : [];
}

/** What several balances are together; null where they are of several units. */
function sum(balances: readonly (Balance | null)[]): Balance | null {
  return balances.reduce((total, balance) =>
    total === null || total.unit !== balance?.unit
      ? null
      : { amount: add(total.amount, balance.amount), unit: total.unit },
  );
}

function isSameHolder(a: KeyedRun, b: KeyedRun): boolean {
  const [one, other] = [lineKey(a.run[0].line), lineKey(b.run[0].line)];
  return one.ownership === other.ownership && one.nature === other.nature;
}

function isSameStart(a: KeyedRun, b: KeyedRun): boolean {
  return isSameBalance(balanceBefore(a.run[0]), balanceBefore(b.run[0]));
}
