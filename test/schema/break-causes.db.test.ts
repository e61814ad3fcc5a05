import { expect, test } from 'vitest';
import { ingest } from '../../src/ledger/index.ts';
import { graphql } from '../graphql/index.ts';
import { form4Document } from '../support/form4.ts';
import { createTestLedger } from '../support/test-ledger.ts';
import { createClient } from './client.ts';

const OWNER = { cik: 721, name: 'Quenby Ashgrove' };

/** A purchase of 100, its amount after, and the month of 2024 in which it was made and filed. */
const bought = (month: number, after: string, owners = [OWNER], number = month) =>
  form4Document({
    number,
    signedOn: `2024-0${month}-20`,
    owners,
    lines: [{ code: 'P', date: `2024-0${month}-18`, shares: '100', after }],
  });

/** An amount mistyped in March, which April takes back. */
const TYPED_WRONG = [bought(2, '1000'), bought(3, '11000'), bought(4, '1200'), bought(5, '1310.5')];

const CAUSES = graphql(`
  query BreakCauses($asOf: Date, $knownAt: DateTime) {
    people {
      nodes {
        id
        name
        holdings(asOf: $asOf, knownAt: $knownAt) { nodes { account reconciliation breakCause } }
      }
    }
    issuers {
      nodes {
        id
        holdings(asOf: $asOf, knownAt: $knownAt) { nodes { account breakCause } }
      }
    }
    snapshot(asOf: "2024-12-31") { holdings { nodes { breakCause } } }
  }
`);

const HISTORY = graphql(`
  query HistoryOfBreaks($person: ID!, $issuer: ID!, $knownAt: DateTime) {
    node(id: $person) {
      ... on Person {
        holdingHistory(issuer: $issuer, knownAt: $knownAt) {
          account
          points { amount breakCause source { ... on TransactionReported { breakCause } } }
        }
      }
    }
  }
`);

async function clientOf(documents: readonly ReturnType<typeof bought>[]) {
  const { database } = await createTestLedger();
  await ingest(database, documents);
  return createClient(database);
}

const IN_MARCH = { asOf: '2024-03-31', knownAt: '2024-03-31T00:00:00.000Z' };

test('§5 a holding says why it breaks, by what was known at the K asked for', async () => {
  const client = await clientOf(TYPED_WRONG);
  const then = await client.ask(CAUSES, IN_MARCH);
  expect(then.people.nodes[0]?.holdings.nodes).toMatchObject([
    { reconciliation: 'BREAK', breakCause: 'UNKNOWN' },
  ]);
  expect(then.issuers.nodes[0]?.holdings.nodes).toMatchObject([{ breakCause: 'UNKNOWN' }]);
  const later = await client.ask(CAUSES, { asOf: IN_MARCH.asOf, knownAt: null });
  expect(later.people.nodes[0]?.holdings.nodes).toMatchObject([{ breakCause: 'CORRECTION' }]);
  expect(later.issuers.nodes[0]?.holdings.nodes).toMatchObject([{ breakCause: 'CORRECTION' }]);
  expect(later.snapshot.holdings.nodes).toEqual([{ breakCause: 'REINVESTMENT' }]);
});

test('§5 a history is judged at its K, its events by what is known now; what runs has no cause', async () => {
  const client = await clientOf(TYPED_WRONG);
  const { people, issuers } = await client.ask(CAUSES, IN_MARCH);
  const of = { person: people.nodes[0]?.id ?? '', issuer: issuers.nodes[0]?.id ?? '' };
  const history = async (knownAt: string | null) => {
    const { node } = await client.ask(HISTORY, { ...of, knownAt });
    if (node == null || !('holdingHistory' in node)) throw new Error('A person is expected.');
    return node.holdingHistory[0];
  };
  const then = await history(IN_MARCH.knownAt);
  expect(then?.points).toMatchObject([
    { amount: '1000', breakCause: null, source: { breakCause: null } },
    { amount: '11000', breakCause: 'UNKNOWN', source: { breakCause: 'CORRECTION' } },
  ]);
  const now = await history(null);
  expect(now?.points.map((point) => point.breakCause)).toEqual([
    null,
    'CORRECTION',
    'CORRECTION',
    'REINVESTMENT',
  ]);
  expect(now?.account).toBe(people.nodes[0]?.holdings.nodes[0]?.account);
});

test('§5 the line of a joint filing has a cause where it breaks alike for each of its owners', async () => {
  const other = { cik: 722, name: 'Quenby Thornton' };
  const joint = [OWNER, other];
  const client = await clientOf([
    bought(2, '1000'),
    bought(3, '5000', [other]),
    bought(4, '1110.5', joint),
    bought(5, '9999', joint),
  ]);
  const { people } = await client.ask(CAUSES, { asOf: '2024-12-31', knownAt: null });
  expect(people.nodes.map(({ holdings }) => holdings.nodes[0]?.breakCause)).toEqual([
    'UNKNOWN',
    'UNKNOWN',
  ]);
  const { data } = await client.send(`{
    events(first: 20, filter: { types: [TRANSACTION_REPORTED] }) {
      nodes { ... on TransactionReported { amountAfter reconciliation breakCause } }
    }
  }`);
  expect(data).toMatchObject({
    events: {
      nodes: [
        { amountAfter: '1000', breakCause: null },
        { amountAfter: '5000', breakCause: null },
        { amountAfter: '1110.5', reconciliation: 'BREAK', breakCause: null },
        { amountAfter: '9999', reconciliation: 'BREAK', breakCause: 'UNKNOWN' },
      ],
    },
  });
});

test('§5 the causes of all holdings of a page are read at once', async () => {
  const owners = [1, 2, 3].map((place) => ({ cik: 730 + place, name: `Quenby Elm ${place}` }));
  const client = await clientOf(
    owners.flatMap((owner, index) => [
      bought(2, '1000', [owner], 10 + index),
      bought(3, '5000', [owner], 20 + index),
    ]),
  );
  const countOf = async (query: string) => {
    client.statements();
    const { errors } = await client.send(query);
    expect(errors).toBeUndefined();
    return client.statements().length;
  };
  const holdings = (first: number) =>
    countOf(`{ issuers { nodes { holdings(first: ${first}) { nodes { breakCause } } } } }`);
  expect(await holdings(3)).toBe(await holdings(1));
  const lines = (first: number) =>
    countOf(`{ events(first: ${first}, filter: { types: [TRANSACTION_REPORTED] }) { nodes {
      ... on TransactionReported { breakCause } } } }`);
  expect(await lines(6)).toBe(await lines(2));
});

test('§5 a cause costs the rows that it reads', async () => {
  const client = await clientOf([bought(2, '1000')]);
  const { extensions } = (await client.send(
    '{ snapshot(asOf: "2024-12-31") { holdings(first: 10) { nodes { amount breakCause } } } }',
  )) as { extensions?: { cost: number } };
  // The holdings of a snapshot, and ten with their causes.
  expect(extensions?.cost).toBe(1 + 800 + 10 * (1 + 5));
});
