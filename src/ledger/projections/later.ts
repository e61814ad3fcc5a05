import { type LookUp, lookUp, type Queryable } from '../../database/index.ts';
import type { ChangedFilings } from './changed-filings.ts';

// Rules change with a migration, which has the projections built again.
/** By which rules projections are built: the last migration. */
export const RULES = 'SELECT max(migration_name) FROM _prisma_migrations';

/** What `projected` reads. */
export const PROJECTED: LookUp = {
  text: `SELECT position < coalesce((SELECT max(position) FROM ledger_event), 0) AS behind,
      EXISTS (SELECT FROM projection_build WHERE stage = 'LATER' AND rules = (${RULES})) AS later
    FROM projection_checkpoint`,
  values: [],
  columns: 'behind boolean, later boolean',
};

/** How far the projections are. */
export interface Projected {
  /** Whether the ledger has events that they do not hold. */
  readonly behind: boolean;
  /** Whether only accounts and relationships of people are missing who are noted for later. */
  readonly later: boolean;
}

/** Reads it. */
export async function projected(db: Queryable): Promise<Projected> {
  const [row] = await lookUp<Projected>(db, PROJECTED);
  return row ?? { behind: false, later: false };
}

/** Whom a large ingest leaves for its end. */
export interface Leaving {
  /** The last position before it: people who have no filing up to there are new. */
  readonly newSince: bigint;
  /** Filings that it has of somebody who is new before they are left. */
  readonly filings: number;
}

/**
 * Leaves people for later: those who are noted already; and of a large ingest new people of whom it
 * has many filings, whose accounts are worked out once, at its end, in place of at each of them
 * (docs/decisions/0030). Says whether any is left by now.
 */
export async function leaveForLater(
  db: Queryable,
  changed: ChangedFilings,
  leaving: Leaving | null,
): Promise<boolean> {
  const { later } = await projected(db);
  if (!later && leaving === null) return false;
  const people = changed.both.flatMap(({ owners }) => owners.map((owner) => owner.person_id));
  const { rows } = await db.query<{ id: bigint }>(LATER, [
    [...new Set(people)],
    leaving?.newSince,
    leaving?.filings,
  ]);
  changed.leave(rows.map(({ id }) => id));
  return later || rows.length > 0;
}

const LATER = `
  SELECT id FROM unnest($1::bigint[]) AS k (id)
  WHERE EXISTS (SELECT FROM unprojected_person WHERE person_id = k.id)
    OR (SELECT min(first.filing_id) > $2::bigint AND count(*) = $3::integer
      FROM (SELECT filing_id FROM filing_owner o WHERE o.person_id = k.id
        ORDER BY filing_id LIMIT $3::integer) AS first)`;

/** Notes whom a transaction leaves for later. */
export async function noteLater(db: Queryable, { left }: ChangedFilings): Promise<void> {
  if (left.size === 0) return;
  await db.query(`INSERT INTO projection_build (rules, stage, through) SELECT (${RULES}), 'LATER', 0
    ON CONFLICT DO NOTHING`);
  await db.query(
    'INSERT INTO unprojected_person SELECT * FROM unnest($1::bigint[]) ON CONFLICT DO NOTHING',
    [[...left]],
  );
}

/** People whose turn has come, and the lines of which they had an entry. */
export interface TakenPeople {
  readonly people: readonly bigint[];
  readonly lines: readonly bigint[];
}

/**
 * Takes some people off the list of those who are left, with the accounts and relationships that
 * they had: until then these are as of where the projections are.
 */
export async function takeLater(db: Queryable, count: number): Promise<TakenPeople> {
  const { rows } = await db.query<{ people: bigint[] | null; lines: bigint[] | null }>(TAKE, [
    count,
  ]);
  return { people: rows[0]?.people ?? [], lines: rows[0]?.lines ?? [] };
}

const TAKEN = 'person_id = ANY((SELECT array_agg(person_id) FROM taken)::bigint[])';
const TAKE = `
  WITH taken AS (
    DELETE FROM unprojected_person WHERE person_id IN
      (SELECT person_id FROM unprojected_person ORDER BY person_id LIMIT $1)
    RETURNING person_id
  ), ends AS (
    DELETE FROM family_end WHERE ${TAKEN}
  ), relationships AS (
    DELETE FROM relationship WHERE ${TAKEN}
  ), accounts AS (
    DELETE FROM account WHERE ${TAKEN}
  ), entries AS (
    DELETE FROM entry WHERE ${TAKEN} RETURNING position
  )
  SELECT (SELECT array_agg(person_id) FROM taken) AS people,
    (SELECT array_agg(DISTINCT position) FROM entries) AS lines`;

/** Those lines of which people who were taken have no entry any more. */
export async function linesLost(
  db: Queryable,
  { people, lines }: TakenPeople,
): Promise<readonly bigint[]> {
  const { rows } = await db.query<{ line: bigint }>(
    `SELECT line FROM unnest($1::bigint[]) AS l (line) WHERE NOT EXISTS
       (SELECT FROM entry e WHERE e.position = line AND e.person_id = ANY($2))`,
    [lines, people],
  );
  return rows.map(({ line }) => line);
}
