import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graphql } from '../graphql/index.ts';
import { createTestLedger } from '../support/test-ledger.ts';
import { type Client, createClient } from './client.ts';

const SEARCH = graphql(`
  query Search($text: String!, $first: Int, $after: String) {
    search(text: $text, first: $first, after: $after) {
      totalCount
      nodes {
        __typename
        ... on Person { name formerNames { name } }
        ... on Issuer { ticker issuerName: name }
      }
      edges { cursor }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

/** Issuers with their tickers, and the owners of each; all invented. */
const WORLD = [
  ['Quorrel Motion Technologies Inc', 'QMOT', ['Marrow Tobias P', 'Öster Ülrike', 'Vellum Ida']],
  ['Vellum & Vine Holdings, Inc.', 'VINE, VINE.A', ['Vellum Fund L.P.', 'Marrow Tobiah']],
  ['Northgate Vellum Corp', 'QMOTX', ["O'Dray Sean"]],
  ['Vine', 'N/A', ['Quorrel Ann']],
] as const;

const documents = Object.fromEntries(
  WORLD.map(([issuer, ticker, owners], index) => [
    `000900041${index}-24-000001.xml`,
    `<ownershipDocument><documentType>3</documentType><periodOfReport>2024-01-10</periodOfReport>
     <noSecuritiesOwned>1</noSecuritiesOwned>
     <issuer><issuerCik>900041${index}</issuerCik><issuerName>${issuer.replace('&', '&amp;')}</issuerName><issuerTradingSymbol>${ticker}</issuerTradingSymbol></issuer>
     ${owners
       .map(
         (owner, place) =>
           `<reportingOwner><reportingOwnerId><rptOwnerCik>90042${index}${place}</rptOwnerCik><rptOwnerName>${owner}</rptOwnerName></reportingOwnerId></reportingOwner>`,
       )
       .join('')}
     <ownerSignature><signatureName>S</signatureName><signatureDate>2024-01-10</signatureDate></ownerSignature></ownershipDocument>`,
  ]),
);

let client: Client;

beforeAll(async () => {
  const ledger = await createTestLedger(afterAll);
  await ledger.append(documents);
  client = createClient(ledger.database);
});

const found = async (text: string) => {
  const { search } = await client.ask(SEARCH, { text });
  return search.nodes.map((node) => {
    if (node.__typename === 'Filing') return 'a filing';
    return 'name' in node ? node.name : node.issuerName;
  });
};

describe('search', () => {
  it.each([
    ['a name', 'Marrow Tobias P', 'Marrow Tobias P'],
    ['a name in the other order', 'tobias marrow', 'Marrow Tobias P'],
    ['a letter wrong in each word', 'tobbias p marow', 'Marrow Tobias P'],
    ['no accents', 'oster ulrike', 'Öster Ülrike'],
    ['no apostrophe', 'sean odray', "O'Dray Sean"],
    ['part of a name', 'quorrel motion', 'Quorrel Motion Technologies Inc'],
    ['a ticker in any case', 'qmot', 'Quorrel Motion Technologies Inc'],
    ['one of several tickers', '$VINE.A', 'Vellum & Vine Holdings, Inc.'],
    ['a name that is nothing but the text', 'vine holdings', 'Vellum & Vine Holdings, Inc.'],
  ])('by %s: "%s" gives %s first', async (_, text, name) => {
    expect((await found(text))[0]).toBe(name);
  });

  it('puts a ticker before names, and a whole name before one that only holds it', async () => {
    expect((await found('vine')).slice(0, 2)).toEqual(['Vellum & Vine Holdings, Inc.', 'Vine']);
  });

  it.each(['', '   ', '%', "'; DROP TABLE person; --", 'zzzzqqq', '日本'])(
    'finds nothing for %o',
    async (text) => {
      expect(await found(text)).toEqual([]);
    },
  );

  it('pages through hits of equal score without a gap or a repeat', async () => {
    const { search: whole } = await client.ask(SEARCH, { text: 'vellum' });
    expect(whole.totalCount).toBe(4);
    const paged: unknown[] = [];
    let after: string | null = null;
    for (let page = 0; page < 4; page += 1) {
      const answer: typeof whole = (await client.ask(SEARCH, { text: 'vellum', first: 1, after }))
        .search;
      paged.push(...answer.nodes);
      expect(answer.pageInfo.hasNextPage).toBe(page < 3);
      after = answer.pageInfo.endCursor;
    }
    expect(paged).toEqual(whole.nodes);
  });

  it('refuses a text of no length that a name has', async () => {
    const { errors } = await client.send(`{ search(text: "${'x'.repeat(201)}") { totalCount } }`);
    expect(errors?.[0]?.message).toBe('text: is 200 characters at most, and is 201.');
  });
});
