import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { createTestLedger } from '../support/test-ledger.ts';
import { type Client, createClient } from './client.ts';
import { inventedForm4 } from './invented.ts';
import { invented } from './samples.ts';

let client: Client;

beforeAll(async () => {
  const ledger = await createTestLedger(afterAll);
  await ledger.append(invented());
  client = createClient(ledger.database);
});

async function ask<Data>(query: string, variables: object = {}): Promise<Data> {
  const { data, errors } = await client.send(query, variables);
  expect(errors).toBeUndefined();
  return data as Data;
}

async function refusal(query: string): Promise<string | undefined> {
  const { errors } = await client.send(query);
  expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  return errors?.[0]?.message;
}

describe('peopleBy, issuersBy and filingsBy answer in the order of the list, null where there is none', () => {
  test('people by CIK and by id', async () => {
    const { peopleBy } = await ask<{ peopleBy: ({ id: string; cik: string } | null)[] }>(
      '{ peopleBy(ciks: ["9000202", "1", "9000201"]) { id cik } }',
    );
    expect(peopleBy.map((person) => person?.cik)).toEqual(['0009000202', undefined, '0009000201']);
    const again = await ask<{ peopleBy: unknown[] }>(
      'query ($ids: [ID!]) { peopleBy(ids: $ids) { id cik } }',
      { ids: peopleBy.flatMap((person) => person?.id ?? []) },
    );
    expect(again.peopleBy).toEqual(peopleBy.filter((person) => person !== null));
  });

  test('issuers by ticker, in any case, with or without the exchange', async () => {
    expect(await ask('{ issuersBy(tickers: ["nyse:twkx", "NOBODYS", "TWKX"]) { cik } }')).toEqual({
      issuersBy: [{ cik: '0009000101' }, null, { cik: '0009000101' }],
    });
  });

  test('filings by accession number, with or without dashes', async () => {
    expect(
      await ask(
        '{ filingsBy(accessionNumbers: ["000900010123000012", "0000000001-23-000001"]) { accessionNumber } }',
      ),
    ).toEqual({ filingsBy: [{ accessionNumber: '0009000101-23-000012' }, null] });
  });

  test.each([
    ['{ peopleBy { id } }', 'Give exactly one of ciks, ids; 0 are given.'],
    [
      '{ issuersBy(ciks: ["1"], tickers: ["A"]) { id } }',
      'Give exactly one of ciks, tickers, ids; 2 are given.',
    ],
    ['{ filingsBy(ids: ["x"]) { id } }', 'ids[0]: "x" is not an id of this ledger.'],
    [
      `{ issuersBy(tickers: [${'"A",'.repeat(101)}]) { id } }`,
      'tickers: has 100 values at most, and has 101.',
    ],
  ])('%s is refused', async (query, message) => {
    expect(await refusal(query)).toBe(message);
  });

  test('each is a statement or two, however many are asked for', async () => {
    client.statements();
    await ask('{ peopleBy(ciks: ["9000201", "9000202", "9000203"]) { name } }');
    expect(client.statements()).toHaveLength(1);
    await ask(
      '{ filingsBy(accessionNumbers: ["0009000101-23-000012", "0009000101-23-000002"]) { form } }',
    );
    expect(client.statements()).toHaveLength(1);
  });
});

test('§2 a class of shares is found as BRK.B, BRK-B or BRK/B', async () => {
  const ledger = await createTestLedger();
  await ledger.append({
    '0009000960-24-000001.xml': inventedForm4({
      period: '2024-02-01',
      signedOn: '2024-02-02',
      issuer: { cik: '9000960', name: 'Brackwater Holdings Inc', ticker: 'BRKW.B' },
      owners: [{ cik: '9000961', name: 'Owner Una' }],
      lines: [{ shares: '10', price: '1', after: '20' }],
    }),
  });
  const one = createClient(ledger.database);
  for (const ticker of ['BRKW.B', 'brkw-b', 'NYSE: BRKW/B', 'BRKWB.X', 'BRKW.A']) {
    const { data } = await one.send('query ($t: String!) { issuer(by: { ticker: $t }) { cik } }', {
      t: ticker,
    });
    const found = /^BRKWB|A$/.test(ticker) ? null : { cik: '0009000960' };
    expect(data).toEqual({ issuer: found });
  }
});

