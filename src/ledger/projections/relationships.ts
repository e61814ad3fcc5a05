import { FILING_KEY, insertRows, json, type Queryable, type Row } from '../../database/index.ts';
import { type RelationshipStatement, relationshipSpans } from '../../rules/index.ts';
import { groupBy } from '../../values/index.ts';

/** Whose relationship to whom. */
export interface Pair {
  readonly personId: bigint;
  readonly issuerId: bigint;
}

/**
 * Works out anew the relationship of every person and issuer that these filings name together (of
 * some people alone, where they are named), and writes what differs from what is stored
 * (docs/domain.md §7).
 */
export async function projectRelationships(
  db: Queryable,
  filingIds: readonly bigint[],
  people: readonly bigint[] | null = null,
): Promise<void> {
  if (filingIds.length === 0) return;
  const { rows } = await db.query<StatementOfPair>(`${TOUCHED} ${SAID}`, [filingIds, people]);
  const pairs = [...groupBy(rows, pairText).values()];
  await replaceRows(
    db,
    pairs.flatMap(([pair]) => (pair === undefined ? [] : [pair])),
    pairs.flatMap(relationshipRows),
  );
}

/** A person and an issuer as one text. */
export function pairText({ personId, issuerId }: Pair): string {
  return `${personId} ${issuerId}`;
}

/** What a filing says that one of its owners is to its issuer, and who they are. */
export type StatementOfPair = Pair & RelationshipStatement;

/** Reads what the filings held say of some pairs. */
export async function readStatementsOf(
  db: Queryable,
  pairs: readonly Pair[],
): Promise<StatementOfPair[]> {
  const { rows } = await db.query<StatementOfPair>(`${GIVEN} ${SAID}`, [
    pairs.map(({ personId }) => personId),
    pairs.map(({ issuerId }) => issuerId),
  ]);
  return rows;
}

/** The rows of one pair's relationship, by all statements about it. Pure. */
export function relationshipRows(statements: readonly StatementOfPair[]): Row[] {
  return relationshipSpans(statements).map((span) => ({
    person_id: statements[0]?.personId,
    issuer_id: statements[0]?.issuerId,
    from_on: span.from,
    to_on: span.to,
    known_at: span.knownAt,
    known_to: span.knownTo,
    roles: span.roles,
    officer_title: span.officerTitle,
    other_text: span.otherText,
    filing_id: span.filingId,
  }));
}

/** What identifies rows: the primary key. */
export const RELATIONSHIP_KEY = ['person_id', 'issuer_id', 'from_on', 'known_at'] as const;

/** Makes the stored rows of some pairs equal to the given ones, touching only those that differ. */
async function replaceRows(
  db: Queryable,
  pairs: readonly Pair[],
  rows: readonly Row[],
): Promise<void> {
  await db.query(
    `WITH wanted AS MATERIALIZED (
       SELECT * FROM jsonb_populate_recordset(NULL::relationship, $3::jsonb))
     DELETE FROM relationship t USING unnest($1::bigint[], $2::bigint[]) AS p (person_id, issuer_id)
     WHERE t.person_id = p.person_id AND t.issuer_id = p.issuer_id AND NOT EXISTS (
       SELECT FROM wanted w WHERE w.person_id = t.person_id AND w.issuer_id = t.issuer_id
         AND w.from_on = t.from_on AND w.known_at = t.known_at AND w IS NOT DISTINCT FROM t)`,
    [pairs.map(({ personId }) => personId), pairs.map(({ issuerId }) => issuerId), json(rows)],
  );
  await insertRows(
    db,
    'relationship',
    rows,
    `ON CONFLICT (${RELATIONSHIP_KEY.join(', ')}) DO NOTHING`,
  );
}

const TOUCHED = `
  WITH touched AS (
    SELECT DISTINCT person_id, issuer_id FROM filing_owner
    WHERE filing_id = ANY($1) AND ($2::bigint[] IS NULL OR person_id = ANY($2))
  )`;

const GIVEN = `
  WITH touched AS (SELECT * FROM unnest($1::bigint[], $2::bigint[]) AS t (person_id, issuer_id))`;

const SAID = `
  SELECT o.person_id AS "personId", o.issuer_id AS "issuerId", o.filing_id AS "filingId",
    o.known_at AS "knownAt", ${FILING_KEY} AS "orderKey", o.ordinal, o.effective_on AS "effectiveOn",
    o.is_exit AS "isExit", o.officer_title AS "officerTitle", o.other_text AS "otherText", f.remarks,
    array_remove(ARRAY[
      CASE WHEN o.is_director THEN 'DIRECTOR' END, CASE WHEN o.is_officer THEN 'OFFICER' END,
      CASE WHEN o.is_ten_percent_owner THEN 'TEN_PERCENT_OWNER' END,
      CASE WHEN o.is_other THEN 'OTHER' END], NULL) AS roles
  FROM touched t JOIN filing_owner o USING (person_id, issuer_id)
    JOIN filing f ON f.id = o.filing_id`;
