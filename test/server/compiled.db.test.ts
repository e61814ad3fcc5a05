import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invented } from '../schema/samples.ts';
import { startServer } from '../support/live-server.ts';
import { QUIET } from '../support/quiet.ts';
import { createTestLedger } from '../support/test-ledger.ts';

let ask: (body: object) => Promise<{ compiled: string; interpreted: string }>;

beforeAll(async () => {
  const { database, append } = await createTestLedger(afterAll);
  await append(invented());
  const now = () => '2026-11-21T12:00:00.000Z' as never;
  const urls = await Promise.all(
    [1, 1_000_000].map(async (compileAfter) => {
      const settings = { cacheBytes: 0, compileAfter };
      return (await startServer(database, { settings, log: QUIET, now }, afterAll)).url;
    }),
  );
  ask = async (body) => {
    const [compiled = '', interpreted = ''] = await Promise.all(
      urls.map(async (url) => {
        const headers = { 'content-type': 'application/json', 'x-request-id': 'same' };
        const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
        return answer.text();
      }),
    );
    return { compiled, interpreted };
  };
});

const PEOPLE = 'people(first: $n) { nodes { name } }';

/** Operations with their variables; what they say wrongly included. */
const OPERATIONS: Readonly<Record<string, { query: string; variables?: object }>> = {
  'fields, fragments and aliases': {
    query: `{ a: people { ...p } b: people(first: 1) { ...p edges { cursor } } }
      fragment p on PersonConnection { nodes { __typename name kind ... { cik } } pageInfo { hasNextPage endCursor } }`,
  },
  'interfaces and unions': {
    query: `{ events(first: 50) { nodes { __typename position ... on TransactionReported { code shares flags people { name } }
      ... on FilingReceived { filing { form reportingOwners { roles address { city } } } } ... on Node { id } } }
      search(text: "t") { nodes { ... on Person { name } ... on Issuer { name ticker } } } }`,
  },
  'skip and include': {
    query: `query ($yes: Boolean!, $no: Boolean = false) { people { nodes { name @skip(if: $yes) kind @include(if: $yes) cik @include(if: $no) } } }`,
    variables: { yes: true },
  },
  'lists of lists of holdings at two times': {
    query: `query ($asOf: Date, $knownAt: DateTime) { people { nodes { holdings(asOf: $asOf, knownAt: $knownAt) { totalCount nodes { amount status effectiveOn security { title } issuer { name } source { __typename ... on TransactionReported { line } } } } } } }`,
    variables: { asOf: '2023-12-01' },
  },
  'variables left out, null and given': {
    query: `query ($n: Int, $filter: PersonFilter) { people(first: $n, filter: $filter) { nodes { name } } }`,
    variables: { n: null, filter: { name: 'a', kind: null } },
  },
  'a default of a variable': { query: `query ($n: Int = 1) { ${PEOPLE} }` },
  'a variable of another type': { query: `query ($n: Int) { ${PEOPLE} }`, variables: { n: 'one' } },
  'a variable beyond what an Int holds': {
    query: `query ($n: Int) { ${PEOPLE} }`,
    variables: { n: 2 ** 40 },
  },
  'a variable that is required and left out': { query: `query ($n: Int!) { ${PEOPLE} }` },
  'a date that is none, in a variable': {
    query: 'query ($d: Date!) { snapshot(asOf: $d) { holdings { totalCount } } }',
    variables: { d: '2023-02-30' },
  },
  'an enum value that is none': {
    query: 'query ($c: [TransactionCode!]) { events(filter: { codes: $c }) { totalCount } }',
    variables: { c: ['P', 'NONE'] },
  },
  'one of an input, by a variable': {
    query: 'query ($by: IssuerBy!) { issuer(by: $by) { name } }',
    variables: { by: { ticker: 'TWKX' } },
  },
  'two of an input of which one is to be given': {
    query: 'query ($by: IssuerBy!) { issuer(by: $by) { name } }',
    variables: { by: { ticker: 'TWKX', cik: '0000000001' } },
  },
  'none of an input of which one is to be given': {
    query: 'query ($by: IssuerBy!) { issuer(by: $by) { name } }',
    variables: { by: {} },
  },
  'a page that is too long, beside one that is not': {
    query: '{ people(first: 1000) { nodes { name } } }',
  },
  'errors in a field that may be null, at its place': {
    query:
      '{ a: node(id: "nonsense") { id } people { nodes { name } } b: nodes(ids: ["UGVyc29uOjE=", "x"]) { id } }',
  },
  'an error in each row of a list': {
    query: '{ people { nodes { name filings(first: 1, last: 1) { nodes { form } } } } }',
  },
  'a response key that every object has': {
    query:
      '{ __proto__: ledger { constructor: events toString: filings } hasOwnProperty: ledger { people } }',
  },
  'one of several operations': {
    query: 'query A { ledger { events } } query B { ledger { filings } }',
    variables: {},
  },
};

describe('a compiled query answers as graphql-js does, byte for byte', () => {
  it.each(Object.entries(OPERATIONS))('%s', async (name, { query, variables }) => {
    const operationName = name === 'one of several operations' ? 'B' : null;
    for (const _ of 'two') {
      const { compiled, interpreted } = await ask({ query, variables, operationName });
      expect(compiled).toBe(interpreted);
      expect(interpreted.length).toBeGreaterThan(20);
    }
  });
});