describe('holdingsOn answers each date as holdings does', () => {
  const DATES = ['2023-03-07', '2023-06-30', '2023-12-31', '2024-01-31'];

  test.each([
    ['person', '9000201'],
    ['issuer', '9000101'],
  ])('of a %s, in one statement more than the subject', async (of, cik) => {
    const node = 'amount ownership nature status security { class } person { cik } issuer { cik }';
    const single = DATES.map(
      (date, index) =>
        `d${index}: holdings(asOf: "${date}", knownAt: "2024-01-15") { nodes { ${node} } }`,
    );
    const alone = await ask<Record<string, Record<string, unknown>>>(
      `{ ${of}(by: { cik: "${cik}" }) { ${single.join(' ')} } }`,
    );
    client.statements();
    const many = await ask<Record<string, { holdingsOn: { asOf: string; holdings: unknown }[] }>>(
      `query ($dates: [Date!]!) { ${of}(by: { cik: "${cik}" }) {
         holdingsOn(dates: $dates, knownAt: "2024-01-15", first: 20) { asOf holdings { nodes { ${node} } } } } }`,
      { dates: DATES },
    );
    expect(client.statements().length).toBeLessThanOrEqual(of === 'person' ? 2 : 4);
    const answers = many[of]?.holdingsOn ?? [];
    expect(answers.map(({ asOf }) => asOf)).toEqual(DATES);
    expect(answers.map(({ holdings }) => holdings)).toEqual(
      DATES.map((_, index) => alone[of]?.[`d${index}`]),
    );
    expect(JSON.stringify(answers)).toContain('COMMON STOCK');
  });

  it('takes 60 dates at most', async () => {
    const dates = '"2024-01-01",'.repeat(61);
    expect(
      await refusal(
        `{ person(by: { cik: "9000201" }) { holdingsOn(dates: [${dates}]) { asOf } } }`,
      ),
    ).toBe('dates: are 60 at most, and are 61.');
  });

  it('of 18 people on 12 month ends costs less than 5,000', async () => {
    const dates = Array.from(
      { length: 12 },
      (_, month) => `2023-${String(month + 1).padStart(2, '0')}-28`,
    );
    const ciks = Array.from({ length: 18 }, (_, index) => String(9_000_201 + index));
    const answer = await client.send(
      `query ($ciks: [CIK!], $dates: [Date!]!) { peopleBy(ciks: $ciks) { name
         holdingsOn(dates: $dates) { asOf holdings { nodes { amount security { class } } } } } }`,
      { ciks, dates },
    );
    expect(answer.errors).toBeUndefined();
    const { cost } = (answer as unknown as { extensions: { cost: number } }).extensions;
    expect(cost).toBeGreaterThan(18 * 12);
    expect(cost).toBeLessThan(5_000);
  });
});

describe('§3 a day as knownAt is its last instant in New York', () => {
  const ASKED = `query ($k: DateTime) { person(by: { cik: "9000201" }) {
    holdings(asOf: "2023-03-07", knownAt: $k) { nodes { amount } } } }`;

  test.each(['2023-03-09', '2023-03-10', '2023-03-14', '2023-03-15'])('%s', async (day) => {
    const last = `${day}T23:59:59.999-0${day < '2023-03-12' ? 5 : 4}:00`;
    expect(await ask(ASKED, { k: day })).toEqual(await ask(ASKED, { k: last }));
  });

  test('filedAt takes an instant alone', async () => {
    const { errors } = await client.send(
      'mutation { submitFiling(input: { document: "x", filedAt: "2023-01-01" }) { appended } }',
    );
    expect(errors?.[0]?.extensions.code).toMatch(/BAD_USER_INPUT|FORBIDDEN/);
  });
});

describe('search finds what is named exactly', () => {
  test.each([
    ['9000201', 'Person'],
    ['CIK 0009000101', 'Issuer'],
    ['0009000101-23-000012', 'Filing'],
    ['000900010123000012', 'Filing'],
    ['$twkx', 'Issuer'],
  ])('%s', async (text, type) => {
    const { search } = await ask<{ search: { nodes: unknown[] } }>(
      `query ($text: String!) { search(text: $text, first: 1) { nodes { __typename
         ... on Person { name } ... on Issuer { name } ... on Filing { form issuer { name } } } } }`,
      { text },
    );
    expect(search.nodes[0]).toMatchObject({ __typename: type });
  });
});
