import { afterAll, beforeAll, expect, test } from 'vitest';
import { decodeIdOf, encodeId } from '../../src/schema/identity/ids.ts';
import type { PersonFilter } from '../graphql/graphql.ts';
import { graphql } from '../graphql/index.ts';
import { createTestLedger } from '../support/test-ledger.ts';
import { type Client, createClient } from './client.ts';
import { invented } from './samples.ts';

let client: Client;

beforeAll(async () => {
  const ledger = await createTestLedger(afterAll);
  await ledger.append(invented());
  client = createClient(ledger.database);
});

const EVERYTHING = graphql(`
  query EveryNode {
    people { nodes { __typename id } }
    issuers { nodes { __typename id } }
    filings {
      nodes { __typename id transactions { __typename id } holdings { __typename id } }
    }
  }
`);

const NODES = graphql(`
  query Nodes($ids: [ID!]!) {
    nodes(ids: $ids) {
      __typename
      id
      ... on Person { name }
      ... on Issuer { ticker }
      ... on Filing { form }
      ... on TransactionReported { filing { id } shares }
      ... on HoldingReported { filing { id } amountAfter }
    }
  }
`);

test('whatever has an id is found again by it, all at once and in the order asked', async () => {
  const { people, issuers, filings } = await client.ask(EVERYTHING);
  const lines = filings.nodes.flatMap(({ transactions, holdings }) => [
    ...transactions,
    ...holdings,
  ]);
  const all = [...people.nodes, ...issuers.nodes, ...filings.nodes, ...lines];
  expect(all.length).toBeGreaterThan(40);
  const { nodes } = await client.ask(NODES, { ids: all.map(({ id }) => id) });
  expect(nodes.map((node) => node && [node.__typename, node.id])).toEqual(
    all.map(({ __typename, id }) => [__typename, id]),
  );
});

test('an id that nothing has gives null, and so does a line’s id under the other type', async () => {
  const { filings } = await client.ask(EVERYTHING);
  const [holding] = filings.nodes.flatMap(({ holdings }) => holdings);
  if (holding === undefined) throw new Error('The samples have no holding line.');
  const ids = [
    encodeId('Person', 1n),
    encodeId('Issuer', -1n),
    encodeId('Filing', 2n),
    encodeId('TransactionReported', 1n),
    encodeId('TransactionReported', decodeIdOf('HoldingReported', holding.id, 'id')),
  ];
  expect(await client.ask(NODES, { ids })).toEqual({ nodes: [null, null, null, null, null] });
});

test('§2 a ticker finds its issuer however it is written, and a CIK without its zeros', async () => {
  const { data, errors } = await client.send(`{
    a: issuer(by: { ticker: "twkx" }) { name }
    b: issuer(by: { ticker: "[TWKX]" }) { name }
    c: issuer(by: { cik: "9000101" }) { name cik }
    d: issuer(by: { cik: 9000101 }) { name }
    e: issuer(by: { ticker: "NONE" }) { name }
    f: issuers(filter: { ticker: "ostq" }) { nodes { name } }
    g: issuers(filter: { ticker: "N/A" }) { nodes { name } }
  }`);
  expect(errors).toBeUndefined();
  const tarnwick = { name: 'Tarnwick Instruments Inc.' };
  expect(data).toEqual({
    a: tarnwick,
    b: tarnwick,
    c: { ...tarnwick, cik: '0009000101' },
    d: tarnwick,
    e: null,
    f: { nodes: [{ name: 'Ostrelle Foods Corp' }] },
    g: { nodes: [] },
  });
});

test('people by words of their name in any order, by kind, by issuer and role', async () => {
  const names = async (filter: PersonFilter) =>
    (await client.ask(NAMES, { filter })).people.nodes.map(({ name }) => name);
  expect(await names({ name: 'imre VARNHAGEL' })).toEqual(['Varnhagel Imre T']);
  expect(await names({ name: '%' })).toEqual([]);
  expect(await names({ kind: 'ENTITY' })).toEqual([
    'Ketterby Capital Fund II, L.P.',
    'Ketterby Capital GP II, LLC',
  ]);
  const issuer = encodeId('Issuer', 9_000_102n);
  expect(await names({ issuer, role: 'DIRECTOR' })).toEqual([
    'Ketterby Rosalind J',
    'Okonjo-Pell Maribeth',
  ]);
});

test('§2 an id given out while provisional goes on resolving, and null is the CIK until then', async () => {
  const ledger = await createTestLedger();
  await ledger.append(invented());
  const provisional = -4_711n;
  await ledger.database.pool.query(
    'INSERT INTO resolved_identity (from_id, to_id, position) VALUES ($1, $2, 1)',
    [provisional, 9_000_201n],
  );
  const { data, errors } = await createClient(ledger.database).send(`{
    person(by: { id: "${encodeId('Person', provisional)}" }) { name id }
    node(id: "${encodeId('Person', provisional)}") { id }
    filings(filter: { person: "${encodeId('Person', provisional)}" }) { totalCount }
  }`);
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    person: { name: 'Varnhagel Imre T', id: encodeId('Person', 9_000_201n) },
    node: { id: encodeId('Person', 9_000_201n) },
    filings: { totalCount: 3 },
  });
});

test('§6 an amendment says what it amends and did, and a line what superseded it', async () => {
  const { filings } = await client.ask(AMENDMENTS);
  const [amendment] = filings.nodes;
  expect(amendment).toMatchObject({
    form: 'FORM_4_A',
    amendmentOutcome: 'REPLACES',
    amends: {
      accessionNumber: '0009000101-23-000004',
      amendedBy: [{ accessionNumber: '0009000101-23-000005' }],
    },
  });
  const events = amendment?.events ?? [];
  const by = events.find(({ __typename }) => __typename === 'TransactionReported')?.position;
  expect(events.at(-1)).toEqual({
    __typename: 'FilingAmended',
    position: events.at(-1)?.position,
    outcome: 'REPLACES',
    original: { accessionNumber: '0009000101-23-000004' },
    superseded: [
      {
        line: { shares: '2000', pricePerShare: '21.85', supersededBy: { position: by } },
        by: { position: by, shares: '2500', pricePerShare: '21.58' },
      },
    ],
  });
});

const NAMES = graphql(`
  query Names($filter: PersonFilter) {
    people(filter: $filter) { nodes { name } }
  }
`);

const AMENDMENTS = graphql(`
  query Amendments {
    filings(filter: { amendments: true }) {
      nodes {
        form
        amendmentOutcome
        amends { accessionNumber amendedBy { accessionNumber } }
        events {
          __typename
          position
          ... on FilingAmended {
            outcome
            original { accessionNumber }
            superseded {
              line { ... on TransactionReported { shares pricePerShare supersededBy { position } } }
              by { position ... on TransactionReported { shares pricePerShare } }
            }
          }
        }
      }
    }
  }
`);
