import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FiledLine } from '../../../src/parser/index.ts';
import { lineValue } from '../../../src/rules/lines/line-value.ts';
import type { Instant } from '../../../src/values/index.ts';
import { type LineCells, transactionLine } from '../../support/transaction-line.ts';

const KNOWN = '2024-03-05T03:00:00.000Z' as Instant;

function valued(cells: LineCells, note?: string, others: readonly FiledLine[] = []) {
  const cited = note === undefined ? {} : { footnotes: [{ field: 'pricePerShare', id: 'F1' }] };
  const line = transactionLine({ ...cells, ...cited } as LineCells);
  const footnotes = note === undefined ? [] : [{ id: 'F1', text: note }];
  return lineValue(line, { lines: [line, ...others], footnotes, knownAt: KNOWN });
}

describe('§5 the value of a line', () => {
  it('is shares times price, exactly', () => {
    expect(valued({ shares: '3', pricePerShare: '0.0001' })).toEqual({
      flags: [],
      value: '0.0003',
      isDerived: false,
    });
  });

  const NOTE = { table: 'DERIVATIVE', securityTitle: 'Convertible Note', code: 'P' } as const;
  it.each<[string, LineCells, string]>([
    ['the amount itself', { shares: '2000000', pricePerShare: '2000000' }, 'PRICE_IS_TOTAL'],
    ['a small amount itself', { shares: '2793', pricePerShare: '2793' }, 'PRICE_IS_TOTAL'],
    [
      'the value of the line',
      { shares: null, totalValue: '50000', pricePerShare: '50000' },
      'PRICE_IS_TOTAL',
    ],
    [
      'what a note is worth',
      { ...NOTE, shares: '50', pricePerShare: '250000', underlyingValue: '250000' },
      'PRICE_IS_TOTAL',
    ],
    [
      'the price of all that underlies a note',
      {
        ...NOTE,
        shares: '1000',
        pricePerShare: '250000',
        conversionOrExercisePrice: '2.5',
        underlyingShares: '100000',
      },
      'PRICE_IS_TOTAL',
    ],
    [
      'more than any share costs',
      { shares: '4', pricePerShare: '16608240000' },
      'PRICE_IMPLAUSIBLE',
    ],
    [
      'more than any line is worth',
      { shares: '400000', pricePerShare: '1999998' },
      'PRICE_IMPLAUSIBLE',
    ],
    ['a thousand dear shares', { shares: '30000', pricePerShare: '300000' }, 'PRICE_IMPLAUSIBLE'],
  ])('is unknown where the price is %s', (_, cells, flag) => {
    expect(valued(cells)).toEqual({ flags: [flag], value: null, isDerived: false });
  });

  it('is unknown where the price is far above that of another such line of the filing', () => {
    const other = transactionLine({ code: 'S', pricePerShare: '5.837', line: 2 });
    const slip = {
      code: 'S',
      acquiredDisposed: 'DISPOSED',
      shares: '50000',
      pricePerShare: '5504',
    };
    expect(valued(slip as LineCells, undefined, [other])).toMatchObject({
      flags: ['PRICE_IMPLAUSIBLE'],
      value: null,
    });
    const exercise = transactionLine({ code: 'M', pricePerShare: '5.837', line: 2 });
    expect(valued(slip as LineCells, undefined, [exercise])).toMatchObject({ flags: [] });
  });

  it.each<[string, LineCells]>([
    ['few dear shares', { shares: '3', pricePerShare: '610000' }],
    ['auction preferred', { shares: '150', pricePerShare: '25000' }],
    ['as many shares as each costs', { shares: '250', pricePerShare: '250' }],
    [
      'one note at its total',
      { ...NOTE, shares: '1', pricePerShare: '250000', underlyingValue: '250000' },
    ],
    ['the largest purchases there are', { shares: '765000000', pricePerShare: '54.2' }],
  ])('is what it comes to for %s', (_, cells) => {
    expect(valued(cells)).toMatchObject({ flags: [] });
    expect(valued(cells).value).not.toBeNull();
  });

  it.each([
    { shares: '-100' },
    { pricePerShare: '-3' },
    { sharesAfter: '-50' },
    { underlyingShares: '-1' },
    { totalValue: '-1' },
  ])('is unknown where an amount is below zero: %o', (cells) => {
    expect(valued(cells)).toEqual({ flags: ['NEGATIVE_AMOUNT'], value: null, isDerived: false });
  });
});

