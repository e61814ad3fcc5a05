import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeText } from '../../web/src/screen/change-text.ts';
import { agoWords, dayWords } from '../../web/src/ui/day-words.ts';
import { difference, rounded, sumOf } from '../../web/src/ui/exact.ts';
import { priceText, valueText } from '../../web/src/ui/money.tsx';
import { shownName } from '../../web/src/ui/shown-name.ts';

describe('a name is shown as people write it', () => {
  it.each([
    ['Smallbrook Teodor V', 'INDIVIDUAL', 'Teodor V Smallbrook'],
    ['QUARLE OSWIN R JR', 'INDIVIDUAL', 'Oswin R Quarle Jr'],
    ['VAN DER BROOKE ILSE', 'INDIVIDUAL', 'Ilse van der Brooke'],
    ["O'TARNE-PELL MCKAY III", 'INDIVIDUAL', "McKay O'Tarne-Pell III"],
    ['MCQUILL ADA', 'INDIVIDUAL', 'Ada McQuill'],
    ['Varne, Otto B.', 'INDIVIDUAL', 'Otto B. Varne'],
    ['QUARLE OSWIN, JR', 'INDIVIDUAL', 'Oswin Quarle Jr'],
    ['Solo', 'INDIVIDUAL', 'Solo'],
    ['Quarle Oswin', 'UNKNOWN', 'Quarle Oswin'],
    ['KETTERBY CAPITAL FUND II, L.P.', 'ENTITY', 'Ketterby Capital Fund II, L.P.'],
    ['TRUST FOR THE CHILDREN OF A QUARLE LLC', 'ENTITY', 'Trust for the Children of a Quarle LLC'],
    ['OSTRELLE FOODS CORP /DE/', 'ENTITY', 'Ostrelle Foods Corp /DE/'],
    ['eTarnwick inc', 'ENTITY', 'eTarnwick inc'],
    ['BRANDMARK STEFFEN A', 'UNKNOWN', 'Brandmark Steffen A'],
    ['ATC OSTRELLE HOLDINGS, INC.', 'ENTITY', 'ATC Ostrelle Holdings, Inc.'],
    ['SUN AND ATC OSTRELLE CORP', 'ENTITY', 'Sun and Atc Ostrelle Corp'],
    ['ICE TARNWICK LTD', 'ENTITY', 'Ice Tarnwick Ltd'],
  ] as const)('%s (%s): %s', (name, kind, shown) => {
    expect(shownName({ name, kind })).toBe(shown);
  });
});

describe('time is said in words', () => {
  it.each([
    ['2023-06-15', '2026-11-30', '3 years 5 months ago'],
    ['2025-11-30', '2026-11-30', '1 year ago'],
    ['2026-11-01', '2026-11-30', '29 days ago'],
    ['2026-10-31', '2026-11-30', '30 days ago'],
    ['2026-11-29', '2026-11-30', '1 day ago'],
    ['2026-11-30', '2026-11-30', 'today'],
  ])('%s, seen on %s, is %s', (day, today, words) => expect(agoWords(day, today)).toBe(words));

  it('a day has its month by name', () => expect(dayWords('2023-09-07')).toBe('7 Sep 2023'));
});

describe('money is rounded for the eye alone', () => {
  it.each([
    ['118150.25', '$118,150'],
    ['999.5', '$999.50'],
    ['-1234.5', '−$1,235'],
    ['0', '$0.00'],
  ])('a value of %s: %s', (exact, shown) => expect(valueText(exact)).toBe(shown));

  it.each([
    ['21.481818', '$21.4818'],
    ['14', '$14.00'],
    ['0.00005', '$0.0001'],
  ])('a price of %s: %s', (exact, shown) => expect(priceText(exact)).toBe(shown));
});

describe('the change of a holding is said in percent', () => {
  const line = { acquiredDisposed: 'ACQUIRED', shares: '5', amountAfter: '9' } as const;
  it.each([
    ['0.25', '+25.0 %'],
    ['-0.005', '−0.5 %'],
    ['-0.0001', '−0.0 %'],
    ['0.0001', '+0.0 %'],
    ['0', '0.0 %'],
    ['3.75', '+375 %'],
    ['12.5', '+13×'],
  ])('%s: %s', (share, shown) =>
    expect(changeText({ ...line, shareOfHolding: share })).toBe(shown),
  );

  it('what nothing was before is new; else nothing is said', () => {
    expect(changeText({ ...line, shareOfHolding: null, amountAfter: '5' })).toBe('new');
    expect(changeText({ ...line, shareOfHolding: null })).toBe('–');
  });
});

describe('sums of decimals are exact', () => {
  const decimal = fc
    .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: 0, max: 10 }))
    .map(([digits, places]) => new Big(digits.toString()).div(new Big(10).pow(places)).toFixed());

  it('a sum and a difference are those of arithmetic', () => {
    Big.DP = 30;
    fc.assert(
      fc.property(fc.array(decimal, { maxLength: 8 }), decimal, (all, less) => {
        const sum = all.reduce((so, one) => so.plus(one), new Big(0));
        expect(sumOf(all)).toBe(sum.toFixed());
        expect(difference(sumOf(all), less)).toBe(sum.minus(less).toFixed());
      }),
    );
  });

  it('rounding is to the nearest, halves away from zero', () => {
    fc.assert(
      fc.property(decimal, fc.integer({ min: 0, max: 4 }), (exact, most) => {
        const places = new Big(exact).round(most, Big.roundHalfUp).toFixed();
        expect(rounded(exact, { most })).toBe(places === '-0' ? '0' : places);
      }),
    );
  });
});
