import { describe, expect, it } from 'vitest';
import { type Break, breakCause } from '../../../src/rules/accounts/index.ts';
import type { Decimal } from '../../../src/values/index.ts';

/** A break of a purchase of 100 that should have led from 900 to 1,000. */
function broken(difference: string, more: Partial<Break> = {}): Break {
  return {
    change: '100' as Decimal,
    amount: String(1_000 + Number(difference)) as Decimal,
    difference: difference as Decimal,
    isLate: false,
    isByCorporateAction: false,
    isMoved: false,
    isSwap: false,
    nearestDifferences: [],
    texts: [],
    ...more,
  };
}

describe('§5 the cause of a break', () => {
  it.each<[string, Break, ReturnType<typeof breakCause>]>([
    ['is late and breaks', broken('-400', { isLate: true }), 'LATE_LINE'],
    ['moved between own accounts', broken('400', { isMoved: true, isLate: true }), 'MOVED'],
    ['a split explains', broken('1000', { isByCorporateAction: true }), 'CORPORATE_ACTION'],
    [
      'takes back the break before it',
      broken('-9000', { nearestDifferences: ['9000' as Decimal] }),
      'CORRECTION',
    ],
    [
      'follows another break by another amount',
      broken('-9000', { nearestDifferences: ['9001' as Decimal, '-9000' as Decimal] }),
      'UNKNOWN',
    ],
    ['would follow, had the trade gone the other way', broken('-200'), 'SIGN_ERROR'],
    ['buys back a swap that was short', broken('-200', { isSwap: true }), 'UNKNOWN'],
    [
      'is a holding, which has no trade to go the other way',
      broken('-200', { change: null }),
      'UNKNOWN',
    ],
    [
      'rises by little and speaks of dividends',
      broken('50', { texts: ['Includes shares acquired by dividend reinvestment.'] }),
      'REINVESTMENT',
    ],
    ['rises by a fraction of a share', broken('1.5'), 'REINVESTMENT'],
    ['rises by little and says nothing', broken('50'), 'UNKNOWN'],
    ['rises by more than 5 %', broken('51', { texts: ['By 401(k) plan'] }), 'UNKNOWN'],
    ['falls by little', broken('-7', { texts: ['By 401(k) plan'] }), 'UNKNOWN'],
  ])('of an entry that %s', (_, entry, cause) => {
    expect(breakCause(entry)).toBe(cause);
  });
});
