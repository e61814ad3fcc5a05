import {
  type CalendarDate,
  compareDecimals,
  compareText,
  type Decimal,
  isZero,
  multiply,
  newYorkDate,
  subtract,
  ZERO,
} from '../../values/index.ts';
import type { ActionEntry } from './action-entry.ts';
import { isTimes, type ShareRatio } from './share-ratio.ts';

/** An entry that breaks by the ratio of an action (docs/domain.md §5). */
export interface Jump
  extends Pick<
    ActionEntry,
    'accountId' | 'personId' | 'filingId' | 'orderKey' | 'position' | 'knownAt' | 'effectiveOn'
  > {
  readonly table: ActionEntry['table'];
  readonly securityClass: string;
  /** When the balance was reported that it jumps from. */
  readonly since: CalendarDate;
  /** The balance that stood, and what the entry begins with. */
  readonly from: Decimal;
  readonly to: Decimal;
}

/** A break of Table I between two balances above zero: where it is from and to. */
export function breaksOf(accounts: readonly (readonly ActionEntry[])[]): Jump[] {
  return accounts.flatMap((entries) =>
    entries.flatMap((entry, index) => {
      const before = entries[index - 1];
      if (before === undefined || entry.reconciliation !== 'BREAK') return [];
      if (entry.table !== 'NON_DERIVATIVE' || entry.unit !== 'SHARES') return [];
      const to = subtract(entry.amount, entry.change ?? ZERO);
      const from = subtract(to, entry.difference ?? ZERO);
      if (compareDecimals(from, ZERO) <= 0 || compareDecimals(to, ZERO) <= 0) return [];
      return [{ ...entry, since: before.effectiveOn, from, to }];
    }),
  );
}

/**
 * The jumps by a ratio over a day, one an account: from a balance before it to a line that
 * became known on it or later. Without a day all, exact to a share and of many shares, since
 * nothing else dates them.
 */
export function jumpsBy(
  ratio: ShareRatio,
  accounts: readonly (readonly ActionEntry[])[],
  day: CalendarDate | null,
): Jump[] {
  return accounts
    .flatMap((entries) => {
      const jump = breaksOf([entries]).find((each) =>
        day === null
          ? isExactly(each, ratio)
          : each.since < day && newYorkDate(each.knownAt) >= day && isAbout(each, ratio),
      );
      return jump === undefined ? [] : [jump];
    })
    .sort(byDay);
}

/** By the day of the line, then as they became known. */
export function byDay(a: Placed, b: Placed): number {
  return compareText(a.effectiveOn, b.effectiveOn) || byKnown(a, b);
}

/** As filings became known. */
export function byKnown(a: Omit<Placed, 'effectiveOn'>, b: Omit<Placed, 'effectiveOn'>): number {
  return compareText(a.knownAt, b.knownAt) || compareText(a.orderKey, b.orderKey);
}

/** What evidence is ordered by. */
interface Placed {
  readonly effectiveOn: string;
  readonly knownAt: string;
  readonly orderKey: string;
}

/** Fractions are paid in cash, of several lots each. */
function isAbout({ from, to }: Jump, ratio: ShareRatio): boolean {
  const thousandth = multiply(to, '0.001' as Decimal);
  return isTimes(to, from, ratio, compareDecimals(thousandth, ONE) > 0 ? thousandth : ONE);
}

/** To one share, of so many that chance hardly gives it. */
export function isExactly({ from, to }: Jump, ratio: ShareRatio): boolean {
  const isMany = compareDecimals(from, MANY) >= 0 && compareDecimals(to, MANY) >= 0;
  return isMany && isTimes(to, from, ratio, ONE);
}

const ONE = '1' as Decimal;
const MANY = '200' as Decimal;

/** Whether an entry goes on from a balance above zero of another side: its amounts run. */
export function runsOn(entry: ActionEntry, before: ActionEntry | undefined): boolean {
  return (
    before !== undefined &&
    entry.reconciliation === 'CONSISTENT' &&
    entry.unit === before.unit &&
    !isZero(subtract(entry.amount, entry.change ?? ZERO))
  );
}

/** A jump in words. */
export function jumpInWords({ from, to }: Jump, { newShares, oldShares }: ShareRatio): string {
  return `${to} shares where ${from} stood: ${newShares} for ${oldShares}.`;
}
