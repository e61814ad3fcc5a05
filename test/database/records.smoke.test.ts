import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OPERATIONS } from '../../bench/serve/operations.ts';
import { recordsOf } from '../../src/database/index.ts';
import { type Client, createClient } from '../schema/client.ts';
import { invented } from '../schema/samples.ts';
import { onStatements, spyOnStatements } from '../support/statements.ts';
import { createTestLedger, type TestLedger } from '../support/test-ledger.ts';

let ledger: TestLedger;
let client: Client;
let byPrisma = 0;

beforeAll(async () => {
  ledger = await createTestLedger(afterAll);
  await ledger.append(invented());
  client = createClient(ledger.database);
  onStatements({ pool: ledger.database.records() }, () => {
    byPrisma += 1;
  });
});

/** The data of a query, how many statements it took, and how many of them were Prisma's. */
async function counted(query: string, variables?: object) {
  client.statements();
  byPrisma = 0;
  const { data, errors } = await client.send(query, variables);
  expect(errors).toBeUndefined();
  return { data: data ?? {}, statements: client.statements().length, byPrisma };
}

describe('rows of SQL need no statement of Prisma’s', () => {
  const person = { cik: '0009000201', asOf: '2023-12-01', knownAt: '2024-12-01T00:00:00Z' };
  const issuer = { ...person, cik: '0009000101' };

  it.each([
    ['holdings', person],
    ['events', issuer],
    ['insiders', issuer],
  ] as const)('on the hot operation %s', async (name, variables) => {
    const { data, byPrisma } = await counted(OPERATIONS[name].ours, variables);
    expect(JSON.stringify(data)).toContain('"nodes":[{');
    expect(byPrisma).toBe(0);
  });
});

describe('what Prisma reads takes few statements, whatever the page', () => {
  it('a filing’s page six at most', async () => {
    const page = `query ($number: AccessionNumber!) { filing(by: { accessionNumber: $number }) {
      accessionNumber form knownAt filedOn periodOfReport url remarks sourceHash
      footnotes { id text } signatures { name date }
      issuer { cik name ticker }
      reportingOwners { nameAsFiled roles officerTitle person { cik name } }
      amends { accessionNumber } amendedBy { accessionNumber }
      events { position type
        ... on TransactionReported { code shares pricePerShare security { title expiresOn } flags }
        ... on HoldingReported { amountAfter security { title } } } } }`;
    const { data, statements } = await counted(page, { number: '0009000101-23-000012' });
    expect(data).toMatchObject({ filing: { issuer: { cik: '0009000101' } } });
    expect(statements).toBeLessThanOrEqual(6);
  });

  it.each([1, 5, 100])('people with former names three at most, on a page of %i', async (first) => {
    const { data, statements } = await counted(
      `{ people(first: ${first}) { nodes { name formerNames { name } } } }`,
    );
    expect(data).toMatchObject({ people: { nodes: expect.any(Array) } });
    expect(statements).toBeLessThanOrEqual(3);
  });

  it.each([1, 100])('filings with issuer and owners two, on a page of %i', async (first) => {
    const { statements } = await counted(
      `{ filings(first: ${first}) { nodes { form url issuer { name } reportingOwners { person { name } } } } }`,
    );
    expect(statements).toBe(2);
  });

  it('rows of SQL get what they lack in one statement a relation, however many they are', async () => {
    const { data, statements } = await counted(
      `{ issuer(by: { cik: "0009000101" }) { insiders(asOf: "2023-12-01") { nodes {
        person { name formerNames { name } } } } } }`,
    );
    expect(JSON.stringify(data)).toContain('formerNames');
    // The issuer, its insiders with their people, and their names.
    expect(statements).toBe(3);
  });
});

describe('statements of Prisma’s', () => {
  it('are stopped by PostgreSQL at their time limit, and say why', async () => {
    const { rows } = await ledger.database.records().query('SHOW statement_timeout');
    expect(rows).toEqual([{ statement_timeout: '15s' }]);
  });

  it('of a stopped operation are refused with its reason, and shown to its observer', async () => {
    const observed: string[] = [];
    const group = {
      query: ledger.database.pool.query.bind(ledger.database.pool),
      cancel: () => undefined,
      run: async (text: string, work: () => Promise<unknown>) => {
        observed.push(text);
        if (observed.length > 1) throw new Error('Enough.');
        return work();
      },
    };
    const records = recordsOf({ ...ledger.database, pool: group as never });
    const statements = spyOnStatements(ledger.database);
    expect(await records.filing.count()).toBeGreaterThan(0);
    await expect(records.person.findMany()).rejects.toThrow('Enough.');
    expect(observed).toEqual(['filing.count', 'person.findMany']);
    expect(statements()).toHaveLength(1);
  });
});
