import { describe, expect, it } from 'vitest';
import type { GroupLine } from '../../../src/rules/accounts/group-line.ts';
import type { Decimal } from '../../../src/values/index.ts';
import { accountsOf } from '../../support/accounts-of.ts';
import { groupLine as line } from '../../support/group-line.ts';

/**
 * Each account as its entries: amount, reconciliation, and "from" or "to" the amount of the line at
 * the other side.
 */
function explained(...lines: readonly GroupLine[]) {
  const amounts = new Map(lines.map(({ position, amount }) => [position, amount]));
  return accountsOf(lines).map(({ entries }) =>
    entries.map(({ amount, reconciliation, moved, isClosing }) => {
      const other = moved === null ? '' : ` by ${amounts.get(moved)}`;
      return isClosing ? `closed ${amount}${other}` : `${amount} ${reconciliation[0]}${other}`;
    }),
  );
}
const LIVING = { nature: 'By Trust', notes: 'The living trust.' };
const FAMILY = { nature: 'By Trust', notes: 'The family trust.' };

describe('§5 what moved between accounts of one owner', () => {
  it('is a break by all that an account holds which the filing leaves out: that is closed', () => {
    expect(
      explained(
        line(2, { change: '2000', amount: '42961', ...LIVING }),
        line(2, { amount: '39500', ...FAMILY }),
        line(3, { amount: '82461', ...LIVING }),
      ),
    ).toEqual([
      ['42961 O', '82461 B by 39500'],
      ['39500 O', 'closed 0 by 82461'],
    ]);
  });

  it('is two breaks of one filing by one amount, one up and one down', () => {
    expect(
      explained(
        line(2, { amount: '5000' }),
        line(2, { amount: '700', ...FAMILY }),
        line(3, { change: '10', amount: '4010' }),
        line(3, { amount: '1700', ...FAMILY }),
      ),
    ).toEqual([
      ['5000 O', '4010 B by 1700'],
      ['700 O', '1700 B by 4010'],
    ]);
  });

  it('is a break down by what an account begins with that the ledger had not met', () => {
    expect(
      explained(
        line(2, { amount: '5000' }),
        line(3, { change: '10', amount: '4010' }),
        line(3, { amount: '1000', ...FAMILY }),
      ),
    ).toEqual([['5000 O', '4010 B by 1000'], ['1000 O by 4010']]);
  });

  it('is what an account of the other form of ownership begins with, where that one is left out', () => {
    expect(
      explained(
        line(2, { amount: '600' }),
        line(3, { change: '-10', amount: '590', nature: 'By Fund' }),
      ),
    ).toEqual([['600 O', 'closed 0 by 590'], ['590 O by 600']]);
    expect(
      explained(line(2, { amount: '600', nature: 'By Fund' }), line(3, { amount: '600' })),
    ).toEqual([['600 O', 'closed 0 by 600'], ['600 O by 600']]);
  });

  it('an account that was closed may begin from nothing again, or come back with what it held', () => {
    const moved = [
      line(2, { amount: '600' }),
      line(2, { amount: '41', ...FAMILY }),
      line(3, { amount: '641', ...FAMILY }),
    ];
    expect(explained(...moved, line(4, { change: '9', amount: '9' }))).toEqual([
      ['600 O', 'closed 0 by 641', '9 C'],
      ['41 O', '641 B by 600'],
    ]);
    expect(explained(...moved, line(4, { change: '9', amount: '609' }))[0]).toEqual([
      '600 O',
      'closed 0 by 641',
      '609 C',
    ]);
    expect(explained(...moved, line(4, { change: '9', amount: '20' }))[0]?.at(-1)).toBe('20 B');
  });

  const still: readonly (readonly [string, GroupLine[]])[] = [
    [
      'two accounts left out hold that amount',
      [
        line(2, { amount: '41' }),
        line(2, { amount: '600', nature: 'By A' }),
        line(2, { amount: '600', nature: 'By B' }),
        line(3, { amount: '641' }),
      ],
    ],
    [
      'two accounts break by it',
      [
        line(2, { amount: '600' }),
        line(2, { amount: '41', nature: 'By A' }),
        line(2, { amount: '42', nature: 'By B' }),
        line(3, { amount: '641', nature: 'By A' }),
        line(3, { amount: '642', nature: 'By B' }),
      ],
    ],
    [
      'a new account begins with what two others hold',
      [
        line(2, { amount: '600', nature: 'By A' }),
        line(2, { amount: '600', nature: 'By B' }),
        line(3, { amount: '600' }),
      ],
    ],
    [
      'a new account begins with less than the other holds',
      [line(2, { amount: '600' }), line(3, { amount: '599', nature: 'By A' })],
    ],
    [
      'the filing lists the account',
      [
        line(2, { amount: '600' }),
        line(2, { amount: '41', nature: 'By A' }),
        line(3, { amount: '600' }),
        line(3, { amount: '641', nature: 'By A' }),
      ],
    ],
    [
      'a split gives the same',
      [
        line(2, { amount: '600' }),
        line(2, { amount: '600', nature: 'By A' }),
        line(3, { amount: '1200', nature: 'By A' }),
      ],
    ],
    [
      'it breaks down by what another account holds',
      [
        line(2, { amount: '600' }),
        line(2, { amount: '1041', nature: 'By A' }),
        line(3, { amount: '441', nature: 'By A' }),
      ],
    ],
    [
      'the terms differ',
      [
        line(2, { amount: '600', conversionOrExercisePrice: '5' as Decimal }),
        line(2, { amount: '41', conversionOrExercisePrice: '6' as Decimal }),
        line(3, { amount: '641', conversionOrExercisePrice: '6' as Decimal }),
      ],
    ],
    [
      'the line is late',
      [
        line(2, { amount: '600' }),
        line(2, { on: '2024-01-02', amount: '41', nature: 'By A' }),
        line(3, { on: '2023-01-01', amount: '641', nature: 'By A' }),
      ],
    ],
  ];
  it.each(still)('is nothing where %s', (_, lines) => {
    expect(
      explained(...lines)
        .flat()
        .filter((text) => /by|closed/.test(text)),
    ).toEqual([]);
  });
});
