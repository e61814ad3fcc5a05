import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../src/database/index.ts';
import { findSubject, type SubjectType } from '../../../src/server/cli/find-subject.ts';
import { insiderLedger } from '../../support/command-line.ts';
import { sampleDocuments } from '../../support/samples.ts';
import { createTestLedger } from '../../support/test-ledger.ts';

let database: Database;
let env: Record<string, string>;

beforeAll(async () => {
  const ledger = await createTestLedger(afterAll);
  database = ledger.database;
  env = { DATABASE_URL: ledger.adminUrl };
  await ledger.append(sampleDocuments());
});

const holdings = (...args: string[]) => insiderLedger(['holdings', ...args], env);

describe('insider-ledger holdings', () => {
  it('answers what was held on a day, as known by the end of another (docs/domain.md §9)', async () => {
    const times = ['--as-of', '2016-12-31', '--known-at', '2017-03-01'];
    const { status, stdout } = await holdings('AMOT', ...times);
    expect(status).toBe(0);
    const [heading, , ...rows] = stdout.trim().split('\n');
    expect(heading).toBe(
      'ALLIED MOTION TECHNOLOGIES INC (issuer, AMOT, without a CIK), held on 2016-12-31, ' +
        'as known at 2017-03-02T04:59:59.999Z',
    );
    expect(rows.map((line) => line.replace(/ {2,}/g, ' | '))).toEqual([
      expect.stringMatching(/^Maida Robert P \| Common Stock.* \| direct \| 47369 \| current \| /),
      expect.stringMatching(
        /^Maida Robert P \| .* \| indirect \| By ESOP Trust \| 1648 \| current \| /,
      ),
    ]);
  });

  it('says that it was not known yet, where that is all', async () => {
    const { stdout } = await holdings('AMOT', '--as-of', '2016-12-31', '--known-at', '2017-01-31');
    expect(stdout).toContain(
      'Nothing was known by then. By what is known now there are 2 holdings on that day.',
    );
  });

  it('answers in JSON with the columns of the export and exact amounts', async () => {
    const { status, stdout, stderr } = await holdings('TWKX', '--as-of', '2023-12-31', '--json');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const answer = JSON.parse(stdout);
    expect(answer).toMatchObject({ type: 'Issuer', ticker: 'TWKX', asOf: '2023-12-31' });
    const amounts = answer.holdings.map(({ amount }: { amount: string }) => amount);
    expect(amounts).toContain('150500');
    expect(answer.holdings[0]).toMatchObject({
      issuer_cik: '0009000101',
      source_accession_number: expect.stringMatching(/^0009000101-23-/),
    });
  });

  it.each([
    [['Drusfelt'], 'These come near:\n  Drusfeld Anselm K (person, CIK 0009000203)'],
    [['AMOT', '--as-of', '2016-13-01'], '"2016-13-01" is no date. Write it as 2024-06-30.'],
    [['AMOT', '--known-at', 'yesterday'], '--known-at: "yesterday" is no date and no instant.'],
    [['AMOT', '--status', 'gone'], '--status: "gone" is not one of'],
  ])('says in a sentence what is wrong, and ends with 2: %j', async (args, said) => {
    const { status, stdout, stderr } = await holdings(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(said);
  });
});

const BOTH: readonly SubjectType[] = ['Issuer', 'Person'];

describe('an issuer or a person is named', () => {
  it.each([
    ['TWKX', 'Issuer', 'Tarnwick Instruments Inc.'],
    ['$twkx', 'Issuer', 'Tarnwick Instruments Inc.'],
    ['9000101', 'Issuer', 'Tarnwick Instruments Inc.'],
    ['tarnwick instruments', 'Issuer', 'Tarnwick Instruments Inc.'],
    ['0009000203', 'Person', 'Drusfeld Anselm K'],
    ['Anselm Drusfeld', 'Person', 'Drusfeld Anselm K'],
    [Buffer.from('Person:9000203').toString('base64url'), 'Person', 'Drusfeld Anselm K'],
  ])('by %s', async (text, type, name) => {
    const found = await findSubject(database.pool, text, { types: BOTH, where: 'x' });
    expect(found).toMatchObject({ type, name });
  });

  it.each([
    [
      'Drusfelt',
      BOTH,
      /^x: no issuer or person in the ledger has .* "Drusfelt"\. These come near:\n/,
    ],
    ['Ketterby', BOTH, /^x: "Ketterby" is several\. Name one by its CIK:(\n {2}[^\n]*){3}$/],
    [
      'QQQQQ',
      BOTH,
      /^x: no issuer or person in the ledger has the ticker, CIK, name or id "QQQQQ"\.$/,
    ],
    ['TWKX', ['Person'], /^x: no person in the ledger has/],
    ['0009000203', ['Issuer'], /^x: no issuer in the ledger has/],
    ['', BOTH, /^x: no issuer or person/],
  ] as const)('and %j is nobody, or several', async (text, types, message) => {
    await expect(findSubject(database.pool, text, { types, where: 'x' })).rejects.toThrow(message);
  });
});

describe('insider-ledger export', () => {
  it('takes a ticker for an issuer, and refuses what nobody is', async () => {
    const exported = await insiderLedger(['export', 'holdings', '--issuer', 'AMOT'], env);
    expect(exported.status).toBe(0);
    expect(exported.stdout).toContain('Maida Robert P');
    const refused = await insiderLedger(['export', 'holdings', '--person', '1'], env);
    expect(refused).toMatchObject({ status: 2, stdout: '' });
    expect(refused.stderr).toContain('--person: no person');
  });
});
