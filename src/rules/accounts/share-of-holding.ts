import { type Decimal, isZero, ratio, subtract } from '../../values/index.ts';
import type { Entry } from './entries.ts';

/**
 * What a change is of what was held before it: signed, six decimals, halves to the even neighbour
 * (docs/domain.md §5). Null for a holding line, and where nothing was held before.
 */
export function shareOfHolding({
  change,
  amount,
}: Pick<Entry, 'change' | 'amount'>): Decimal | null {
  if (change === null) return null;
  const before = subtract(amount, change);
  return isZero(before) ? null : ratio(change, before);
}
