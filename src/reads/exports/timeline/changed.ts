import type { Queryable } from '../../../database/index.ts';

/** Whom and what events after a position can have changed. */
export interface Changed {
  readonly people: readonly bigint[];
  readonly issuers: readonly bigint[];
  /** All of one person in one issuer, where any of these has. */
  readonly filings: readonly bigint[];
}

/**
 * What events after a position can have changed: everything of the people who own their filings, in
 * the issuers of these; ids that were resolved to others are among them.
 */
export async function changedSince(db: Queryable, position: bigint): Promise<Changed> {
  const { rows } = await db.query<{ [K in keyof Changed]: Changed[K] | null }>(CHANGED, [position]);
  const { people, issuers, filings } = rows[0] ?? {};
  return { people: people ?? [], issuers: issuers ?? [], filings: filings ?? [] };
}

// A filing is of another issuer or owner where its own words' id was resolved to that of another.
const CHANGED = `
  WITH resolved AS (
    SELECT from_id, to_id FROM resolved_identity WHERE position > $1
  ), touched AS (
    SELECT filing_id AS id FROM ledger_event WHERE position > $1
    UNION SELECT f.id FROM resolved r JOIN filing f ON f.own_issuer_id = r.from_id
    UNION SELECT o.filing_id FROM resolved r JOIN filing_owner o ON o.person_id = r.to_id
  ), pair AS (
    SELECT DISTINCT o.person_id, o.issuer_id FROM touched t JOIN filing_owner o ON o.filing_id = t.id
  ), former AS (
    SELECT from_id AS id FROM resolved
    UNION SELECT to_id FROM resolved
    UNION SELECT i.from_id FROM touched t JOIN former_identity i ON i.filing_id = t.id
  )
  SELECT
    (SELECT array_agg(id) FROM (SELECT person_id AS id FROM pair UNION SELECT id FROM former) p)
      AS people,
    (SELECT array_agg(id) FROM (SELECT issuer_id AS id FROM pair UNION SELECT id FROM former) i)
      AS issuers,
    (SELECT array_agg(DISTINCT o.filing_id) FROM pair p
      JOIN filing_owner o ON o.person_id = p.person_id AND o.issuer_id = p.issuer_id) AS filings`;
