import type { Queryable } from '../../database/index.ts';

/**
 * How many filings have a document that an older parser than this was the last to read. Those that
 * a whole rereading by this version has passed are none of them, though it found nothing else in
 * them.
 */
export async function readingsBehind(db: Queryable, parser: number): Promise<number> {
  const { rows } = await db.query<{ count: bigint }>(
    `SELECT count(*) AS count
     FROM (SELECT coalesce((SELECT read_through FROM reread_progress
                            WHERE parser = $1 AND filter = ''), 0) AS read) through
       JOIN filing f ON f.parser < $1
     WHERE f.id > through.read OR EXISTS (
       SELECT FROM ledger_event e
       WHERE e.filing_id = f.id AND e.position > through.read
         AND e.type IN ('IDENTITY_RESOLVED', 'FILING_REREAD') AND e.payload->'told' IS NOT NULL
         AND coalesce((e.payload->'told'->>'parser')::int, 1) < $1)`,
    [parser],
  );
  return Number(rows[0]?.count ?? 0n);
}
