import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HeaderFacts } from '../../src/parser/index.ts';
import type { CalendarDate, Cik, Instant } from '../../src/values/index.ts';
import { graphql } from '../graphql/index.ts';
import { generateFullFilings } from '../support/generated-filings.ts';
import { headerSubmission } from '../support/header-submission.ts';
import { createTestLedger } from '../support/test-ledger.ts';
import { createClient } from './client.ts';

const [FILING] = generateFullFilings({ seed: 4, count: 1 });

/** A filing of an issuer, accepted on a day of March 2024. */
function submission(
  index: number,
  day: string,
  issuer: { cik: string; name: string } & Partial<HeaderFacts>,
) {
  const { cik, name, ...facts } = issuer;
  const number = `0009000821-24-00000${index}`;
  const text = headerSubmission(FILING as NonNullable<typeof FILING>, {
    number,
    day,
    facts,
    issuer: { cik: cik as Cik, name },
  });
  return [`${number}.txt`, text] as const;
}

const until = (day: string) => day as CalendarDate;
const MILLS = { cik: '0009000821', name: 'Grindle Mills Inc' };
const FLOUR = { sic: '2040', sicDescription: 'GRAIN MILL PRODUCTS', fiscalYearEnd: '0630' };
const FILINGS = Object.fromEntries([
  submission(1, '04', {
    ...MILLS,
    name: 'Grindle & Co',
    sic: '0100',
    stateOfIncorporation: 'NV',
  }),
  submission(2, '08', {
    ...MILLS,
    ...FLOUR,
    stateOfIncorporation: 'DE',
    formerNames: [
      { name: 'GRINDLE & CO', until: until('2024-03-06') },
      { name: 'Quernstone Ltd', until: until('1999-05-04') },
    ],
  }),
  submission(3, '12', { cik: '0009000822', name: 'Tallow Candles Corp', sic: '2840' }),
]);

const FACTS = graphql(`
  query HeaderFacts($knownAt: DateTime) {
    issuer(by: { cik: "0009000821" }) {
      name
      sic(knownAt: $knownAt)
      sicDescription(knownAt: $knownAt)
      fiscalYearEnd(knownAt: $knownAt)
      stateOfIncorporation(knownAt: $knownAt)
      headerFacts {
        sic
        sicDescription
        fiscalYearEnd
        stateOfIncorporation
        knownFrom
        knownTo
        filing { accessionNumber }
      }
      formerNames { name until firstKnownAt lastKnownAt }
    }
  }
`);

const ISSUERS = graphql(`
  query IssuersByFacts($filter: IssuerFilter, $knownAt: DateTime!) {
    issuers(filter: $filter) { nodes { cik } }
    snapshot(asOf: "2024-12-31", knownAt: $knownAt) {
      issuers(filter: $filter) { nodes { cik } }
    }
  }
`);

const TRANSACTIONS = graphql(`
  query TransactionsByFacts($filter: TransactionFilter!, $knownAt: DateTime) {
    transactions(filter: $filter, knownAt: $knownAt) { nodes { issuer { cik } } }
  }
`);

const LATER = '2030-01-01T00:00:00Z' as Instant;
const BEFORE = '2024-03-06T00:00:00Z' as Instant;

describe('§2 header facts over the API', () => {
  let client: ReturnType<typeof createClient>;

  beforeAll(async () => {
    const ledger = await createTestLedger(afterAll);
    await ledger.append(FILINGS);
    client = createClient(ledger.database);
  });

  it('are those that are known now, and at a knownAt those known then', async () => {
    const { issuer } = await client.ask(FACTS, { knownAt: null });
    expect(issuer).toMatchObject({ ...FLOUR, stateOfIncorporation: 'DE' });
    const then = (await client.ask(FACTS, { knownAt: BEFORE })).issuer;
    const nothing = { sicDescription: null, fiscalYearEnd: null };
    expect(then).toMatchObject({ sic: '0100', stateOfIncorporation: 'NV', ...nothing });
    const never = await client.ask(FACTS, { knownAt: '2024-01-01' as CalendarDate });
    expect(never.issuer).toMatchObject({ sic: null, stateOfIncorporation: null, ...nothing });
  });

  it('are listed with the filing that says so, the latest first', async () => {
    const { issuer } = await client.ask(FACTS, { knownAt: null });
    expect(issuer?.headerFacts).toEqual([
      {
        ...FLOUR,
        stateOfIncorporation: 'DE',
        knownFrom: '2024-03-08T21:00:00.000Z',
        knownTo: null,
        filing: { accessionNumber: '0009000821-24-000002' },
      },
      {
        sic: '0100',
        sicDescription: null,
        fiscalYearEnd: null,
        stateOfIncorporation: 'NV',
        knownFrom: '2024-03-04T21:00:00.000Z',
        knownTo: '2024-03-08T21:00:00.000Z',
        filing: { accessionNumber: '0009000821-24-000001' },
      },
    ]);
  });

  it('a former name has the day until which it was one, and its use where filings used it', async () => {
    const { issuer } = await client.ask(FACTS, { knownAt: null });
    const [stated, used] = ['2024-03-08T21:00:00.000Z', '2024-03-04T21:00:00.000Z'];
    expect([issuer?.name, issuer?.formerNames]).toEqual([
      'Grindle Mills Inc',
      [
        { name: 'Grindle & Co', until: '2024-03-06', firstKnownAt: used, lastKnownAt: used },
        { name: 'Quernstone Ltd', until: '1999-05-04', firstKnownAt: stated, lastKnownAt: stated },
      ],
    ]);
  });

  it.each([
    ['SIC code', { sics: ['2040', '9999'] }, ['0009000821'], []],
    ['SIC code of then', { sics: ['0100'] }, [], ['0009000821']],
    ['state', { statesOfIncorporation: ['NV'] }, [], ['0009000821']],
    ['end of the year', { fiscalYearEnds: ['0630'] }, ['0009000821'], []],
    ['former name that a header tells', { anyName: 'quernstone' }, ['0009000821'], ['0009000821']],
    ['former name that a filing used', { anyName: 'co grindle' }, ['0009000821'], ['0009000821']],
    ['two names, of each a word', { anyName: 'quernstone mills' }, [], []],
    ['a code and another state', { sics: ['2040'], statesOfIncorporation: ['MD'] }, [], []],
  ])('issuers are found by %s', async (_, filter, now, then) => {
    const found = await client.ask(ISSUERS, { filter, knownAt: BEFORE });
    expect(found.issuers.nodes.map(({ cik }) => cik)).toEqual(now);
    expect(found.snapshot.issuers.nodes.map(({ cik }) => cik)).toEqual(then);
  });

  it.each([
    ['SIC code', { sics: ['2040'] }, LATER, ['0009000821']],
    ['SIC code of then', { sics: ['2040'] }, BEFORE, []],
    ['another of then', { sics: ['0100'] }, BEFORE, ['0009000821']],
    ['several codes', { sics: ['2040', '2840'] }, LATER, ['0009000821', '0009000822']],
    ['state', { statesOfIncorporation: ['DE'] }, LATER, ['0009000821']],
    ['no code at all', { sics: [] }, LATER, []],
  ])('transactions are found by %s of their issuer', async (_, filter, knownAt, ciks) => {
    const { transactions } = await client.ask(TRANSACTIONS, { filter, knownAt });
    const found = new Set(transactions.nodes.map(({ issuer }) => issuer.cik ?? ''));
    expect([...found].sort()).toEqual(ciks);
  });
});
