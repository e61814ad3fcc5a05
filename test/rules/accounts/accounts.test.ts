import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../src/rules/accounts/entries.ts';
import type { GroupLine } from '../../../src/rules/accounts/group-line.ts';
import { balancePoints } from '../../../src/rules/accounts/restated-points.ts';
import { runningOrder } from '../../../src/rules/accounts/running-order.ts';
import type { Decimal, Instant } from '../../../src/values/index.ts';
import { accountsOf } from '../../support/accounts-of.ts';
import { groupLine as line } from '../../support/group-line.ts';

const entriesOf = (...lines: GroupLine[]) => accountsOf(lines);
const amounts = (entries: readonly Entry[]) => entries.map(({ amount }) => amount);

describe('§5 running order', () => {
  const cases = [
    [
      'as listed',
      [
        ['10', '110'],
        ['-5', '105'],
        ['20', '125'],
      ],
      ['110', '105', '125'],
      false,
    ],
    [
      'from the last line up',
      [
        ['20', '125'],
        ['-5', '105'],
        ['10', '110'],
      ],
      ['110', '105', '125'],
      false,
    ],
    [
      'backwards from final totals',
      [
        ['10', '125'],
        ['-5', '125'],
        ['20', '125'],
      ],
      ['110', '105', '125'],
      true,
    ],
    [
      'as listed where nothing runs',
      [
        ['10', '7'],
        ['-5', '9'],
        ['20', '8'],
      ],
      ['7', '9', '8'],
      false,
    ],
  ] as const;
  it.each(cases)('amounts run %s', (_, listed, expected, derived) => {
    const running = runningOrder(listed.map(([change, amount]) => line(2, { change, amount })));
    expect(running.map(({ amount }) => amount)).toEqual(expected);
    expect(running.map((each) => each.derived)).toEqual([derived, derived, false]);
  });

  it('amounts run by date where that makes them agree', () => {
    const listed = [
      line(2, { on: '2024-01-03', change: '20', amount: '125' }),
      line(2, { on: '2024-01-01', change: '10', amount: '110' }),
      line(2, { on: '2024-01-02', change: '-5', amount: '105' }),
    ];
    expect(runningOrder(listed).map(({ amount }) => amount)).toEqual(['110', '105', '125']);
  });

  it('every line is there once, whatever the amounts', () => {
    const amount = fc.integer({ min: 0, max: 30 }).map(String);
    fc.assert(
      fc.property(fc.array(fc.tuple(amount, amount), { maxLength: 6 }), (listed) => {
        const lines = listed.map(([change, after]) => line(2, { change, amount: after }));
        const positions = runningOrder(lines).map((running) => running.line.position);
        expect(new Set(positions)).toEqual(new Set(lines.map(({ position }) => position)));
        expect(positions).toHaveLength(lines.length);
      }),
    );
  });
});

