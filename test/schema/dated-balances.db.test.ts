import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DatedBalancesQuery } from '../graphql/graphql.ts';
import { graphql } from '../graphql/index.ts';
import { sampleDocuments } from '../support/samples.ts';
import { createTestLedger } from '../support/test-ledger.ts';
import { type Client, createClient } from './client.ts';

const PEOPLE = graphql(`
  query PeopleAndIssuers {
    people(first: 100) { nodes { id name } }
    issuers(first: 100) { nodes { id ticker } }
  }
`);

const BALANCES = graphql(`
  query DatedBalances($person: ID!, $issuer: ID!, $knownAt: DateTime) {
    person(by: { id: $person }) {
      holdingHistory(issuer: $issuer, knownAt: $knownAt) {
        ownership
        nature
        security { class conversionOrExercisePrice }
        balances {
          from amount derived reconciliation difference
          source {
            ... on TransactionReported { position }
            ... on HoldingReported { position }
          }
        }
      }
    }
  }
`);

const HELD = graphql(`
  query HeldOnADay($person: ID!, $issuer: ID!, $asOf: Date!, $knownAt: DateTime) {
    person(by: { id: $person }) {
      holdings(
        asOf: $asOf
        knownAt: $knownAt
        first: 100
        filter: { issuer: $issuer, statuses: [CURRENT, CARRIED, CLOSED, EXPIRED] }
      ) {
        nodes {
          amount derived reconciliation difference
          source {
            ... on TransactionReported { position }
            ... on HoldingReported { position }
          }
        }
      }
    }
  }
`);

type Series = NonNullable<DatedBalancesQuery['person']>['holdingHistory'][number];

let client: Client;
let people: Record<string, string>;
let issuers: Record<string, string>;

beforeAll(async () => {
  const ledger = await createTestLedger(afterAll);
  await ledger.append(sampleDocuments());
  client = createClient(ledger.database);
  const all = await client.ask(PEOPLE);
  people = Object.fromEntries(all.people.nodes.map(({ name, id }) => [name, id]));
  issuers = Object.fromEntries(all.issuers.nodes.map(({ ticker, id }) => [ticker ?? '', id]));
});

async function series(person: string, issuer: string, knownAt?: string): Promise<Series[]> {
  const asked = { person, issuer, ...(knownAt !== undefined && { knownAt }) };
  return (await client.ask(BALANCES, asked)).person?.holdingHistory ?? [];
}

const named = (name: string) =>
  Object.entries(people).find(([all]) => all.includes(name))?.[1] ?? '';

test('§5 a change reported late is a balance of its day, derived, and those after it include it', async () => {
  const drusfeld = await series(named('Drusfeld'), issuers.TWKX ?? '');
  const direct = drusfeld.find(({ ownership, security }) => {
    return ownership === 'DIRECT' && security.class === 'COMMON STOCK';
  });
  expect(direct?.balances.map(({ from, amount, derived }) => [from, amount, derived])).toEqual([
    ['2023-02-01', '12400', false],
    ['2023-05-10', '12550', true],
    ['2023-12-01', '13848', false],
  ]);
  const before = await series(named('Drusfeld'), issuers.TWKX ?? '', '2023-12-31T00:00:00Z');
  expect(before.flatMap(({ balances }) => balances.map(({ amount }) => amount))).not.toContain(
    '12550',
  );
});

test('§5 a break says its difference', async () => {
  const smallbrook = await series(named('Smallbrook'), issuers.OSTQ ?? '');
  expect(smallbrook.flatMap(({ balances }) => balances).map((one) => one.difference)).toContain(
    '37.4082',
  );
});

// Every turn of the samples' known-at, and between: see docs/start/samples.md.
const KNOWN_AT = ['2017-06-01', '2023-03-10', '2023-04-01', '2023-12-31', '2024-03-01', undefined];

test.each(KNOWN_AT)(
  '§5 on every day the balances are what holdings answers, known at %s',
  async (day) => {
    const knownAt = day === undefined ? undefined : `${day}T00:00:00Z`;
    let compared = 0;
    for (const person of Object.values(people)) {
      for (const issuer of Object.values(issuers)) {
        const all = await series(person, issuer, knownAt);
        const turns = new Set(all.flatMap(({ balances }) => balances.map(({ from }) => from)));
        // Between two turns both answers stay as they are.
        for (const asOf of new Set([...turns].flatMap((turn) => [dayBefore(turn), turn]))) {
          const asked = { person, issuer, asOf, ...(knownAt !== undefined && { knownAt }) };
          const held = (await client.ask(HELD, asked)).person?.holdings.nodes ?? [];
          const expected = all.flatMap(({ balances }) => {
            const last = balances.filter(({ from }) => from <= asOf).at(-1);
            if (last === undefined) return [];
            const { from: _, ...balance } = last;
            return [balance];
          });
          expect(texts(expected)).toEqual(texts(held));
          compared += held.length;
        }
      }
    }
    expect(compared).toBeGreaterThan(0);
  },
);

test('the balances of an account are in order of date, one a day', async () => {
  for (const person of Object.values(people)) {
    for (const { balances } of await series(person, issuers.TWKX ?? '')) {
      const days = balances.map(({ from }) => from);
      expect(days).toEqual([...new Set(days)].sort());
    }
  }
});

test('the balances of all accounts of a history are one statement', async () => {
  client.statements();
  await series(named('Drusfeld'), issuers.TWKX ?? '');
  const asked = client.statements().filter((sql) => sql.includes('AS answers'));
  expect(asked).toHaveLength(1);
});

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}

function texts(balances: readonly object[]): string[] {
  return balances
    .map((balance) =>
      JSON.stringify(Object.entries(balance).sort(([one], [other]) => (one < other ? -1 : 1))),
    )
    .sort();
}
