import { describe, expect, it } from 'vitest';
import type { GroupLine } from '../../../src/rules/accounts/group-line.ts';
import { noteDates } from '../../../src/rules/accounts/note-dates.ts';
import type { CalendarDate, Decimal } from '../../../src/values/index.ts';
import { accountsOf } from '../../support/accounts-of.ts';
import { groupLine } from '../../support/group-line.ts';

const explained = (...lines: GroupLine[]) =>
  accountsOf(lines).map(({ entries }) =>
    entries.map(
      ({ amount, reconciliation, evidence }) => `${amount} ${reconciliation[0]} ${evidence}`,
    ),
  );
/** A line of Table II. */
const unit = (known: number, cells: Parameters<typeof groupLine>[1], terms: Terms = {}) =>
  groupLine(known, { table: 'DERIVATIVE', underlyingTitle: 'Common Stock', ...cells, ...terms });
type Terms = Partial<
  Pick<GroupLine, 'conversionOrExercisePrice' | 'expiresOn' | 'exercisableOn' | 'underlyingTitle'>
>;

describe('§5 grants of one title within a filing', () => {
  it('whose amounts do not run are accounts apart', () => {
    expect(
      explained(
        unit(2, { change: '-444', amount: '888', notes: 'Vesting date of this tranche.' }),
        unit(2, { change: '-309', amount: '1851', notes: 'Vesting date of this tranche.' }),
      ),
    ).toEqual([['888 O OPENED'], ['1851 O OPENED']]);
  });

  it('are trails where some link', () => {
    expect(
      explained(
        unit(2, { change: '-10', amount: '90' }),
        unit(2, { change: '-20', amount: '70' }),
        unit(2, { change: '-5', amount: '45' }),
      ),
    ).toEqual([['90 O OPENED', '70 C OPENED'], ['45 O OPENED']]);
  });

  it('are one account where the amounts run', () => {
    expect(
      explained(unit(2, { change: '-10', amount: '90' }), unit(2, { change: '-20', amount: '70' })),
    ).toEqual([['90 O OPENED', '70 C OPENED']]);
  });
});

describe('§5 grants of one title across filings', () => {
  const granted = (notes: string, cells = {}) =>
    unit(2, { change: '2500', amount: '2500', notes, ...cells });
  const VESTING = 'Vests in full on March 1, 2025.';

  it.each<[string, Parameters<typeof groupLine>[1]]>([
    ['vests on other days', { notes: 'The first third vests on March 1, 2023.' }],
    ['was granted on another day', { notes: 'Granted on 5/17/2022; vests in full.' }],
    ['can be exercised from another day on', { exercisableOn: '2023-03-01' as CalendarDate }],
  ])(
    'a transaction that does not begin where the account ended is of another where it %s',
    (_, of) => {
      expect(
        explained(granted(VESTING), unit(3, { change: '-1432', amount: '2865', ...of })),
      ).toEqual([['2500 O OPENED'], ['2865 O OPENED']]);
    },
  );

  it.each<[string, Parameters<typeof groupLine>[1]]>([
    ['names one of its days', { notes: 'Remaining units vest on 03/01/2025 and later.' }],
    ['names no day', { notes: 'Each unit is a right to one share.' }],
    [
      'names the day of a trading plan alone',
      { notes: 'Made under a Rule 10b5-1 plan adopted on May 5, 2022.' },
    ],
  ])('and of the same, broken, where it %s', (_, of) => {
    expect(explained(granted(VESTING), unit(3, { change: '-10', amount: '9', ...of }))).toEqual([
      ['2500 O OPENED', '9 B KEY'],
    ]);
  });

  it('one that begins where the account ended is of it, whatever days it names', () => {
    expect(
      explained(
        granted(VESTING),
        unit(3, { change: '-500', amount: '2000', notes: 'Vested on May 5, 2023.' }),
      ),
    ).toEqual([['2500 O OPENED', '2000 C BALANCE']]);
  });

  it('one that begins from nothing is another even under the same footnotes', () => {
    const next = unit(3, { change: '800', amount: '800', notes: VESTING });
    expect(explained(granted(VESTING), next)).toEqual([['2500 O OPENED'], ['800 O OPENED']]);
  });

  it.each<[string, Terms]>([
    ['another title of the underlying class', { underlyingTitle: 'Class A Common Stock' }],
    ['an expiration date that it had not', { expiresOn: '2026-01-01' as CalendarDate }],
    ['no price where it had 0', { conversionOrExercisePrice: null }],
  ])('one grant goes on under %s', (_, of) => {
    const zero = { conversionOrExercisePrice: '0' as Decimal };
    expect(
      explained(granted('', zero), unit(3, { ...zero, change: '-2500', amount: '0', ...of })),
    ).toEqual([['2500 O OPENED', '0 C RENAMED']]);
  });

  it.each<[string, Terms]>([
    ['price', { conversionOrExercisePrice: '12' as Decimal }],
    ['expiration date', { expiresOn: '2031-01-01' as CalendarDate }],
  ])('but not under another %s', (_, of) => {
    const terms = {
      conversionOrExercisePrice: '10' as Decimal,
      expiresOn: '2030-01-01' as CalendarDate,
    };
    expect(
      explained(granted('', terms), unit(3, { ...terms, change: '-2500', amount: '0', ...of })),
    ).toHaveLength(2);
  });
});

describe('§5 key before another nature', () => {
  it('a line whose nature has an open account is of that one, though another ended where it begins', () => {
    const award = (known: number, nature: string, amount: string) =>
      groupLine(known, { nature, amount });
    expect(
      explained(
        award(2, 'By Stock Award X', '1500'),
        award(2, 'By Stock Award XI', '3000'),
        award(3, 'By Stock Award XI', '1500'),
      ),
    ).toEqual([['1500 O OPENED'], ['3000 O OPENED', '1500 B KEY']]);
  });
});

describe('§5 lines that say no amount after', () => {
  it('are worked out backwards from the next that does', () => {
    const entries = accountsOf([
      groupLine(2, { change: '-100' }),
      groupLine(2, { change: '-200' }),
      groupLine(2, { change: '-300', amount: '4000' }),
      groupLine(2, { change: '-50', amount: '3950' }),
    ])[0]?.entries;
    expect(entries?.map(({ amount, derived }) => [amount, derived])).toEqual([
      ['4500', true],
      ['4300', true],
      ['4000', false],
      ['3950', false],
    ]);
  });

  it('go on from the line before where that says one', () => {
    const entries = accountsOf([
      groupLine(2, { change: '-100', amount: '900', on: '2024-01-01' }),
      groupLine(2, { change: '-200', on: '2024-01-02' }),
    ])[0]?.entries;
    expect(entries?.map(({ amount }) => amount)).toEqual(['900', '700']);
  });
});

describe('§5 the days that footnotes name', () => {
  it.each<[string, string[]]>([
    ['Granted March 1, 2023 and on Sept. 2nd, 2024.', ['2023-03-01', '2024-09-02']],
    ['10/15/2023, 1/5/24 and 3-1-2025', ['2023-10-15', '2024-01-05', '2025-03-01']],
    ['Rule 10b5-1 plan adopted on March 1, 2023', []],
    ['Of the 2,023 shares 10 vest.', []],
  ])('%s', (note, dates) => {
    expect([...noteDates([note])]).toEqual(dates);
  });
});