describe('§5 accounts and reconciliation', () => {
  it('§9 the seeds: OPENING, CONSISTENT, then a BREAK of 56786', () => {
    const [account] = entriesOf(
      line(2, { change: '-578', amount: '49135' }),
      line(2, { change: '-1766', amount: '47369' }),
      line(9, { change: '-216', amount: '103939' }),
      line(9, { change: '1871', amount: '105810' }),
    );
    expect(
      account?.entries.map(({ reconciliation, difference }) => [reconciliation, difference]),
    ).toEqual([
      ['OPENING', null],
      ['CONSISTENT', null],
      ['BREAK', '56786'],
      ['CONSISTENT', null],
    ]);
  });

  it('two holdings under one nature are two accounts, found again by footnote, then by balance', () => {
    const accounts = entriesOf(
      line(2, { nature: 'By Trust', notes: 'family trust', amount: '40' }),
      line(2, { nature: 'By Trust', notes: 'children trust', amount: '25' }),
      line(3, { nature: 'By Trust', notes: 'children trust', amount: '30' }),
      line(4, { nature: 'By Trust', notes: '', change: '5', amount: '45' }),
    );
    expect(accounts.map(({ entries }) => amounts(entries))).toEqual([
      ['40', '45'],
      ['25', '30'],
    ]);
    expect(accounts.map(({ key }) => key.distinction)).toEqual(['', '2']);
  });

  it('a holding line that repeats the balance of the transactions above it is the same account', () => {
    const accounts = entriesOf(
      line(2, { change: '10', amount: '110' }),
      line(2, { amount: '110' }),
    );
    expect(accounts.map(({ entries }) => amounts(entries))).toEqual([['110', '110']]);
  });

  it('direct and indirect, and options of two prices, are accounts of their own', () => {
    const accounts = entriesOf(
      line(2, { amount: '1' }),
      line(2, { nature: 'By Spouse', amount: '2' }),
      line(2, { amount: '3', conversionOrExercisePrice: '9.2' as Decimal }),
    );
    expect(accounts).toHaveLength(3);
  });

  it('a reported amount wins over arithmetic; where none is reported, arithmetic gives it', () => {
    const [account] = entriesOf(
      line(2, { change: '10', amount: '110' }),
      line(3, { change: '-20' }),
      line(4, { change: '5', amount: '99' }),
    );
    expect(account?.entries).toMatchObject([
      { amount: '110', derived: false },
      { amount: '90', derived: true, reconciliation: 'CONSISTENT' },
      { amount: '99', derived: false, reconciliation: 'BREAK', difference: '4' },
    ]);
  });

  it('never mixes units: the first amount in another unit is an OPENING', () => {
    const [account] = entriesOf(
      line(2, { amount: '100', unit: 'UNDERLYING_SHARES' }),
      line(3, { change: '-10', amount: '40' }),
    );
    expect(account?.entries.map(({ reconciliation }) => reconciliation)).toEqual([
      'OPENING',
      'OPENING',
    ]);
  });

  it('§6 a replacing line takes the place of the line it replaces', () => {
    const first = line(2, {
      change: '10',
      amount: '110',
      supersededAt: '2024-01-09T22:00:00.000Z' as Instant,
    });
    const later = line(5, { change: '1', amount: '121' });
    const amended = line(9, { change: '20', amount: '120', replaces: first.position });
    const [account] = entriesOf(amended, later, first);
    expect(account?.entries).toMatchObject([
      { position: first.position, place: 1 },
      { position: amended.position, place: 1, reconciliation: 'OPENING' },
      { position: later.position, place: 2, reconciliation: 'BREAK', difference: '10' },
    ]);
  });
});

describe('§5 restated points', () => {
  it('§9 49,135 reported after a sale of 1,000 that comes later by date was 50,135 before it', () => {
    const [account] = entriesOf(
      line(2, { on: '2016-05-02', change: '-1000', amount: '49713' }),
      line(9, { on: '2015-03-04', change: '-578', amount: '49135' }),
    );
    const [sale, late] = account?.entries ?? [];
    if (sale === undefined || late === undefined) throw new Error('Two entries are expected.');
    expect(balancePoints(late, [sale])).toMatchObject([
      { from: '2015-03-04', amount: '50135', derived: true },
      { from: '2016-05-02', amount: '49135', derived: false },
    ]);
    expect(balancePoints(sale, [])).toMatchObject([{ from: '2016-05-02', amount: '49713' }]);
  });

  it('end with the amount reported, once every change it includes is effective', () => {
    const entry = fc.record({
      day: fc.integer({ min: 1, max: 28 }),
      change: fc.integer({ min: -9, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 7 }), (changes) => {
        let balance = 500;
        const lines = changes.map(({ day, change }, index) => {
          balance += change;
          return line(index + 1, {
            on: `2023-12-${String(day).padStart(2, '0')}`,
            change: String(change),
            amount: String(balance),
          });
        });
        const entries = entriesOf(...lines)[0]?.entries ?? [];
        const last = entries.at(-1);
        if (last === undefined) throw new Error('An entry is expected.');
        expect(balancePoints(last, entries.slice(0, -1)).at(-1)?.amount).toBe(last.amount);
      }),
    );
  });
});
