import { type Queryable, queryPrepared } from '../../database/index.ts';

/** A person as the filings known last name them. */
export interface PersonRow {
  readonly id: bigint;
  /** Null while the identity is provisional. */
  readonly cik: string | null;
  readonly name: string;
  readonly kind: 'INDIVIDUAL' | 'ENTITY' | 'UNKNOWN';
}

/** SQL for the columns of a person p. */
const PERSON = 'p.id, p.cik, p.name, p.kind';

/** People by id, in no order; those alone that there are. */
export function peopleById(db: Queryable, ids: readonly bigint[]): Promise<PersonRow[]> {
  return queryPrepared(db, `SELECT ${PERSON} FROM person p WHERE p.id = ANY($1)`, [ids]);
}

/** People by CIK, in no order; those alone that there are. */
export function peopleByCik(db: Queryable, ciks: readonly string[]): Promise<PersonRow[]> {
  return queryPrepared(db, `SELECT ${PERSON} FROM person p WHERE p.cik = ANY($1)`, [ciks]);
}

/** Who the reporting owners of filings are, in the order listed. */
export function peopleOfFilings(
  db: Queryable,
  filingIds: readonly bigint[],
): Promise<(PersonRow & { readonly filingId: bigint })[]> {
  return queryPrepared(
    db,
    `SELECT o.filing_id AS "filingId", ${PERSON}
     FROM filing_owner o JOIN person p ON p.id = o.person_id
     WHERE o.filing_id = ANY($1) ORDER BY o.filing_id, o.ordinal`,
    [filingIds],
  );
}
