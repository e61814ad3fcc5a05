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

/**
 * Notes whom a transaction leaves for later, and takes away the accounts and relationships that
 * they have. Gives the lines that lose an entry by it.
 */
export async function noteLater(db: Queryable, { left }: ChangedFilings): Promise<bigint[]> {
  if (left.size === 0) return [];
  await db.query(`INSERT INTO projection_build (rules, stage, through) SELECT (${RULES}), 'LATER', 0
    ON CONFLICT DO NOTHING`);
  const { rows } = await db.query<{ position: bigint }>(NOTE, [[...left]]);
  return rows.map(({ position }) => position);
}

const NOTED = 'person_id = ANY((SELECT array_agg(person_id) FROM noted)::bigint[])';
const NOTE = `
  WITH noted AS (
    INSERT INTO unprojected_person SELECT * FROM unnest($1::bigint[])
    ON CONFLICT DO NOTHING RETURNING person_id
  ), ends AS (
    DELETE FROM family_end WHERE ${NOTED}
  ), relationships AS (
    DELETE FROM relationship WHERE ${NOTED}
  ), accounts AS (
    DELETE FROM account WHERE ${NOTED}
  ), entries AS (
    DELETE FROM entry WHERE ${NOTED} RETURNING position
  )
  SELECT DISTINCT position FROM entries`;

/** Takes some people off the list of those who are left. */
export async function takeLater(db: Queryable, count: number): Promise<bigint[]> {
  const { rows } = await db.query<{ id: bigint }>(
    `DELETE FROM unprojected_person WHERE person_id IN
       (SELECT person_id FROM unprojected_person ORDER BY person_id LIMIT $1)
     RETURNING person_id AS id`,
    [count],
  );
  return rows.map(({ id }) => id);
}
