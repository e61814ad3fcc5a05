import { afterAll, beforeAll, expect, it } from 'vitest';
import { type LookUp, lookingUp, lookUp } from '../../src/database/index.ts';
import { onStatements } from '../support/statements.ts';
import { createTestLedger, type TestLedger } from '../support/test-ledger.ts';

let ledger: TestLedger;
beforeAll(async () => {
  ledger = await createTestLedger(afterAll);
});

/** Look-ups that share no column, some, and all, with as many rows as asked for. */
function lookUps(rows: number): LookUp[] {
  return [
    {
      text: `SELECT n * 9007199254740993 AS id, 'a ' || n AS "aName", 1.50 * n AS amount
        FROM generate_series(1, $1) n ORDER BY n DESC`,
      values: [rows],
      columns: 'id bigint, aName text, amount numeric',
    },
    {
      text: `SELECT NULL::text AS note, $2::text AS "other", $1::date AS day,
        timestamptz '2024-02-29 21:30:00.5+00' AS at`,
      values: ['2024-02-29', "it's $1"],
      columns: 'note text, other text, day date, at timestamptz',
    },
    {
      text: `SELECT k.id, k.id AS twin, true AS "isSo", '\\x00ff'::bytea AS bytes, '{"a":[1]}'::json AS said
        FROM unnest($1::bigint[]) AS k (id) WHERE k.id <> ALL($2)`,
      values: [[1n, -2n, 3n], [3n]],
      columns: 'id bigint, twin bigint, isSo boolean, bytes bytea, said json',
    },
    { text: 'SELECT 1::bigint AS id WHERE false', values: [], columns: 'id bigint' },
  ];
}

it.each([0, 1, 200])('asked together give what each asked alone does: %i rows', async (count) => {
  const { pool } = ledger.database;
  const asked = lookUps(count);
  const db = lookingUp(pool, true);
  await db.ahead(() => asked);
  for (const one of asked) expect(await lookUp(db, one)).toEqual(await lookUp(pool, one));
});

it('are asked once: alone, together, again and again', async () => {
  const sent: string[] = [];
  onStatements(ledger.database, (statement) => {
    sent.push(typeof statement === 'string' ? statement : statement.text);
  });
  const client = await ledger.database.pool.connect();
  const [first, second, third] = lookUps(3) as [LookUp, LookUp, LookUp];
  const db = lookingUp(client, true);
  await lookUp(db, first);
  await db.ahead(() => [first, second, third]);
  await db.ahead(() => [first, second, third]);
  for (const one of [third, second, first, first]) await lookUp(db, one);
  expect(sent).toHaveLength(2);
  await lookUp(db, { ...first, values: [4] });
  expect(sent).toHaveLength(3);
  client.release();
});

it('are planned each for itself where they are for many', async () => {
  const { pool } = ledger.database;
  const db = lookingUp(pool, false);
  await db.ahead(() => {
    throw new Error('Nothing is asked ahead.');
  });
  for (const one of lookUps(2)) expect(await lookUp(db, one)).toEqual(await lookUp(pool, one));
});
