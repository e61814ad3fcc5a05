import { expect, it } from 'vitest';
import { insiderLedger } from '../../support/command-line.ts';
import { sampleDocuments } from '../../support/samples.ts';
import { createTestLedger } from '../../support/test-ledger.ts';

const SMALL = ['--issuers', '8', '--people', '40', '--years', '5'];

it('insider-ledger demo fills a ledger, finds its own work again, and mixes with nothing else', async () => {
  const { append, adminUrl } = await createTestLedger();
  await append(sampleDocuments());
  const run = (...args: string[]) => insiderLedger(args, { DATABASE_URL: adminUrl });
  const json = async (...args: string[]) => JSON.parse((await run(...args, '--json')).stdout);
  const first = await json('demo', ...SMALL);
  expect(first).toMatchObject({
    issuers: 8,
    people: 40,
    years: 5,
    seed: 1,
    rejected: 0,
    warned: 0,
  });
  expect(first.filings).toBeGreaterThan(300);
  expect(await json('demo', ...SMALL)).toMatchObject({
    filings: 0,
    alreadyHeld: first.filings,
    rejected: 0,
  });
  const other = await run('demo', ...SMALL, '--seed', '2');
  expect(other.status).toBe(2);
  expect(other.stderr).toContain(`holds ${first.filings} filings that are not of this market`);
  const audit = await json('audit');
  const [direct] = audit.entries;
  const { UNKNOWN = 0, CORPORATE_ACTION } = direct.breaks;
  expect(direct.consistent / (direct.consistent + UNKNOWN)).toBeGreaterThan(0.95);
  expect(CORPORATE_ACTION).toBeGreaterThan(0);
});

it.each([
  [['--people', '1'], '--people has to be a whole number from 2 to 10000'],
  [['--until', '2025-02-30'], '--until has to be a day'],
])('insider-ledger demo %j says what it has to be', async (args, said) => {
  const { status, stderr } = await insiderLedger(['demo', ...args]);
  expect(status).toBe(2);
  expect(stderr).toContain(said);
});
