import { describe, expect, it } from 'vitest';
import type { AmendableLine } from '../../../src/ledger/decisions/amendments/amended-filing.ts';
import { matchLines } from '../../../src/ledger/decisions/amendments/match-lines.ts';
import type { CalendarDate, Decimal } from '../../../src/values/index.ts';

type Cells = Partial<Omit<AmendableLine, 'shares' | 'amountAfter' | 'transactionDate'>> & {
  readonly shares?: string | null;
  readonly amountAfter?: string | null;
  readonly transactionDate?: string | null;
};

const FILED: AmendableLine = {
  position: 1n,
  table: 'NON_DERIVATIVE',
  line: 1,
  securityClass: 'COMMON STOCK',
  title: 'Common Stock',
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
let lastPosition = 1n;
function line(cells: Cells = {}): AmendableLine {
  lastPosition += 1n;
  return { ...FILED, position: lastPosition, ...cells } as AmendableLine;
}
const on = (day: number) => ({ transactionDate: `2024-01-${String(day).padStart(2, '0')}` });

/** What comes of it: line number of the line in force > that of the amendment's, with evidence. */
function outcome(standing: readonly AmendableLine[], amending: readonly AmendableLine[]) {
  const { matches, doubts } = matchLines(standing, amending);
  return [
    ...matches.map(
      ({ original, by, evidence, isCertain }) =>
        `${original.line}>${by.line} ${evidence}${isCertain ? '' : '?'}`,
    ),
    ...doubts.map(({ by }) => `doubt ${by.line}`),
  ].sort();
}

describe('§6 matching by all keys', () => {
  it.each<[string, Cells]>([
    ['number of shares', { shares: '90' }],
    ['price', { pricePerShare: null }],
    ['amount after', { amountAfter: '990' }],
    ['place in its table', { line: 7 }],
    ['further cell', { rest: 'LATE' }],
    ['spelling of the title', { title: 'COMMON STOCK' }],
  ])('a line of another %s supersedes', (_, cells) => {
    const by = line(cells);
    expect(matchLines([FILED], [by]).matches).toMatchObject([
      { original: FILED, by, evidence: 'SAME_KEY', isCertain: true },
    ]);
  });

  it('is one to one: of two equal lines each supersedes its own, and a third is added', () => {
    const standing = [line(), line({ line: 2 })];
    const three = [1, 2, 3].map((number) => line({ line: number }));
    expect(outcome(standing, three)).toEqual(['1>1 SAME_KEY', '2>2 SAME_KEY']);
  });

  it('of lines that run, a correction of shares with the amount after goes where it begins', () => {
    const standing = [line({ amountAfter: '1100' }), line({ line: 2, amountAfter: '1200' })];
    const by = line({ line: 1, shares: '130', amountAfter: '1230' });
    expect(outcome(standing, [by])).toEqual(['2>1 SAME_KEY']);
  });
});

describe('§6 matching but for a cell', () => {
  const KEYS: readonly (readonly [string, Cells])[] = [
    ['date', on(3)],
    ['code', { code: 'S' }],
    ['A or D', { acquiredDisposed: 'DISPOSED' }],
    ['title', { securityClass: 'CLASS A COMMON STOCK', title: 'Class A Common Stock' }],
    ['direct or indirect', { ownership: 'DIRECT', nature: '' }],
    ['nature', { nature: 'SPOUSE' }],
  ];
  it.each(KEYS)('a line of another %s with equal amounts supersedes', (_, cells) => {
    expect(outcome([FILED], [line(cells)])).toEqual(['1>1 ONE_CELL']);
  });

  it.each(KEYS)('a line of another %s and another amount after is added', (_, cells) => {
    expect(outcome([FILED], [line({ ...cells, amountAfter: '2000' })])).toEqual([]);
  });

  it.each(KEYS)('a line of another %s and other shares is added', (_, cells) => {
    expect(outcome([FILED], [line({ ...cells, shares: '70' })])).toEqual([]);
  });

  it.each(KEYS)('where an amount after is blank equal shares do, for another %s', (_, cells) => {
    expect(outcome([line({ amountAfter: null })], [line(cells)])).toEqual(['1>1 ONE_CELL?']);
    expect(outcome([FILED], [line({ ...cells, amountAfter: null })])).toEqual(['1>1 ONE_CELL?']);
  });

  it('a code corrected with its price supersedes, and is not certain', () => {
    const award = line({ code: 'A', pricePerShare: '0' as Decimal });
    expect(outcome([FILED], [award])).toEqual(['1>1 ONE_CELL?']);
  });

  it.each<[string, Cells]>([
    ['table', { table: 'DERIVATIVE' }],
    ['kind', { transactionDate: null, code: null, acquiredDisposed: null }],
  ])('a line of another %s is added', (_, cells) => {
    expect(outcome([FILED], [line(cells)])).toEqual([]);
  });

  it('a holding line of another nature with an equal amount supersedes', () => {
    const held: Cells = { transactionDate: null, code: null, acquiredDisposed: null, shares: null };
    expect(outcome([line(held)], [line({ ...held, nature: 'IRA' })])).toEqual(['1>1 ONE_CELL']);
  });

  it('two cells differ only where line number and count agree', () => {
    const cells = { ...on(3), code: 'A' };
    expect(outcome([FILED], [line(cells)])).toEqual(['1>1 TWO_CELLS?']);
    expect(outcome([FILED], [line({ ...cells, line: 2 })])).toEqual([]);
    expect(outcome([FILED, line({ line: 2, code: 'G' })], [line(cells)])).toEqual([]);
  });

  it('a corrected date that is that of another line supersedes the line with the equal amount', () => {
    const standing = [
      line({ ...on(2) }),
      line({ ...on(3), line: 2, amountAfter: '1170', shares: '170' }),
    ];
    expect(outcome(standing, [line(on(3))])).toEqual(['1>1 ONE_CELL']);
  });
});

describe('§6 added trades', () => {
  it('a line equal but for date and amount after is added', () => {
    expect(outcome([FILED], [line({ ...on(3), amountAfter: '1100' })])).toEqual([]);
  });

  it.each<[string, Cells]>([
    ['shares', { shares: '50', amountAfter: '1050' }],
    ['price', { pricePerShare: '6' as Decimal, amountAfter: '1100' }],
  ])('a line of all keys and other %s that begins where that line ends is added', (_, cells) => {
    expect(outcome([FILED], [line(cells)])).toEqual([]);
  });

  it('a line that begins where another ends is added, also with the day of a third', () => {
    const standing = [
      line({ ...on(2) }),
      line({ ...on(3), line: 2, shares: '70', amountAfter: '1070' }),
    ];
    expect(outcome(standing, [line({ ...on(2), shares: '70', amountAfter: '1140' })])).toEqual([]);
  });

  it('a further lot of the same price, or a corrected amount after, is in doubt', () => {
    expect(outcome([FILED], [line({ amountAfter: '1100' })])).toEqual(['doubt 1']);
  });

  it('a trade made again after it was undone is in doubt; an earlier date is corrected', () => {
    const undone: Cells = { ...on(4), code: 'S', acquiredDisposed: 'DISPOSED', line: 2 };
    const standing = [FILED, line({ ...undone, amountAfter: '900' })];
    expect(outcome(standing, [line(on(5))])).toEqual(['doubt 1']);
    expect(outcome(standing, [line(on(3))])).toEqual(['1>1 ONE_CELL']);
    const restated = [line(on(5)), line({ ...undone, amountAfter: '900' })];
    expect(outcome(standing, restated)).toEqual(['1>1 ONE_CELL', '2>2 SAME_KEY']);
  });

  it('a line in a chain whose date is corrected supersedes, though it begins where one ends', () => {
    const standing = [FILED, line({ line: 2, amountAfter: '1100', pricePerShare: '6' as Decimal })];
    const by = line({ ...on(9), amountAfter: '1100', pricePerShare: '6' as Decimal });
    expect(outcome(standing, [by])).toEqual(['2>1 ONE_CELL']);
  });
});

describe('§6 doubt', () => {
  it('a line that fits two different lines alike is in doubt', () => {
    const standing = [line({ rest: 'A' }), line({ rest: 'B', line: 2 })];
    expect(outcome(standing, [line({ rest: 'C' })])).toEqual(['doubt 1']);
  });

  it('line numbers decide where the number of lines agrees', () => {
    const standing = [line({ rest: 'A' }), line({ rest: 'B', line: 2 })];
    const both = [line({ rest: 'C' }), line({ rest: 'D', line: 2 })];
    expect(outcome(standing, both)).toEqual(['1>1 SAME_KEY', '2>2 SAME_KEY']);
  });

  it('lines that cannot be distinguished count as one', () => {
    const standing = [line(), line({ line: 2 })];
    expect(outcome(standing, [line({ code: 'A' })])).toEqual(['1>1 ONE_CELL']);
  });
});
