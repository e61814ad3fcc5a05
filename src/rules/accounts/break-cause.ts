import {
  add,
  compareDecimals,
  type Decimal,
  isZero,
  multiply,
  negate,
  subtract,
  ZERO,
} from '../../values/index.ts';

/** Why a reported amount does not follow from the one before it (docs/domain.md §5). */
export type BreakCause =
  | 'CORPORATE_ACTION'
  | 'MOVED'
  | 'LATE_LINE'
  | 'CORRECTION'
  | 'SIGN_ERROR'
  | 'REINVESTMENT'
  | 'UNKNOWN';

/** A break, with what is known at some instant of what stands around it. */
export interface Break {
  readonly change: Decimal | null;
  readonly amount: Decimal;
  /** Reported less expected. */
  readonly difference: Decimal;
  /** An entry before it in accounting order is effective later. */
  readonly isLate: boolean;
  /** A corporate action explains the amount. */
  readonly isByCorporateAction: boolean;
  /** It moved from or to another account of the owner. */
  readonly isMoved: boolean;
  /** The line says that an equity swap is involved. */
  readonly isSwap: boolean;
  /** The differences of the nearest breaks of the account, one before and one after it. */
  readonly nearestDifferences: readonly Decimal[];
  /** Nature, the footnotes that its line cites, and the remarks. */
  readonly texts: readonly string[];
}

/**
 * The most by which a plan or a reinvested dividend is taken to raise a balance between two
 * filings.
 */
const SMALL = '0.05' as Decimal;

const PLAN_WORDS =
  /reinvest|\bDRIP\b|dividend|distribution|purchase plan|\bESPP\b|401\s*\(?k|savings|\bESOP\b|stock ownership plan|retirement|deferr|profit sharing|thrift|benefit plan|restoration plan|unitized|stock fund/i;

/** The cause of a break: the first that fits (docs/domain.md §5). */
export function breakCause(broken: Break): BreakCause {
  if (broken.isByCorporateAction) return 'CORPORATE_ACTION';
  if (broken.isMoved) return 'MOVED';
  if (broken.isLate) return 'LATE_LINE';
  if (broken.nearestDifferences.includes(negate(broken.difference))) return 'CORRECTION';
  if (isSignError(broken)) return 'SIGN_ERROR';
  return isReinvestment(broken) ? 'REINVESTMENT' : 'UNKNOWN';
}

/**
 * Whether the amount would follow, had the trade gone the other way. A swap may be short: what is
 * bought then lessens it.
 */
function isSignError({ change, difference, isSwap }: Break): boolean {
  if (isSwap) return false;
  return change !== null && !isZero(change) && difference === negate(add(change, change));
}

/**
 * A small increase where the filing speaks of a plan or of dividends, or of a fraction of a share.
 */
function isReinvestment({ amount, difference, texts }: Break): boolean {
  const expected = subtract(amount, difference);
  const isSmall =
    compareDecimals(difference, ZERO) > 0 &&
    compareDecimals(difference, multiply(expected, SMALL)) <= 0;
  return isSmall && (difference.includes('.') || texts.some((text) => PLAN_WORDS.test(text)));
}
