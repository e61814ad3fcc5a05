import type { Instant } from '../../values/index.ts';
import { ask, type Queryable } from '../database/index.ts';

/** A person as the filings known last name them. */
export interface PersonRow {
  readonly id: bigint;
  /** Null while the identity is provisional. */
  readonly cik: string | null;
  readonly name: string;
  readonly kind: 'INDIVIDUAL' | 'ENTITY' | 'UNKNOWN';
}

/** A name or ticker as filings used it, and when. */
export interface NameUse {
  readonly name: string;
  readonly firstKnownAt: Instant;
  readonly lastKnownAt: Instant;
}

/** SQL for the columns of a person p. */
export const PERSON = 'p.id, p.cik, p.name, p.kind';

/** People by id, in no order; those alone that there are. */
export function peopleById(db: Queryable, ids: readonly bigint[]): Promise<PersonRow[]> {
  return ask(db, `SELECT ${PERSON} FROM person p WHERE p.id = ANY($1)`, [ids]);
}

/** People by CIK, in no order; those alone that there are. */
export function peopleByCik(db: Queryable, ciks: readonly string[]): Promise<PersonRow[]> {
  return ask(db, `SELECT ${PERSON} FROM person p WHERE p.cik = ANY($1)`, [ciks]);
}

/** Every name that filings used of some people, in no order. */
export function namesOfPeople(
  db: Queryable,
  ids: readonly bigint[],
): Promise<(NameUse & { readonly id: bigint })[]> {
  return ask(
    db,
    `SELECT person_id AS id, name, first_known_at AS "firstKnownAt", last_known_at AS "lastKnownAt"
     FROM person_name WHERE person_id = ANY($1)`,
    [ids],
  );
}
