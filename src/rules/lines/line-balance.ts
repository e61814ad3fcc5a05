import type { AcquiredDisposed, FiledLine } from '../../parser/index.ts';
import { type Decimal, negate } from '../../values/index.ts';
import type { Unit } from '../accounts/index.ts';

/** What a line says of its account's balance. */
export interface LineBalance {
  /** Signed; null for a holding line and where the line does not say. */
  readonly change: Decimal | null;
  readonly amountAfter: Decimal | null;
  readonly unit: Unit;
}

/**
 * The balance a line reports and the change it makes, in one unit: shares, or USD for debt and the
 * like; a derivative holding line without an amount holds its underlying shares
 * (docs/domain.md §5).
 */
export function lineBalance(line: FiledLine): LineBalance {
  const inValue =
    line.sharesAfter === null &&
    (line.valueAfter !== null || (line.kind === 'transaction' && line.shares === null));
  if (line.kind === 'transaction') {
    const amount = inValue ? line.totalValue : line.shares;
    return {
      change: signedChange(amount, line.acquiredDisposed),
      amountAfter: line.sharesAfter ?? line.valueAfter,
      unit: inValue ? 'USD' : 'SHARES',
    };
  }
  if (line.sharesAfter === null && line.valueAfter === null && line.underlyingShares !== null) {
    return { change: null, amountAfter: line.underlyingShares, unit: 'UNDERLYING_SHARES' };
  }
  return {
    change: null,
    amountAfter: line.sharesAfter ?? line.valueAfter,
    unit: inValue ? 'USD' : 'SHARES',
  };
}

/**
 * A change as the account feels it: below zero where disposed of; null where the line does not say.
 */
export function signedChange(
  amount: Decimal | null,
  acquiredDisposed: AcquiredDisposed | null,
): Decimal | null {
  if (amount === null || acquiredDisposed === null) return null;
  return acquiredDisposed === 'DISPOSED' ? negate(amount) : amount;
}
