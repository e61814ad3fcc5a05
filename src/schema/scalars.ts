import { GraphQLError, type ValueNode, valueFromASTUntyped } from 'graphql';
import {
  type CalendarDate,
  instantOf,
  parseAccessionNumber,
  parseCalendarDate,
  parseCik,
  parseDecimal,
  parseInstant,
} from '../values/index.ts';
import { builder } from './builder.ts';
import { badInput } from './errors.ts';

const MAX_POSITION = 2n ** 63n - 1n;

builder.scalarType('Date', {
  description: 'Calendar date, YYYY-MM-DD.',
  serialize: (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value),
  ...taking<CalendarDate>((value) =>
    parsed(value, parseCalendarDate, 'a calendar date, YYYY-MM-DD, of a day that exists'),
  ),
});

builder.scalarType('DateTime', {
  description:
    'RFC 3339 instant, UTC. Arguments that say so take a day too, YYYY-MM-DD: its first or last instant in New York.',
  serialize: (value) => (value instanceof Date ? instantOf(value) : value),
  ...taking((value) =>
    parsed(
      value,
      (text) => parseInstant(text) ?? parseCalendarDate(text),
      'an RFC 3339 instant with its offset, as 2017-02-15T03:00:00Z, or a day, as 2017-02-15',
    ),
  ),
});

builder.scalarType('Decimal', {
  description: 'Exact decimal as a string, no exponent, no trailing zeros: "27.55".',
  serialize: (value) => {
    const text = typeof value === 'string' ? value : value.toFixed();
    const canonical = parseDecimal(text);
    if (canonical === null) throw new Error(`Not a decimal: ${text}`);
    return canonical;
  },
  ...taking((value) => parsed(value, parseDecimal, 'a decimal in plain digits, as "27.55"')),
});

builder.scalarType('CIK', {
  description: 'SEC Central Index Key, ten digits: "0001640147". Fewer digits are taken too.',
  serialize: (value) => value,
  ...taking((value) =>
    parsed(typeof value === 'number' ? String(value) : value, parseCik, 'a CIK, one to ten digits'),
  ),
});

builder.scalarType('AccessionNumber', {
  description: 'EDGAR accession number: "0001209191-21-012345".',
  serialize: (value) => value,
  ...taking((value) =>
    parsed(value, parseAccessionNumber, 'an accession number, as "0001209191-21-012345"'),
  ),
});

builder.scalarType('Position', {
  description:
    'Place in the ledger, a positive integer as a string; also the resume token of a subscription.',
  serialize: (value) => String(value),
  ...taking((value) => parsed(value, parsePosition, 'a position, a positive integer as a string')),
});

/** Gives the position for the digits of one; null for anything else. */
export function parsePosition(text: string): bigint | null {
  if (!/^[1-9]\d{0,18}$/.test(text)) return null;
  const position = BigInt(text);
  return position <= MAX_POSITION ? position : null;
}

/** What a scalar takes, of a variable or a literal; the error of a literal knows its place. */
function taking<T>(parseValue: (value: unknown) => T) {
  return {
    parseValue,
    parseLiteral(literal: ValueNode): T {
      try {
        return parseValue(valueFromASTUntyped(literal));
      } catch (error) {
        if (!(error instanceof GraphQLError)) throw error;
        throw new GraphQLError(error.message, { nodes: literal, extensions: error.extensions });
      }
    },
  };
}

function parsed<T>(value: unknown, parse: (text: string) => T | null, what: string): T {
  const result = typeof value === 'string' ? parse(value) : null;
  if (result === null) throw badInput(`${JSON.stringify(value)} is not ${what}.`);
  return result;
}
