import type { Queryable } from '../database/index.ts';

/** What each person or issuer id stands for today: itself, unless it was provisional and resolved. */
export async function resolveIdentities(
  db: Queryable,
  ids: readonly bigint[],
): Promise<readonly bigint[]> {
  const { rows } = await db.query<{ id: bigint; resolved: bigint }>(
    `WITH RECURSIVE chain AS (
       SELECT from_id AS id, to_id AS resolved FROM resolved_identity WHERE from_id = ANY($1)
       UNION
       SELECT c.id, r.to_id FROM chain c JOIN resolved_identity r ON r.from_id = c.resolved
     )
     SELECT id, resolved FROM chain c
     WHERE NOT EXISTS (SELECT FROM resolved_identity r WHERE r.from_id = c.resolved)`,
    [ids],
  );
  const resolved = new Map(rows.map((row) => [row.id, row.resolved]));
  return ids.map((id) => resolved.get(id) ?? id);
}
