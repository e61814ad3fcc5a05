import type { Queryable } from '../../database/index.ts';

/**
 * What each person or issuer id stands for today: itself, unless it was provisional and resolved.
 */
export async function resolveIdentities(
  db: Queryable,
  ids: readonly bigint[],
): Promise<readonly bigint[]> {
  const { rows } = await db.query<{ id: bigint; resolved: bigint }>(LED, [ids]);
  const resolved = new Map(rows.map((row) => [row.id, row.resolved]));
  return ids.map((id) => resolved.get(id) ?? id);
}

// An id that filings still give stands for what events resolved it to. One that none gives any
// more, because a richer rendition said who it was, stands for that party of its filing: of the
// earliest known where they are several. A chain is short; the limit holds where it would be none.
const LED = `
  WITH RECURSIVE chain AS (
    SELECT DISTINCT id, id AS resolved, 0 AS depth FROM unnest($1::bigint[]) AS id
    UNION ALL
    SELECT c.id, s.to_id, c.depth + 1 FROM chain c CROSS JOIN LATERAL (
      SELECT coalesce(
        CASE WHEN NOT EXISTS (SELECT FROM filing f WHERE f.own_issuer_id = c.resolved)
          AND NOT EXISTS (SELECT FROM filing_owner o
            WHERE o.own_person_id = c.resolved AND o.own_person_id < 0)
        THEN (SELECT m.to_id FROM former_identity m JOIN filing f ON f.id = m.filing_id
          WHERE m.from_id = c.resolved ORDER BY f.known_at, f.order_key, m.to_id LIMIT 1)
        END,
        (SELECT r.to_id FROM resolved_identity r WHERE r.from_id = c.resolved)) AS to_id
    ) s WHERE c.resolved < 0 AND s.to_id IS NOT NULL AND c.depth < 10
  )
  SELECT DISTINCT ON (id) id, resolved FROM chain ORDER BY id, depth DESC`;
