import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { verifyLedger } from '../../../src/ledger/index.ts';
import { EVENING, eventually, following, numbersIn } from '../../support/edgar/following.ts';
import { inventedListing } from '../../support/edgar/listed-filing.ts';
import { type Fault, startEdgarServer } from '../../support/edgar-server.ts';
import { createTestLedger } from '../../support/test-ledger.ts';

const FILINGS = Array.from({ length: 60 }, (_, index) => inventedListing(index + 1));
const NUMBERS = FILINGS.map(({ accessionNumber }) => accessionNumber);
const FEED = /getcurrent/;

describe('faults while it follows', () => {
  it.each([
    { kind: 'status', status: 503 },
    { kind: 'cut' },
    { kind: 'page' },
    { kind: 'bad gzip' },
    { kind: 'too many', retryAfter: '1' },
  ] satisfies Fault[])('of EDGAR lose nothing: %o', async (fault) => {
    const { database } = await createTestLedger();
    const server = await startEdgarServer({ filings: FILINGS, indexedThrough: '2024-05-05' });
    server.fail(/000013\.txt/, fault, 3);
    server.fail(FEED, fault, 4);
    const run = following(server, database);
    await eventually(() => numbersIn(database)).toEqual(NUMBERS);
    expect(await run.end()).toMatchObject({ filings: 60, rejected: 0, missing: 0 });
    expect(server.requests.filter(({ path }) => path.includes('000014.txt'))).toHaveLength(1);
  });

  it('on a later page are no reason to think that the feed was read', async () => {
    const { database } = await createTestLedger();
    const server = await startEdgarServer({ filings: FILINGS, indexedThrough: '2024-05-05' });
    // Five tries each: the second page fails whole, and EDGAR is left alone for a while after ten.
    server.fail(/start=90/, { kind: 'status', status: 503 }, 5);
    const run = following(server, database);
    await eventually(() => numbersIn(database)).toEqual(NUMBERS);
    await run.end();
    expect(run.said).toEqual([
      expect.stringContaining('was not followed before'),
      expect.stringMatching(
        /^EDGAR did not give .* in 5 tries.*It is tried again until it works\.$/,
      ),
      'Going on.',
    ]);
  });

  it('of the connection to the database are said, and it goes on, and asks nothing twice', async () => {
    const { database, adminUrl } = await createTestLedger();
    const server = await startEdgarServer({ filings: FILINGS, indexedThrough: '2024-05-05' });
    const run = following(server, database, { now: () => EVENING });
    const admin = new pg.Client({ connectionString: adminUrl });
    await admin.connect();
    for (let cuts = 0; cuts < 12; cuts += 1) {
      await admin.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND pid <> pg_backend_pid()`,
      );
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
    await admin.end();
    await eventually(() => numbersIn(database)).toEqual(NUMBERS);
    expect(await run.end()).toMatchObject({ rejected: 0, missing: 0 });
    expect(run.said).toContainEqual(expect.stringMatching(/^The database is gone \(/));
    const asked = server.asked(/Archives\/edgar\/data/);
    expect(new Set(asked).size).toBe(asked.length);
    expect((await verifyLedger(database.pool)).faults).toEqual([]);
  });

  it('that do not pass end it', async () => {
    const { database, adminUrl } = await createTestLedger();
    const server = await startEdgarServer({ filings: FILINGS });
    const admin = new pg.Client({ connectionString: adminUrl });
    await admin.connect();
    await admin.query('DROP TABLE edgar_followed');
    await admin.end();
    await expect(following(server, database).ended).rejects.toThrow('edgar_followed');
  });
});

describe('a single document that cannot be had', () => {
  it.each([
    ['is too large', 'a'.repeat(50_000_001), null, { filings: 60, rejected: 0, missing: 1 }],
    [
      'EDGAR fails to give',
      null,
      { kind: 'status', status: 500 },
      { filings: 60, rejected: 0, missing: 1 },
    ],
  ] as const)('because it %s holds no other up', async (_, text, fault, summary) => {
    const { database } = await createTestLedger();
    const bad = inventedListing(61, text === null ? {} : { text });
    const server = await startEdgarServer({
      filings: [bad, ...FILINGS],
      indexedThrough: '2024-05-05',
    });
    if (fault !== null) server.fail(/000061\.txt/, fault, 1_000);
    const run = following(server, database, { once: true });
    expect(await run.ended).toMatchObject(summary);
    expect(await numbersIn(database)).toEqual(NUMBERS);
  });
});
