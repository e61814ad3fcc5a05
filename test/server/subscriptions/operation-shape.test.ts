import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { operationShape } from '../../../src/server/subscriptions/operation-shape.ts';

const shape = (query: string, variables: Record<string, unknown> = {}, name?: string) =>
  operationShape(parse(query), name, variables);

const LITERAL = 'subscription { eventAppended(after: "3") { position } }';

test.each([
  ['another position', 'subscription { eventAppended(after: "4") { position } }', {}],
  ['a filter', 'subscription { eventAppended(filter: { codes: [P] }) { position } }', {}],
  [
    'variables',
    'subscription ($a: Position) { eventAppended(after: $a) { position } }',
    { a: '9' },
  ],
  ['a variable unused', 'subscription { eventAppended { position } }', { b: 1 }],
])('subscriptions that differ in %s alone get the same results', (_, query, variables) => {
  expect(shape(query, variables)).toBe(shape(LITERAL));
});

test.each([
  ['another field', 'subscription { eventAppended(after: "3") { position hash } }'],
  ['another name for a field', 'subscription { eventAppended { p: position } }'],
  ['the other root field', 'subscription { transactionReported { position } }'],
  ['another name for the root field', 'subscription { e: eventAppended { position } }'],
])('subscriptions that ask for %s do not', (_, query) => {
  expect(shape(query)).not.toBe(shape(LITERAL));
});

test('a variable that the selection uses tells results apart, a fragment’s too', () => {
  const query = `subscription ($d: Date, $a: Position) { eventAppended(after: $a) { ...event } }
    fragment event on LedgerEvent { filing { issuer { holdings(asOf: $d) { totalCount } } } }`;
  expect(shape(query, { d: '2024-01-01', a: '1' })).toBe(shape(query, { d: '2024-01-01', a: '2' }));
  expect(shape(query, { d: '2024-01-01' })).not.toBe(shape(query, { d: '2024-01-02' }));
});

test('of several operations the one asked for counts', () => {
  const query = `subscription A { eventAppended { position } } subscription B { eventAppended { hash } }`;
  expect(shape(query, {}, 'A')).not.toBe(shape(query, {}, 'B'));
});

test('an argument of a field beneath the root tells results apart', () => {
  const holdings = (asOf: string) =>
    `subscription { eventAppended { filing { issuer { holdings(asOf: "${asOf}") { totalCount } } } } }`;
  expect(shape(holdings('2024-01-01'))).not.toBe(shape(holdings('2024-01-02')));
});
