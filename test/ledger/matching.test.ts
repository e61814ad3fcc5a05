import { describe, expect, it } from 'vitest';
import type { AmendableLine } from '../../src/ledger/decisions/amended-filing.ts';
import { matchLines } from '../../src/ledger/decisions/match-lines.ts';
import type { CalendarDate, Decimal } from '../../src/values/index.ts';

const FILED: AmendableLine = {
  position: 1n,
  table: 'NON_DERIVATIVE',
  line: 1,
  securityClass: 'COMMON STOCK',
  transactionDate: '2024-01-02' as CalendarDate,
  code: 'P',
  acquiredDisposed: 'ACQUIRED',
  ownership: 'INDIRECT',
  nature: 'TRUST',
  shares: '100' as Decimal,
  pricePerShare: '5' as Decimal,
  amountAfter: '1000' as Decimal,
  rest: '',
};
const amending = (cells: Partial<AmendableLine>): AmendableLine => ({
  ...FILED,
  position: 2n,
  ...cells,
});

describe('§6 matching', () => {
  const TELLS_APART: readonly (readonly [string, Partial<AmendableLine>])[] = [
    ['table', { table: 'DERIVATIVE' }],
    ['class', { securityClass: 'CLASS A COMMON STOCK' }],
    ['date', { transactionDate: '2024-01-03' as CalendarDate }],
    ['code', { code: 'S' }],
    ['A or D', { acquiredDisposed: 'DISPOSED' }],
    ['direct or indirect', { ownership: 'DIRECT', nature: '' }],
    ['nature', { nature: 'SPOUSE' }],
    ['kind', { transactionDate: null, code: null, acquiredDisposed: null }],
  ];
  it.each(TELLS_APART)('a line of another %s is added and supersedes nothing', (_, cells) => {
    expect(matchLines([FILED], [amending(cells)])).toEqual([]);
  });

  const MAY_DIFFER: readonly (readonly [string, Partial<AmendableLine>])[] = [
    ['number of shares', { shares: '90' as Decimal }],
    ['price', { pricePerShare: null }],
    ['amount after', { amountAfter: '990' as Decimal }],
    ['place in its table', { line: 7 }],
    ['further cell', { rest: 'LATE' }],
  ];
  it.each(MAY_DIFFER)('a line of another %s supersedes', (_, cells) => {
    const by = amending(cells);
    expect(matchLines([FILED], [by])).toMatchObject([{ original: FILED, by }]);
  });

  it('is one to one: of two equal lines each supersedes its own, and a third is added', () => {
    const twins = [FILED, { ...FILED, position: 3n, line: 2 }];
    const three = [4n, 5n, 6n].map((position, index) => amending({ position, line: index + 1 }));
    const matches = matchLines(twins, three);
    expect(matches.map(({ original, by }) => [original.position, by.position])).toEqual([
      [1n, 4n],
      [3n, 5n],
    ]);
  });
});
