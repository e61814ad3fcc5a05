import { describe, expect, it } from 'vitest';
import type { GroupLine } from '../../../src/rules/accounts/group-line.ts';
import { balancePoints } from '../../../src/rules/accounts/restated-points.ts';
import type { Instant } from '../../../src/values/index.ts';
import { accountsOf } from '../../support/accounts-of.ts';
import { groupLine as line } from '../../support/group-line.ts';

const at = (day: number) => `2024-01-0${day}T22:00:00.000Z` as Instant;
const statuses = (lines: readonly GroupLine[]) =>
  accountsOf(lines).map(({ entries }) =>
    entries.map(({ amount, reconciliation, isAside }) =>
      [amount, reconciliation, ...(isAside ? ['aside'] : [])].join(' '),
    ),
  );

const wrong = {
  ...line(2, { on: '2024-01-02', change: '500', amount: '1500' }),
  supersededAt: at(4),
};
const corrected = {
  ...line(4, { on: '2024-01-02', change: '500', amount: '1600' }),
  replaces: wrong.position,
};
const added = (change: string, amount: string) => line(4, { on: '2024-01-01', change, amount });

describe('§5 a line that an amendment adds', () => {
  it('goes before the corrected line that begins where it ends', () => {
    const forgotten = added('100', '1100');
    expect(statuses([wrong, forgotten, corrected])).toEqual([
      ['1100 OPENING', '1500 OPENING', '1600 CONSISTENT'],
    ]);
    const entries = accountsOf([wrong, forgotten, corrected])[0]?.entries ?? [];
    const points = entries.map((entry, index) => balancePoints(entry, entries.slice(0, index)));
    expect(points.flat().map(({ from, amount }) => `${from} ${amount}`)).toEqual([
      '2024-01-01 1100',
      '2024-01-02 1500',
      '2024-01-02 1600',
    ]);
  });

  it('two of them in their turn, whichever is listed first', () => {
    const pair = [added('60', '1060'), added('40', '1100')];
    for (const lines of [pair, [...pair].reverse()]) {
      expect(statuses([wrong, ...lines, corrected])).toEqual([
        ['1060 OPENING', '1100 CONSISTENT', '1500 OPENING', '1600 CONSISTENT'],
      ]);
    }
  });

  it('goes after it where it begins where that ends', () => {
    const later = line(4, { on: '2024-01-03', change: '10', amount: '1610' });
    expect(statuses([wrong, added('100', '1100'), corrected, later])).toEqual([
      ['1100 OPENING', '1500 OPENING', '1600 CONSISTENT', '1610 CONSISTENT'],
    ]);
  });

  it('is late and breaks where no line of its amendment begins where it ends', () => {
    expect(statuses([wrong, added('100', '1090'), corrected])).toEqual([
      ['1500 OPENING', '1600 OPENING', '1090 BREAK aside'],
    ]);
  });
});
