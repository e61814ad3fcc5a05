import type { AmendableLine } from './amended-filing.ts';
import { beginOf, ownershipOf } from './line-fit.ts';

/** What the amounts of an amendment's line say of a line in force that it fits. */
export type TradeDoubt = 'NONE' | 'IN_DOUBT' | 'ADDED';

/** The lines in force of which one line may be a further trade, by account and amount after. */
export type StandingEnds = ReadonlyMap<string, readonly AmendableLine[]>;

/** Lines by account and amount after, for `tradeDoubt`. */
export function standingEnds(standing: readonly AmendableLine[]): StandingEnds {
  const ends = new Map<string, AmendableLine[]>();
  for (const line of standing) {
    const key = endKey(line, line.amountAfter);
    ends.set(key, [...(ends.get(key) ?? []), line]);
  }
  return ends;
}

/**
 * Whether a line of an amendment is an added trade and no correction of a line in force that it
 * fits: it begins where a line in force ends and not where that line begins. In doubt where it can
 * be either (docs/domain.md §6).
 */
export function tradeDoubt(line: AmendableLine, by: AmendableLine, ends: StandingEnds): TradeDoubt {
  const begin = beginOf(by);
  if (begin === null || by.transactionDate === null) return 'NONE';
  const before = (ends.get(endKey(by, begin)) ?? []).filter(isTransaction);
  const own = beginOf(line);
  if (begin === own) return isLaterRoundTrip(line, by, before) ? 'IN_DOUBT' : 'NONE';
  // A wrong A or D breaks a chain of amounts, and its correction mends it.
  if (before.length === 0 || line.acquiredDisposed !== by.acquiredDisposed) return 'NONE';
  const isSameLot = line.shares === by.shares && line.pricePerShare === by.pricePerShare;
  return isSameLot || own === null ? 'IN_DOUBT' : 'ADDED';
}

/**
 * Whether a later date may as well be that of a further trade, after a line that undid this one.
 */
function isLaterRoundTrip(
  line: AmendableLine,
  by: AmendableLine,
  before: readonly AmendableLine[],
): boolean {
  const isBetween = (other: AmendableLine) => dateOf(other) <= dateOf(by) && isAfter(other, line);
  return dateOf(by) > dateOf(line) && before.some(isBetween);
}

/** Whether a line comes after another, by date and then as listed. */
function isAfter(line: AmendableLine, other: AmendableLine): boolean {
  const [day, otherDay] = [dateOf(line), dateOf(other)];
  return day === otherDay ? line.line > other.line : day > otherDay;
}

function isTransaction({ transactionDate }: AmendableLine): boolean {
  return transactionDate !== null;
}

function dateOf({ transactionDate }: AmendableLine): string {
  return transactionDate ?? '';
}

function endKey(line: AmendableLine, amount: string | null): string {
  return [line.table, line.securityClass, ownershipOf(line), amount ?? ''].join('\u0000');
}
