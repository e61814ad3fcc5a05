import { describe, expect, it } from 'vitest';
import { foldSecurityTitle } from '../../../src/rules/accounts/security-class.ts';
import type { CalendarDate, Decimal } from '../../../src/values/index.ts';
import { accountsByClass, accountsOf } from '../../support/accounts-of.ts';
import { groupLine } from '../../support/group-line.ts';

type Cells = Parameters<typeof groupLine>[1];
const TEN: Cells = {
  conversionOrExercisePrice: '10' as Decimal,
  expiresOn: '2030-03-01' as CalendarDate,
};

/** What an exercise under a title is in, after a grant of 90 under another one. */
function goesOn(before: string, after: string, [terms, then]: readonly [Cells, Cells]): string {
  const of = (known: number, change: string, amount: string, cells: Cells) =>
    groupLine(known, { table: 'DERIVATIVE', code: 'M', change, amount, ...cells });
  const lines = [of(2, '90', '90', terms), of(3, '-30', '60', then)] as const;
  const [one, other] = [foldSecurityTitle(before), foldSecurityTitle(after)];
  const classes = one === other ? { [one]: lines } : { [one]: [lines[0]], [other]: [lines[1]] };
  const accounts = Object.values(accountsByClass(classes)).flat();
  const entries = accounts.flatMap((own) => own.entries);
  const last = entries.find(({ amount }) => amount === '60');
  return `${last?.reconciliation} ${last?.evidence}`;
}

const NONE: Cells = {};
const FREE: Cells = { conversionOrExercisePrice: '0' as Decimal };
const PENNY: Cells = { conversionOrExercisePrice: '0.0001' as Decimal };
const ELEVEN: Cells = { ...TEN, conversionOrExercisePrice: '11' as Decimal };
const LATER: Cells = { ...TEN, expiresOn: '2031-03-01' as CalendarDate };

const ONE: [string, string, readonly [Cells, Cells]][] = [
  ['Restricted Stock Units', 'Restricted Stock Units, time-based', [NONE, NONE]],
  ['Restricted Stock Unit', 'Restricted Share Unit', [NONE, FREE]],
  ['RSUs', 'Restricted Share Units', [NONE, NONE]],
  ['Stock Option (Right to Buy)', 'StockOption (right tobuy)', [TEN, TEN]],
  ['Employee Stock Option', 'Stock Options (right to buy)', [TEN, TEN]],
  ['Common Stock', 'Option to purchase shares', [TEN, TEN]],
  ['Sold put option (obligation to buy)', 'Put option (obligation to buy)', [TEN, TEN]],
  ['Warrants', 'Pre-Funded Warrant', [NONE, PENNY]],
  ['Warrant', 'Warrants', [NONE, PENNY]],
];

const OTHER: [string, string, readonly [Cells, Cells]][] = [
  ['Restricted Stock Unit', 'Performance Stock Unit', [NONE, NONE]],
  ['Restricted Stock Unit', 'Phantom Stock Unit', [NONE, NONE]],
  ['Restricted Stock Unit', 'Deferred Stock Unit', [NONE, NONE]],
  ['Stock Option (Right to Buy)', 'Restricted Stock Unit', [NONE, NONE]],
  ['Put Option (right to sell)', 'Call Option (right to buy)', [TEN, TEN]],
  ['Put Option (right to sell)', 'Put Option (obligation to buy)', [TEN, TEN]],
  ['Warrant', 'Stock Option', [TEN, TEN]],
  ['Employee Stock Option', 'Stock Option', [TEN, ELEVEN]],
  ['Employee Stock Option', 'Stock Option', [TEN, LATER]],
  ['Common Stock', 'Option to purchase shares', [TEN, { conversionOrExercisePrice: null }]],
  ['Series A Preferred Stock', 'Series B Preferred Stock', [NONE, NONE]],
];

describe('§5 a class of Table II under another title', () => {
  it.each(ONE)('%s goes on as %s', (before, after, terms) => {
    expect(goesOn(before, after, terms)).toBe('CONSISTENT RENAMED');
  });

  it.each(OTHER)('%s does not go on as %s', (before, after, terms) => {
    expect(goesOn(before, after, terms)).toBe('OPENING OPENED');
  });
});

describe('§5 one grant under terms that say less or more', () => {
  const unit = (known: number, change: string, amount: string, cells: Cells) =>
    groupLine(known, { table: 'DERIVATIVE', code: 'M', change, amount, ...cells });
  const last = (...lines: Parameters<typeof unit>[]) => {
    const accounts = accountsOf(lines.map((cells) => unit(...cells)));
    const entries = accounts.flatMap((own) => own.entries);
    const found = entries.find(({ amount }) => amount === lines.at(-1)?.[2]);
    return `${found?.reconciliation} ${found?.evidence}`;
  };

  it('is found beside another grant that goes by the very terms', () => {
    expect(last([2, '-10', '90', FREE], [2, '-7', '33', NONE], [3, '-10', '80', NONE])).toBe(
      'CONSISTENT RENAMED',
    );
  });

  it('is not found where two grants fit', () => {
    const [one, other]: Cells[] = ['2030-03-01', '2031-03-01'].map((day) => ({
      expiresOn: day as CalendarDate,
    }));
    expect(
      last(
        [2, '-10', '90', one ?? {}],
        [2, '-7', '90', other ?? {}],
        [2, '-7', '33', NONE],
        [2, '-7', '22', NONE],
        [3, '-9', '81', NONE],
      ),
    ).toBe('OPENING OPENED');
  });
});
