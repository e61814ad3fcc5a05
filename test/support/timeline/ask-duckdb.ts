import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { Database } from '../../../src/database/index.ts';
import { holdings, holdingsPage, type Viewpoint } from '../../../src/reads/index.ts';
import { encodeId } from '../../../src/schema/index.ts';

/** Opens DuckDB with the views of a timeline's newest version. */
export async function openTimeline(folder: string): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(':memory:');
  const duck = await instance.connect();
  await duck.run("SET TimeZone = 'UTC'");
  for (const view of (await readFile(join(folder, 'current', 'views.sql'), 'utf8')).split(';\n')) {
    if (view.trim() !== '') await duck.run(view);
  }
  return duck;
}

/** A person and the two times. */
export interface Triple extends Viewpoint {
  readonly person: bigint;
}

const ANSWER = `account_id::VARCHAR || ' ' || person_id || ' ' || source_position || ' '
  || rtrim(rtrim(amount::VARCHAR, '0'), '.') || ' ' || unit || ' ' || status || ' '
  || reconciliation || ' ' || derived AS answer`;
const THEN = `effective_from <= $as_of::DATE AND (effective_to IS NULL OR effective_to > $as_of::DATE)
  AND known_from <= $known_at::TIMESTAMPTZ
  AND (known_to IS NULL OR known_to > $known_at::TIMESTAMPTZ)`;

/** What docs/guides/sql.md asks of one person, and of everybody. */
const QUESTIONS = {
  person: `SELECT ${ANSWER} FROM holdings WHERE person_id = $person AND ${THEN}`,
  everybody: `SELECT ${ANSWER} FROM holdings WHERE ${THEN}`,
} as const;

const STATUSES = ['CURRENT', 'CARRIED', 'EXPIRED', 'CLOSED'] as const;

/** What the timeline and the API answer otherwise for a person at two times. */
export async function differencesFor(
  { pool }: Database,
  duck: DuckDBConnection,
  { person, ...viewpoint }: Triple,
): Promise<string[]> {
  const asked = await holdings(pool, { people: [person] }, viewpoint, { statuses: STATUSES });
  const given = await ask(duck, QUESTIONS.person, viewpoint, {
    person: encodeId('Person', person),
  });
  return different(asked.map(answerOf), given);
}

/** The same of everybody. */
export async function differencesAt(
  { pool }: Database,
  duck: DuckDBConnection,
  viewpoint: Viewpoint,
): Promise<string[]> {
  const page = { limit: 1_000_000 };
  const asked = await holdingsPage(pool, viewpoint, { statuses: STATUSES }, page);
  return different(asked.map(answerOf), await ask(duck, QUESTIONS.everybody, viewpoint, {}));
}

async function ask(
  duck: DuckDBConnection,
  text: string,
  { asOf, knownAt }: Viewpoint,
  more: Readonly<Record<string, string>>,
): Promise<string[]> {
  const values = { as_of: asOf, known_at: knownAt, ...more };
  const read = await duck.runAndReadAll(text, values);
  return read.getRows().map(([answer]) => String(answer));
}

type Held = Awaited<ReturnType<typeof holdings>>[number];

function answerOf(held: Held): string {
  const { accountId, personId, position, amount, unit, status, reconciliation, derived } = held;
  const trimmed = amount.includes('.') ? amount.replace(/\.?0+$/, '') : amount;
  const person = encodeId('Person', personId);
  return [accountId, person, position, trimmed, unit, status, reconciliation, derived].join(' ');
}

function different(asked: readonly string[], given: readonly string[]): string[] {
  const [a, b] = [new Set(asked), new Set(given)];
  const twice = given.length === b.size ? [] : [`${given.length - b.size} rows twice`];
  return [
    ...asked.filter((one) => !b.has(one)).map((one) => `lacks ${one}`),
    ...given.filter((one) => !a.has(one)).map((one) => `has ${one}`),
    ...twice,
  ];
}

/** Random people, and times beside those at which something happens. */
export async function randomTriples(
  { pool }: Database,
  count: number,
  seed: number,
): Promise<Triple[]> {
  const { rows } = await pool.query<Triple>(
    `WITH e AS (
       SELECT e.*, row_number() OVER (ORDER BY hashint8extended(position, $2), from_on) AS n
       FROM entry e
     ), c AS (SELECT count(*) AS all FROM e)
     SELECT a.person_id AS person,
       (b.from_on + (hashint8extended(i, $2 + 3) % 40)::integer) AS "asOf",
       k.known_at + ((hashint8extended(i, $2 + 4) % 40) || ' days')::interval AS "knownAt"
     FROM generate_series(1, $1::bigint) i, c,
       LATERAL (SELECT * FROM e WHERE n = 1 + abs(hashint8extended(i, $2) % c.all)) a,
       LATERAL (SELECT * FROM e WHERE person_id = a.person_id
         ORDER BY hashint8extended(position + i, $2 + 1) LIMIT 1) b,
       LATERAL (SELECT * FROM e WHERE person_id = a.person_id
         ORDER BY hashint8extended(position + i, $2 + 2) LIMIT 1) k`,
    [count, seed],
  );
  return rows;
}
