import type pg from 'pg';
import type { Viewpoint } from '../../src/reads/index.ts';

/** A relationship on both times, by small numbers: days of 2024, moments at their noon. */
export interface InventedRelationship {
  readonly person: number;
  readonly issuer: number;
  readonly from: number;
  readonly to: number | null;
  readonly known: number;
  readonly knownTo: number | null;
}

/** So many days after the first of 2024. */
const dayOf = (day: number) => new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10);

/** The viewpoint as of one day, known at the noon of another. */
export const viewpointOf = (asOf: number, known: number) =>
  ({ asOf: dayOf(asOf), knownAt: `${dayOf(known)}T12:00:00.000Z` }) as Viewpoint;

/** Makes these the only relationships of a ledger, and their people the only people. */
export async function storeRelationships(
  pool: pg.Pool,
  relationships: readonly InventedRelationship[],
  people: readonly number[],
): Promise<void> {
  await pool.query('TRUNCATE relationship, person');
  await pool.query(
    `INSERT INTO person (id, name, kind)
     SELECT id, 'Person Numbered ' || id, 'UNKNOWN' FROM unnest($1::bigint[]) p (id)`,
    [people],
  );
  const noon = (day: number | null) => (day === null ? null : viewpointOf(0, day).knownAt);
  await pool.query(
    `INSERT INTO relationship (person_id, issuer_id, from_on, to_on, known_at, known_to, roles, filing_id)
     SELECT *, '{DIRECTOR}', 1 FROM unnest($1::bigint[], $2::bigint[], $3::date[], $4::date[],
       $5::timestamptz[], $6::timestamptz[])`,
    [
      relationships.map(({ person }) => person),
      relationships.map(({ issuer }) => issuer),
      relationships.map(({ from }) => dayOf(from)),
      relationships.map(({ to }) => (to === null ? null : dayOf(to))),
      relationships.map(({ known }) => noon(known)),
      relationships.map(({ knownTo }) => noon(knownTo)),
    ],
  );
}
