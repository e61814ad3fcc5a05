import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  type CalendarDate,
  compareDecimals,
  type Decimal,
  findAccessionNumber,
  type Instant,
  isZero,
  multiply,
  negate,
  newYorkDate,
  newYorkTime,
  parseAccessionNumber,
  parseCalendarDate,
  parseCik,
  parseDecimal,
  parseInstant,
  parseNamedMonthDate,
  subtract,
} from '../../src/values/index.ts';

/** A decimal of up to 20 digits with up to 4 of them after the point, and its ten-thousandths. */
const decimals = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }).map((scaled) => {
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(5, '0');
  const text = `${scaled < 0n ? '-' : ''}${digits.slice(0, -4)}.${digits.slice(-4)}`;
  return { scaled, decimal: parseDecimal(text) as Decimal };
});

const scaledOf = (decimal: Decimal) => {
  const [whole = '0', fraction = ''] = decimal.replace('-', '').split('.');
  const scaled = BigInt(whole + fraction.padEnd(4, '0'));
  return decimal.startsWith('-') ? -scaled : scaled;
};

describe('decimals', () => {
  it.each([
    ['27.5500', '27.55'],
    ['0.0001', '0.0001'],
    ['16608240000', '16608240000'],
    ['8611.3189', '8611.3189'],
    ['007', '7'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['-0.0', '0'],
    ['+3', '3'],
    ['', null],
    ['.', null],
    ['1e5', null],
    ['1,000', null],
    ['NaN', null],
    ['9'.repeat(80), null],
  ])('"%s" is %s', (text, expected) => {
    expect(parseDecimal(text)).toBe(expected);
  });

  it('add, subtract and compare as whole numbers of ten-thousandths do', () => {
    fc.assert(
      fc.property(decimals, decimals, (a, b) => {
        expect(scaledOf(add(a.decimal, b.decimal))).toBe(a.scaled + b.scaled);
        expect(scaledOf(subtract(a.decimal, b.decimal))).toBe(a.scaled - b.scaled);
        expect(scaledOf(negate(a.decimal))).toBe(-a.scaled);
        expect(isZero(a.decimal)).toBe(a.scaled === 0n);
        const order = a.scaled < b.scaled ? -1 : a.scaled > b.scaled ? 1 : 0;
        expect(compareDecimals(a.decimal, b.decimal)).toBe(order);
      }),
    );
  });

  it('are canonical after every operation: no exponent, no trailing zeros', () => {
    fc.assert(
      fc.property(decimals, decimals, ({ decimal: a }, { decimal: b }) => {
        for (const result of [add(a, b), subtract(a, b), multiply(a, b), negate(a)]) {
          expect(parseDecimal(result)).toBe(result);
        }
      }),
    );
  });
});

describe('calendar dates', () => {
  it.each(['2024-02-29', '2000-02-29', '0022-01-10', '2035-12-31'])('%s exists', (text) => {
    expect(parseCalendarDate(text)).toBe(text);
  });

  it.each([
    '2023-02-29',
    '1900-02-29',
    '2023-02-30',
    '2023-13-01',
    '2023-00-10',
    '0000-01-01',
    '2023-1-1',
    '',
  ])('"%s" does not', (text) => {
    expect(parseCalendarDate(text)).toBeNull();
  });

  it.each([
    ['31-JUL-2024', '2024-07-31'],
    ['1-jan-0022', '0022-01-01'],
    ['29-Feb-2024', '2024-02-29'],
    ['2024-12-31', '2024-12-31'],
    ['31-JUN-2024', null],
    ['31-ANF-2024', null],
    ['31-JUL-24', null],
    ['07-31-2024', null],
    ['', null],
  ])('"%s" with the name of its month is %s', (text, expected) => {
    expect(parseNamedMonthDate(text)).toBe(expected);
  });
});

describe('instants', () => {
  it.each([
    ['2017-02-14', '22:00:00', '2017-02-15T03:00:00.000Z'],
    ['2023-07-05', '17:28:51', '2023-07-05T21:28:51.000Z'],
    ['2023-11-05', '01:30:00', '2023-11-05T05:30:00.000Z'],
  ])('§3 %s %s in New York is %s', (date, time, instant) => {
    expect(newYorkTime(date as CalendarDate, time)).toBe(instant);
    expect(newYorkDate(instant as Instant)).toBe(date);
  });

  it.each([
    ['2017-02-15T03:00:00Z', '2017-02-15T03:00:00.000Z'],
    ['2017-02-14T22:00:00-05:00', '2017-02-15T03:00:00.000Z'],
    ['2017-02-15', null],
    ['2017-02-30T00:00:00Z', null],
    ['2017-02-15T03:00:00', null],
    ['yesterday', null],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
    ['0001-01-01T00:00:00+14:00', null],
    ['0000-06-01T00:00:00Z', null],
    ['9999-12-31T23:59:59.999Z', '9999-12-31T23:59:59.999Z'],
    ['9999-12-31T23:59:59-00:01', null],
    ['2017-02-15T03:00:00.120Z', '2017-02-15T03:00:00.120Z'],
    ['2017-02-15T03:00:00.12Z', '2017-02-15T03:00:00.120Z'],
    ['2017-02-15T24:00:00Z', null],
    ['2017-02-15T23:60:00Z', null],
    ['2016-12-31T23:59:60Z', '2016-12-31T23:59:59.000Z'],
    ['2017-13-01T00:00:00.000Z', null],
  ])('"%s" is %s', (text, expected) => {
    expect(parseInstant(text)).toBe(expected);
  });

  it('is read in UTC as with its offset, whatever its digits', () => {
    const digits = fc.tuple(
      fc.integer({ min: 1950, max: 2050 }),
      ...[14, 33, 26, 62, 62].map((max) => fc.integer({ min: 0, max })),
    );
    fc.assert(
      fc.property(digits, ([year, ...others]) => {
        const [month, day, hour, minute, second] = others.map((n) => String(n).padStart(2, '0'));
        const text = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
        expect(parseInstant(`${text}Z`)).toBe(parseInstant(`${text}+00:00`));
      }),
    );
  });
});

describe('identifiers', () => {
  it.each([
    ['1640147', '0001640147'],
    ['0001640147', '0001640147'],
    ['0', null],
    ['12345678901', null],
    ['12a', null],
  ])('§2 CIK "%s" is %s', (text, expected) => {
    expect(parseCik(text)).toBe(expected);
  });

  it.each([
    ['0001209191-21-012345', '0001209191-21-012345'],
    ['000120919121012345', '0001209191-21-012345'],
    ['0001209191-21-12345', null],
  ])('§2 accession number "%s" is %s', (text, expected) => {
    expect(parseAccessionNumber(text)).toBe(expected);
  });

  it.each([
    ['0009000101-24-000007.xml', '0009000101-24-000007'],
    ['somebody__0009000101-24-000007__doc4.xml', '0009000101-24-000007'],
    ['000900010124000007', '0009000101-24-000007'],
    ['form4.xml', null],
    ['00090001012400000799', null],
  ])('§2 the name "%s" carries the number %s', (name, expected) => {
    expect(findAccessionNumber(name)).toBe(expected);
  });
});
