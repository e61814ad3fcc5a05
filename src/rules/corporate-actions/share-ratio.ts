import { compareDecimals, type Decimal, multiply, subtract } from '../../values/index.ts';

/** New shares for old ones, both whole and without a common divisor. */
export interface ShareRatio {
  readonly newShares: Decimal;
  readonly oldShares: Decimal;
}

/** The ratio in whole numbers; null where both are alike. Both are above zero. */
export function wholeRatio(newShares: Decimal, oldShares: Decimal): ShareRatio | null {
  const places = Math.max(placesOf(newShares), placesOf(oldShares));
  const scale = `1${'0'.repeat(places)}` as Decimal;
  const [a, b] = [BigInt(multiply(newShares, scale)), BigInt(multiply(oldShares, scale))];
  if (a === b) return null;
  const divisor = greatestDivisor(a, b);
  return { newShares: String(a / divisor) as Decimal, oldShares: String(b / divisor) as Decimal };
}

/** The least number that the old shares of all ratios divide; 1 where there are none. */
export function commonDenominator(ratios: readonly ShareRatio[]): Decimal {
  const least = ratios.reduce((multiple, { oldShares }) => {
    const one = BigInt(oldShares);
    return (multiple / greatestDivisor(multiple, one)) * one;
  }, 1n);
  return String(least) as Decimal;
}

/** What a split of a ratio is called. */
export function splitKind({ newShares, oldShares }: ShareRatio): 'SPLIT' | 'REVERSE_SPLIT' {
  return BigInt(newShares) < BigInt(oldShares) ? 'REVERSE_SPLIT' : 'SPLIT';
}

/** Whether two ratios are one. */
export function isSameRatio(a: ShareRatio, b: ShareRatio): boolean {
  return a.newShares === b.newShares && a.oldShares === b.oldShares;
}

/** Whether one amount is another times a ratio, to so many shares of either side. */
export function isTimes(
  after: Decimal,
  before: Decimal,
  { newShares, oldShares }: ShareRatio,
  within: Decimal,
): boolean {
  const off = subtract(multiply(after, oldShares), multiply(before, newShares));
  const margin = multiply(within, oldShares);
  return compareDecimals(off, margin) <= 0 && compareDecimals(off, `-${margin}` as Decimal) >= 0;
}

function placesOf(amount: Decimal): number {
  const point = amount.indexOf('.');
  return point < 0 ? 0 : amount.length - point - 1;
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestDivisor(b, a % b);
}
