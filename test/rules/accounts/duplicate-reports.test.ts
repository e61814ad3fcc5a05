import { describe, expect, it } from 'vitest';
import type { GroupLine } from '../../../src/rules/accounts/group-line.ts';
import type { Instant } from '../../../src/values/index.ts';
import { accountsOf } from '../../support/accounts-of.ts';
import { groupLine as line } from '../../support/group-line.ts';

/**
 * Each account as its entries' changes, amounts, reconciliation's first letter, evidence and place.
 */
const explained = (...lines: GroupLine[]) =>
  accountsOf(lines).map(({ entries }) =>
    entries.map(
      ({ change, amount, reconciliation, evidence, place }) =>
        `${change} ${amount} ${reconciliation[0]} ${evidence} ${place}`,
    ),
  );

describe('§5 an owner’s duplicate report of a trade', () => {
  const bought = line(2, { change: '500', amount: '1500' });
  const again = (known: number) =>
    line(known, { change: '500', amount: '1500', trade: bought.trade });

  it('changes no balance and is no break', () => {
    expect(explained(bought, again(3), line(4, { change: '10', amount: '1510' }))).toEqual([
      ['500 1500 O OPENED 1', 'null 1500 C DUPLICATE 2', '10 1510 C BALANCE 3'],
    ]);
  });

  it('that comes late stands beside the trade, and leaves the present balance', () => {
    expect(explained(bought, line(3, { change: '-700', amount: '800' }), again(9))).toEqual([
      ['500 1500 O OPENED 1', 'null 1500 C DUPLICATE 3', '-700 800 C BALANCE 2'],
    ]);
  });

  it('of several accounts is in that of the trade', () => {
    const trust = line(2, { nature: 'By Trust', change: '500', amount: '1500' });
    const other = { ...bought, position: 900n, trade: 900n };
    expect(
      explained(
        other,
        trust,
        line(3, { nature: 'By Trust', change: '500', amount: '1500', trade: trust.trade }),
      ),
    ).toEqual([['500 1500 O OPENED 1'], ['500 1500 O OPENED 1', 'null 1500 C DUPLICATE 2']]);
  });

  it('§6 goes out of force with the trade, and one of a trade corrected before states nothing', () => {
    const on = (day: number) => `2024-01-0${day}T22:00:00.000Z` as Instant;
    const wrong = { ...bought, supersededAt: on(5) };
    const right = line(5, { change: '50', amount: '1050', replaces: wrong.position });
    const entries = accountsOf([wrong, again(3), right, again(7)])[0]?.entries;
    expect(entries?.map(({ amount, supersededAt }) => [amount, supersededAt])).toEqual([
      ['1500', on(5)],
      ['1500', on(5)],
      ['1050', null],
    ]);
    expect(entries?.map(({ reconciliation }) => reconciliation)).toEqual([
      'OPENING',
      'CONSISTENT',
      'OPENING',
    ]);
  });

  it('of another owner’s trade is a trade of this account', () => {
    expect(explained(line(2, { change: '5', amount: '15', trade: 7n }))).toEqual([
      ['5 15 O OPENED 1'],
    ]);
  });
});
