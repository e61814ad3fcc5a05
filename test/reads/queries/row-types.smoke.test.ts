import { expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../../src/database/index.ts';
import { createTestLedger } from '../../support/test-ledger.ts';

it('values come as the ledger means them: instants in ISO 8601, amounts exact, ids whole', async () => {
  const { database } = await createTestLedger();
  const { rows } = await database.pool.query(
    `SELECT '2017-02-15 03:00:00+00'::timestamptz AS whole, '2017-02-15 03:00:00.5+00'::timestamptz AS half,
       '2017-02-15 03:00:00.123456+00'::timestamptz AS finer, '2017-02-14 22:00:00-05'::timestamptz AS abroad,
       '0400-01-01'::date AS day, 12345678901234567890.50::numeric AS amount,
       9007199254740993::bigint AS id, '{-9007199254740993,NULL,2}'::bigint[] AS ids, '{}'::bigint[] AS none`,
  );
  expect(rows).toEqual([
    {
      whole: '2017-02-15T03:00:00.000Z',
      half: '2017-02-15T03:00:00.500Z',
      finer: '2017-02-15T03:00:00.123Z',
      abroad: '2017-02-15T03:00:00.000Z',
      day: '0400-01-01',
      amount: '12345678901234567890.50',
      id: 9_007_199_254_740_993n,
      ids: [-9_007_199_254_740_993n, null, 2n],
      none: [],
    },
  ]);
});

it('a named statement is planned once on a connection, and another each time with its values', async () => {
  const { serverUrl } = await createTestLedger();
  const database = openDatabase({ connectionString: serverUrl, poolSize: 1 });
  onTestFinished(() => database.close());
  const { pool } = database;
  const named = { name: 'named', text: 'SELECT id FROM person WHERE id = ANY($1)', values: [[1n]] };
  for (let time = 0; time < 3; time += 1) await pool.query(named);
  const { rows } = await pool.query(
    'SELECT name, generic_plans AS generic, custom_plans AS custom FROM pg_prepared_statements',
  );
  expect(rows).toEqual([{ name: 'named', generic: 3n, custom: 0n }]);
  const mode = { text: "SELECT current_setting('plan_cache_mode') AS mode, $1::int", values: [1] };
  expect((await pool.query({ ...mode, name: 'mode' })).rows[0]?.mode).toBe('force_generic_plan');
  expect((await pool.query(mode)).rows[0]?.mode).toBe('auto');
  await expect(pool.query('SELECT 1 / $1::int AS none', [0])).rejects.toThrow('division by zero');
  expect((await pool.query(named)).rows).toEqual([]);
});

it('a connection that the server ends fails the query that waits on it, and no more', async () => {
  const { database, adminUrl } = await createTestLedger();
  const waiting = database.pool.query('SELECT pg_sleep(60), $1::int', [1]);
  const admin = openDatabase({ connectionString: adminUrl, poolSize: 1 });
  onTestFinished(() => admin.close());
  const ended = waiting.then(
    () => 'answered',
    (error: { code?: string }) => error.code,
  );
  const end = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND query LIKE 'SELECT pg_sleep(60)%'`;
  while ((await admin.pool.query(end)).rowCount === 0) await new Promise(setImmediate);
  expect(await ended).toBe('57P01');
  expect((await database.pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
});
