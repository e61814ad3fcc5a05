import { afterAll, beforeAll, expect, test } from 'vitest';
import { encodeId } from '../../src/schema/identity/ids.ts';
import { createTestLedger } from '../support/test-ledger.ts';
import { type Client, createClient } from './client.ts';

const FOREIGN_CURSOR = Buffer.from('["filings","x"]').toString('base64url');
const PERSON = encodeId('Person', 1n);

/** What is asked | what is answered, always with the code BAD_USER_INPUT. */
const REFUSALS: readonly (readonly [string, string])[] = [
  ['{ people(first: 1, last: 1) { totalCount } }', 'Give first or last, not both.'],
  ['{ people(after: "a", before: "b") { totalCount } }', 'Give after or before, not both.'],
  ['{ people(first: 1, before: "b") { totalCount } }', 'before goes with last, after with first.'],
  ['{ people(last: 1, after: "a") { totalCount } }', 'after goes with first, before with last.'],
  ['{ people(first: 101) { totalCount } }', 'first: is 100 at most, and is 101.'],
  ['{ filings(last: -1) { totalCount } }', 'last: must not be negative, and is -1.'],
  ['{ events(after: "junk") { totalCount } }', 'after: "junk" is not a cursor of this list.'],
  [
    `{ events(before: "${FOREIGN_CURSOR}") { totalCount } }`,
    `before: "${FOREIGN_CURSOR}" is not a cursor of this list.`,
  ],
  ['{ node(id: "junk") { id } }', 'id: "junk" is not an id of this ledger.'],
  ['{ nodes(ids: ["junk"]) { id } }', 'ids[0]: "junk" is not an id of this ledger.'],
  [`{ nodes(ids: [${'"a" '.repeat(101)}]) { id } }`, 'ids: are 100 at most, and are 101.'],
  [
    `{ issuer(by: { id: "${PERSON}" }) { id } }`,
    'by.id: must be an id of type Issuer, and is of type Person.',
  ],
  [
    `{ filings(filter: { issuer: "${PERSON}" }) { totalCount } }`,
    'filter.issuer: must be an id of type Issuer, and is of type Person.',
  ],
  [
    '{ events(filter: { people: ["junk"] }) { totalCount } }',
    'filter.people[0]: "junk" is not an id of this ledger.',
  ],
  [
    '{ snapshot(asOf: "2023-02-30") { asOf } }',
    'asOf: "2023-02-30" is not a calendar date, YYYY-MM-DD, of a day that exists.',
  ],
  ['{ person(by: { cik: "" }) { id } }', 'by.cik: "" is not a CIK, one to ten digits.'],
  [
    '{ transactions(filter: { issuerCiks: ["1", "one"] }) { totalCount } }',
    'filter.issuerCiks[1]: "one" is not a CIK, one to ten digits.',
  ],
  [
    '{ transactions(filter: { codes: [P, Q] }) { totalCount } }',
    'filter.codes[1]: Value "Q" does not exist in "TransactionCode" enum. Did you mean the enum value "A", "C", "D", "E", or "F"?',
  ],
  [
    '{ people(first: "ten") { totalCount } }',
    'first: Int cannot represent non-integer value: "ten"',
  ],
  ['{ person(by: {}) { id } }', 'by: OneOf Input Object "PersonBy" must specify exactly one key.'],
  [
    '{ peeple { totalCount } }',
    'Cannot query field "peeple" on type "Query". Did you mean "people" or "peopleBy"?',
  ],
  ['{ people { totalCount }', 'Syntax Error: Expected Name, found <EOF>.'],
];

let client: Client;

beforeAll(async () => {
  const ledger = await createTestLedger(afterAll);
  client = createClient(ledger.database);
});

test.each(REFUSALS)('%s: %s', async (query, message) => {
  const { errors } = await client.send(query);
  expect(errors?.[0]).toMatchObject({ message, extensions: { code: 'BAD_USER_INPUT' } });
});

test('a wrong literal has its place in the document', async () => {
  const { errors } = await client.send('{\n  person(by: { cik: "one" }) { id }\n}');
  expect(errors?.[0]).toMatchObject({ locations: [{ line: 2, column: 21 }] });
});

test('a variable of the wrong kind is named', async () => {
  const { errors } = await client.send(
    'query ($at: DateTime) { snapshot(asOf: "2023-01-01", knownAt: $at) { asOf } }',
    { at: 'yesterday' },
  );
  expect(errors?.[0]).toMatchObject({
    message:
      'Variable "$at" got invalid value "yesterday"; "yesterday" is not an RFC 3339 instant with its offset, as 2017-02-15T03:00:00Z, or a day, as 2017-02-15.',
    extensions: { code: 'BAD_USER_INPUT' },
  });
});

test('an operation that is too deep or has too many aliases is refused as such', async () => {
  const deep = `{ people { nodes ${'{ filings { nodes { issuer { filings { nodes '.repeat(3)} { id } ${'} } } } }'.repeat(3)} } }`;
  const wide = `{ ${Array.from({ length: 51 }, (_, index) => `a${index}: ledger { events }`).join(' ')} }`;
  const codes = await Promise.all(
    [deep, wide].map(async (query) => (await client.send(query)).errors?.[0]),
  );
  expect(codes).toMatchObject([
    {
      message: 'The operation is 18 fields deep; 15 at most.',
      extensions: { code: 'QUERY_TOO_COMPLEX' },
    },
    {
      message: 'The operation has 51 aliases; 50 at most.',
      extensions: { code: 'QUERY_TOO_COMPLEX' },
    },
  ]);
});

test('the introspection of clients is not too deep', async () => {
  const { getIntrospectionQuery } = await import('graphql');
  expect((await client.send(getIntrospectionQuery())).errors).toBeUndefined();
});

test('the position of an empty ledger is not found, and its head is null', async () => {
  const { errors } = await client.send('{ snapshot(asOf: "2023-01-01") { position } }');
  expect(errors?.[0]).toMatchObject({
    message: 'The ledger is empty: no position.',
    extensions: { code: 'NOT_FOUND' },
  });
  const { data } = await client.send('{ ledger { head { position } events projectedTo } }');
  expect(data).toEqual({ ledger: { head: null, events: 0, projectedTo: null } });
});

test('a failure of ours is masked, with the id that the log has', async () => {
  const ledger = await createTestLedger();
  const logged: [string, unknown][] = [];
  const broken = createClient(ledger.database, undefined, (...line) => logged.push(line));
  ledger.database.pool.connect = () => {
    throw new Error('the password is hunter2');
  };
  const { errors } = await broken.send('{ filings { nodes { id } } }');
  expect(errors?.[0]).toMatchObject({
    message: 'Something went wrong on our side.',
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  });
  expect(JSON.stringify(errors)).not.toContain('hunter2');
  expect(logged).toEqual([
    [`Request ${errors?.[0]?.extensions.requestId} failed`, new Error('the password is hunter2')],
  ]);
});
