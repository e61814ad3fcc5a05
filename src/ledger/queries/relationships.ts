import type { CalendarDate } from '../../values/index.ts';
import type { Queryable } from '../database/index.ts';
import type { Viewpoint } from './viewpoint.ts';

/** What a person is to an issuer. */
export type InsiderRole = 'DIRECTOR' | 'OFFICER' | 'TEN_PERCENT_OWNER' | 'OTHER';

/** One person's insidership of one issuer at a viewpoint (docs/domain.md §7). */
export interface RelationshipRow {
  readonly personId: bigint;
  readonly issuerId: bigint;
  readonly roles: readonly InsiderRole[];
  readonly officerTitle: string | null;
  readonly otherText: string | null;
  /** From the first filing that says so. */
  readonly from: CalendarDate;
  /** To the first that says otherwise; null while it lasts. */
  readonly to: CalendarDate | null;
  readonly sourceFilingId: bigint;
}

/** Which relationships: of some people, in some issuers, or all; and with which role. */
export interface RelationshipFilter {
  readonly people?: readonly bigint[];
  readonly issuers?: readonly bigint[];
  readonly role?: InsiderRole;
}

/** Where a page of relationships ended. */
export type RelationshipKey = Pick<RelationshipRow, 'personId' | 'issuerId'>;

/**
 * Relationships in force as of a viewpoint, by person then issuer. What one filing says holds from
 * its effective date until a filing that says otherwise; the exit box ends it.
 */
export async function relationships(
  db: Queryable,
  filter: RelationshipFilter,
  viewpoint: Viewpoint,
  page?: { readonly limit: number; readonly after: RelationshipKey | null },
): Promise<RelationshipRow[]> {
  const { rows } = await db.query<RelationshipRow>(IN_FORCE, [
    viewpoint.asOf,
    viewpoint.knownAt,
    filter.people ?? null,
    filter.issuers ?? null,
    filter.role ?? null,
    page?.after?.personId ?? null,
    page?.after?.issuerId ?? null,
    page?.limit ?? null,
  ]);
  return rows;
}

/** How many relationships are in force as of a viewpoint. */
export async function countRelationships(
  db: Queryable,
  filter: RelationshipFilter,
  viewpoint: Viewpoint,
): Promise<number> {
  const { rows } = await db.query<{ count: bigint }>(`SELECT count(*) FROM (${IN_FORCE}) counted`, [
    viewpoint.asOf,
    viewpoint.knownAt,
    filter.people ?? null,
    filter.issuers ?? null,
    filter.role ?? null,
    null,
    null,
    null,
  ]);
  return Number(rows[0]?.count ?? 0n);
}

// A page names joint filers without a relationship (docs/renditions.md): after a statement that says
// one, a filing that says none is no statement. A statement that only repeats the one before it opens
// nothing: the islands of equal statements are the relationships, and the next is where one ends.
const IN_FORCE = `
  WITH said AS (
    SELECT o.person_id, o.issuer_id, o.filing_id, o.effective_on, o.known_at, f.order_key, o.is_exit,
      o.officer_title, o.other_text,
      array_remove(ARRAY[
        CASE WHEN o.is_director THEN 'DIRECTOR' END, CASE WHEN o.is_officer THEN 'OFFICER' END,
        CASE WHEN o.is_ten_percent_owner THEN 'TEN_PERCENT_OWNER' END,
        CASE WHEN o.is_other THEN 'OTHER' END], NULL) AS roles
    FROM filing_owner o JOIN filing f ON f.id = o.filing_id
    WHERE o.known_at <= $2
      AND ($3::bigint[] IS NULL OR o.person_id = ANY($3))
      AND ($4::bigint[] IS NULL OR o.issuer_id = ANY($4))
      AND ($6::bigint IS NULL OR (o.person_id, o.issuer_id) > ($6, $7::bigint))
  ), counted AS (
    SELECT s.*, is_exit OR roles <> '{}' AS is_statement,
      bool_or(is_exit OR roles <> '{}') OVER w AS is_stated
    FROM said s
    WINDOW w AS (PARTITION BY person_id, issuer_id ORDER BY effective_on, known_at, order_key)
  ), marked AS (
    SELECT s.*,
      (is_exit, roles, officer_title, other_text) IS DISTINCT FROM
        (lag(is_exit) OVER w, lag(roles) OVER w, lag(officer_title) OVER w, lag(other_text) OVER w)
        AS is_change
    FROM counted s
    WHERE is_statement OR NOT is_stated
    WINDOW w AS (PARTITION BY person_id, issuer_id ORDER BY effective_on, known_at, order_key)
  ), spans AS (
    SELECT m.*, lead(effective_on) OVER w AS until
    FROM marked m WHERE is_change
    WINDOW w AS (PARTITION BY person_id, issuer_id ORDER BY effective_on, known_at, order_key)
  )
  SELECT DISTINCT ON (person_id, issuer_id) person_id AS "personId", issuer_id AS "issuerId", roles,
    officer_title AS "officerTitle", other_text AS "otherText", effective_on AS "from", until AS "to",
    filing_id AS "sourceFilingId"
  FROM spans
  WHERE NOT is_exit AND effective_on <= $1 AND (until IS NULL OR until > $1)
    AND ($5::text IS NULL OR $5 = ANY(roles))
  ORDER BY person_id, issuer_id, effective_on DESC, known_at DESC
  LIMIT $8`;