describe('§5 a price per ADS', () => {
  const RATIO = 'Each ADS represents ten ordinary shares.';
  const ORDINARY = { securityTitle: 'Ordinary Shares', shares: '1000', pricePerShare: '3.45' };

  it.each([
    'The price reported is the price per American Depositary Share ("ADS"). Each ADS represents 10 ordinary shares.',
    `Price is per ADS. ${RATIO}`,
    `The price of each ADS. ${RATIO}`,
    'Price per ADS (1 ADS = 10 ordinary shares).',
    'Price per Global Depositary Share, each representing 10 ordinary shares.',
    'The price is per GDR. Each GDR represents ten ordinary shares.',
    'Bought at $3.45 per ADS. Each American Depositary Share ("ADS") represents ten (10) Class A ordinary shares.',
    'Ordinary shares underlying ADSs, each representing 10 ordinary shares. Price per ADS.',
    'The Reporting Person bought 100 ADSs at $3.45. One ADS equals 10 ordinary shares.',
    `A weighted average price per ADS; prices ranged from $3.40 to $3.50. ${RATIO}`,
    'Price per ADS. There are ten ordinary shares per ADS.',
    'Price per ADR. Each ADR evidences 10 common shares.',
    'Price per ADS. The ratio of one ADS to ten ordinary shares.',
  ])('is divided by the ratio that the footnote states: %s', (note) => {
    expect(valued(ORDINARY, note)).toEqual({
      flags: ['PRICE_PER_ADS'],
      value: '345',
      isDerived: true,
    });
  });

  it.each([
    `The ADSs cost $34.50 per ADS. ${RATIO} The price per ordinary share was $3.45.`,
    `The price per ADS was divided by ten. ${RATIO}`,
    RATIO,
    'Held in the form of American Depositary Shares.',
  ])('is none where the note does not say so of this price: %s', (note) => {
    expect(valued(ORDINARY, note)).toEqual({ flags: [], value: '3450', isDerived: false });
  });

  it('is none where the line counts ADSs', () => {
    const title = 'American Depositary Shares, each representing ten ordinary shares';
    const note = `Price per ADS. ${RATIO}`;
    expect(valued({ ...ORDINARY, securityTitle: title }, note).value).toBe('3450');
  });

  it('is in no value where no note states the ratio', () => {
    expect(valued(ORDINARY, 'The price is per ADS.')).toEqual({
      flags: ['PRICE_PER_ADS'],
      value: null,
      isDerived: false,
    });
  });

  it('is given to four decimals, halves to the even one', () => {
    const note = 'Price per ADS. Each ADS represents 8 ordinary shares.';
    expect(valued({ ...ORDINARY, shares: '1', pricePerShare: '0.0004' }, note).value).toBe('0');
    expect(valued({ ...ORDINARY, shares: '3', pricePerShare: '0.0004' }, note).value).toBe(
      '0.0002',
    );
  });
});

it('§5 a flagged price never multiplies, and a value is never below zero', () => {
  const amount = fc
    .tuple(fc.bigInt({ min: -9n, max: 9_999_999_999_999n }), fc.nat({ max: 4 }))
    .map(([digits, scale]) => String(Number(digits) / 10 ** scale))
    .filter((text) => !text.includes('e'));
  fc.assert(
    fc.property(amount, amount, (shares, pricePerShare) => {
      const { flags, value } = valued({ shares, pricePerShare });
      if (flags.length > 0) expect(value).toBeNull();
      else expect(Number(value)).toBeLessThanOrEqual(100_000_000_000);
      if (value !== null) expect(value.startsWith('-')).toBe(false);
    }),
  );
});
