import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { graphql } from '../graphql/index.ts';
import { createTestLedger } from '../support/test-ledger.ts';
import { type Client, createClient } from './client.ts';
import { INVENTED_SALE_OF_2016, SEEDS } from './seeds.ts';

const HOLDINGS = graphql(`
  query HoldingsOfMaida($asOf: Date!, $knownAt: DateTime) {
    issuer(by: { ticker: "AMOT" }) {
      holdings(asOf: $asOf, knownAt: $knownAt) {
        nodes {
          person { name }
          security { title class }
          ownership
          nature
          amount
          unit
          status
          derived
          accountEvidence
        }
      }
    }
  }
`);

const HISTORY = graphql(`
  query HistoryOfMaida {
    people(filter: { name: "maida robert" }) {
      nodes {
        holdings(asOf: "2023-03-07") { nodes { issuer { id } } }
      }
    }
  }
`);

const SERIES = graphql(`
  query SeriesOfMaida($issuer: ID!) {
    people(filter: { name: "maida robert" }) {
      nodes {
        holdingHistory(issuer: $issuer) {
          ownership
          points { effectiveOn change amount reconciliation difference accountEvidence }
        }
        relationships(asOf: "2020-01-01") { nodes { officerTitle roles from to } }
        later: relationships(asOf: "2023-03-07") { nodes { officerTitle roles from to } }
      }
    }
  }
`);

/** docs/domain.md §9, row by row. */
const TABLE = `
  asked                                                 | direct  | by ESOP trust
  as of 2015-03-04                                      | 49,135  | none
  as of 2015-12-31                                      | 47,369  | none
  as of 2016-12-31                                      | 47,369  | 1,648
  as of 2016-12-31, known at 2017-01-31                 | none    | none
  as of 2015-03-10, with a sale of 1,000 in 2016        | 50,135  | none
  as of 2023-03-06                                      | 47,369  | 1,648
  as of 2023-03-07                                      | 110,785 | 4,534
`;

const rows = TABLE.trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('|').map((cell) => cell.trim()));

describe('§9 the two seed documents', () => {
  let seeds: Client;
  let seedsAndSale: Client;

  beforeAll(async () => {
    seeds = await clientOf(SEEDS);
    seedsAndSale = await clientOf({ ...SEEDS, ...INVENTED_SALE_OF_2016 });
  });

  test.each(rows)('%s: %s direct, %s by ESOP trust', async (asked = '', direct, esop) => {
    const client = asked.includes('with a sale') ? seedsAndSale : seeds;
    const knownAt = /known at (\S+)/.exec(asked)?.[1];
    const { issuer } = await client.ask(HOLDINGS, {
      asOf: /as of ([\d-]+)/.exec(asked)?.[1] ?? '',
      ...(knownAt === undefined ? {} : { knownAt: `${knownAt}T12:00:00Z` }),
    });
    const nodes = issuer?.holdings.nodes ?? [];
    const amounts = (ownership: string) =>
      nodes
        .filter((node) => node.ownership === ownership)
        .map((node) => Number(node.amount).toLocaleString('en-US'));
    expect(amounts('DIRECT')).toEqual(direct === 'none' ? [] : [direct]);
    expect(amounts('INDIRECT')).toEqual(esop === 'none' ? [] : [esop]);
    for (const node of nodes) {
      expect(node).toMatchObject({
        person: { name: 'Maida Robert P' },
        security: { title: 'Common Stock', class: 'COMMON STOCK' },
        unit: 'SHARES',
        nature: node.ownership === 'DIRECT' ? null : 'By ESOP Trust',
        derived: asked.includes('with a sale'),
      });
    }
  });

  test('entry statuses, differences of six years unfiled among them', async () => {
    const { people } = await seeds.ask(HISTORY);
    const issuer = people.nodes[0]?.holdings.nodes[0]?.issuer.id ?? '';
    const series = await seeds.ask(SERIES, { issuer });
    expect(series.people.nodes[0]?.holdingHistory).toEqual([
      {
        ownership: 'DIRECT',
        points: [
          point('2015-03-04', '-578', '49135', 'OPENING'),
          point('2015-03-31', '-1766', '47369', 'CONSISTENT'),
          { ...point('2023-03-07', '-216', '103939', 'BREAK'), difference: '56786' },
          point('2023-03-07', '1871', '105810', 'CONSISTENT'),
          point('2023-03-07', '1871', '107681', 'CONSISTENT'),
          point('2023-03-07', '3104', '110785', 'CONSISTENT'),
        ],
      },
      {
        ownership: 'INDIRECT',
        points: [
          point('2016-12-31', null, '1648', 'OPENING'),
          { ...point('2023-03-07', null, '4534', 'BREAK'), difference: '2886' },
        ],
      },
    ]);
  });

  test('titles: one until the Form 4 says otherwise', async () => {
    const { people } = await seeds.ask(SERIES, { issuer: await issuerId(seeds) });
    expect(people.nodes[0]?.relationships.nodes).toEqual([
      {
        officerTitle: 'VP Operational Excellence',
        roles: ['OFFICER'],
        from: '2016-12-31',
        to: '2023-03-07',
      },
    ]);
    expect(people.nodes[0]?.later.nodes).toEqual([
      {
        officerTitle: 'Senior VP and Group President',
        roles: ['OFFICER'],
        from: '2023-03-07',
        to: null,
      },
    ]);
  });
});

async function clientOf(documents: Readonly<Record<string, string>>): Promise<Client> {
  const ledger = await createTestLedger(afterAll);
  await ledger.append(documents);
  return createClient(ledger.database);
}

async function issuerId(client: Client): Promise<string> {
  const { people } = await client.ask(HISTORY);
  return people.nodes[0]?.holdings.nodes[0]?.issuer.id ?? '';
}

function point(
  effectiveOn: string,
  change: string | null,
  amount: string,
  reconciliation: 'OPENING' | 'CONSISTENT' | 'BREAK',
  accountEvidence: 'OPENED' | 'KEY' = effectiveOn < '2017' ? 'OPENED' : 'KEY',
) {
  return {
    effectiveOn,
    change,
    amount,
    reconciliation,
    difference: null as string | null,
    accountEvidence,
  };
}
