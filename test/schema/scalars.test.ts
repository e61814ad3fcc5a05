import { GraphQLError, type GraphQLScalarType } from 'graphql';
import { describe, expect, test } from 'vitest';
import { schema } from '../../src/schema/index.ts';

const scalar = (name: string) => schema.getType(name) as GraphQLScalarType;

describe.each([
  ['Date', '2024-02-29', '2024-02-29'],
  ['DateTime', '2017-02-14T22:00:00-05:00', '2017-02-15T03:00:00.000Z'],
  ['DateTime', '2017-02-15T03:00:00.5Z', '2017-02-15T03:00:00.500Z'],
  ['Decimal', '0016608240000.50', '16608240000.5'],
  ['CIK', '1640147', '0001640147'],
  ['CIK', 1_640_147, '0001640147'],
  ['AccessionNumber', '000120919121012345', '0001209191-21-012345'],
  ['Position', '9223372036854775807', 9_223_372_036_854_775_807n],
])('%s', (name, given, taken) => {
  test(`takes ${given}`, () => {
    expect(scalar(name).parseValue(given)).toBe(taken);
  });
});

describe.each([
  ['Date', '2023-02-30', '"2023-02-30" is not a calendar date, YYYY-MM-DD, of a day that exists.'],
  ['Date', 20_230_228, '20230228 is not a calendar date, YYYY-MM-DD, of a day that exists.'],
  [
    'DateTime',
    '2017-02-15T03:00:00',
    '"2017-02-15T03:00:00" is not an RFC 3339 instant with its offset, as 2017-02-15T03:00:00Z, or a day, as 2017-02-15.',
  ],
  ['Decimal', '1e3', '"1e3" is not a decimal in plain digits, as "27.55".'],
  ['Decimal', 27.55, '27.55 is not a decimal in plain digits, as "27.55".'],
  ['CIK', '12345678901', '"12345678901" is not a CIK, one to ten digits.'],
  ['CIK', 1.5, '"1.5" is not a CIK, one to ten digits.'],
  [
    'AccessionNumber',
    '1209191-21-012345',
    '"1209191-21-012345" is not an accession number, as "0001209191-21-012345".',
  ],
  ['Position', '0', '"0" is not a position, a positive integer as a string.'],
  [
    'Position',
    '9223372036854775808',
    '"9223372036854775808" is not a position, a positive integer as a string.',
  ],
  ['Position', 1, '1 is not a position, a positive integer as a string.'],
])('%s', (name, given, message) => {
  test(`refuses ${given}`, () => {
    const refusal = catching(() => scalar(name).parseValue(given));
    expect(refusal.message).toBe(message);
    expect(refusal.extensions.code).toBe('BAD_USER_INPUT');
  });
});

describe.each([
  ['Date', new Date('0022-05-01T00:00:00Z'), '0022-05-01'],
  ['Date', '2023-03-07', '2023-03-07'],
  ['DateTime', new Date('2017-02-15T03:00:00Z'), '2017-02-15T03:00:00.000Z'],
  ['Decimal', { toFixed: () => '0.00010' }, '0.0001'],
  ['Decimal', '-8611.3189000', '-8611.3189'],
  ['Position', 45n, '45'],
])('%s', (name, held, shown) => {
  test(`shows ${shown}`, () => {
    expect(scalar(name).serialize(held)).toBe(shown);
  });
});

function catching(action: () => unknown): GraphQLError {
  try {
    action();
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}
