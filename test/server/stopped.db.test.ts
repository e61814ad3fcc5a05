import { expect, it, onTestFinished } from 'vitest';
import { Cancellation, openDatabase, SERVER_ROLE } from '../../src/database/index.ts';
import type { RequestOutcome } from '../../src/server/operators/index.ts';
import { Anomaly } from '../../src/values/index.ts';
import { startServer } from '../support/live-server.ts';
import { QUIET } from '../support/quiet.ts';
import { createTestLedger } from '../support/test-ledger.ts';

const SLEEPING = `SELECT count(*)::int AS count FROM pg_stat_activity
  WHERE datname = current_database() AND state = 'active' AND query LIKE '%pg_sleep%'
    AND pid <> pg_backend_pid()`;

it('statements of one group are stopped together, and those of others go on', async () => {
  const { adminUrl: connectionString } = await createTestLedger();
  const database = openDatabase({ connectionString, poolSize: 12 });
  onTestFinished(() => database.close());
  const cancellation = new Cancellation(database);
  const stopped = cancellation.queries('a client');
  const others = cancellation.queries('a client');
  const sleeping = Promise.allSettled([1, 2].map(() => stopped.query('SELECT pg_sleep(60)')));
  const other = others.query<{ one: number }>('SELECT 1 AS one FROM pg_sleep(2)');
  await until(async () => (await count()) === 3);
  stopped.cancel(new Anomaly('Unavailable', 'Enough.'));
  const enough = { status: 'rejected', reason: { message: 'Enough.' } };
  expect(await sleeping).toMatchObject([enough, enough]);
  await expect(stopped.query('SELECT 1')).rejects.toThrow('Enough.');
  expect((await other).rows).toEqual([{ one: 1 }]);
  await until(async () => (await count()) === 0);
  // Every connection came back, and none is stopped in its next statement.
  const next = Array.from({ length: 12 }, () => database.pool.query('SELECT 1'));
  await expect(Promise.all(next)).resolves.toHaveLength(12);
  await cancellation.close();

  async function count(): Promise<number | undefined> {
    return (await database.pool.query<{ count: number }>(SLEEPING)).rows[0]?.count;
  }
});

it('statements are stopped also where the login has more rights than the role it works as', async () => {
  const { adminUrl: connectionString } = await createTestLedger();
  const database = openDatabase({ connectionString, role: SERVER_ROLE });
  onTestFinished(() => database.close());
  const owner = openDatabase({ connectionString, poolSize: 1 });
  onTestFinished(() => owner.close());
  const cancellation = new Cancellation(database);
  onTestFinished(() => cancellation.close());
  const queries = cancellation.queries('a client');
  const sleeping = Promise.allSettled([queries.query('SELECT pg_sleep(60)')]);
  await until(async () => (await owner.pool.query(SLEEPING)).rows[0]?.count === 1);
  queries.cancel(new Anomaly('Unavailable', 'Enough.'));
  expect(await sleeping).toMatchObject([{ status: 'rejected', reason: { message: 'Enough.' } }]);
});

it('an operation that takes too long is UNAVAILABLE, and its statement is stopped', async () => {
  const { database } = await createTestLedger();
  makeSlow(database.pool);
  const settings = { timeoutMs: 300 };
  const { url } = await startServer(database, { settings, log: QUIET });
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"query":"{ search(text: \\"x\\") { totalCount } }"}',
  });
  const { errors } = (await response.json()) as { errors: object[] };
  expect(errors).toMatchObject([
    { message: expect.stringContaining('0.3 s'), extensions: { code: 'UNAVAILABLE' } },
  ]);
  await nothingSleeps(database.pool);
});

it('what nobody waits for any more is stopped, and logged as that and not as a failure', async () => {
  const { database } = await createTestLedger();
  makeSlow(database.pool);
  const outcomes: RequestOutcome[] = [];
  const log = { ...QUIET, answered: (answered: RequestOutcome) => outcomes.push(answered) };
  const { url } = await startServer(database, { log });
  const gone = new AbortController();
  const asked = fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"query":"{ search(text: \\"x\\") { totalCount } }"}',
    signal: gone.signal,
  });
  await until(async () => (await database.pool.query(SLEEPING)).rows[0]?.count === 1);
  gone.abort();
  await expect(asked).rejects.toThrow(/aborted/);
  await nothingSleeps(database.pool);
  expect(outcomes).toMatchObject([{ from: 'gone', status: 499, codes: [] }]);
  const metrics = await (await fetch(url.replace('/graphql', '/metrics'))).text();
  expect(metrics).toContain('operations_total{operation="",kind="query",from="gone"} 1');
  expect(metrics).not.toContain('errors_total{');
});

type Pool = Awaited<ReturnType<typeof createTestLedger>>['database']['pool'];

/** Every search sleeps for a minute first. */
function makeSlow(pool: Pool): void {
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    Object.assign(client, {
      query: (...args: unknown[]) => {
        const [first] = args as [string | { text: string }];
        const text = typeof first === 'string' ? first : first.text;
        return text.includes('word_similarity') || text.includes('<%') || text.includes('%>')
          ? query('SELECT pg_sleep(60)')
          : query(...args);
      },
    });
  });
}

async function nothingSleeps(pool: Pool): Promise<void> {
  await until(async () => (await pool.query(SLEEPING)).rows[0]?.count === 0);
}

/** Until something is so; the test's own timeout ends it otherwise. */
async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((later) => setTimeout(later, 20));
}
