import type { Queryable } from '../database/index.ts';
import type { LedgerEvent } from '../events/index.ts';

/**
 * Marks amendments with their original and outcome, and the lines they supersede, from the amendment's
 * known-at on (docs/domain.md §6). Gives the filings of those lines. Of several events about one
 * amendment the last holds.
 */
export async function projectAmendments(
  db: Queryable,
  events: readonly LedgerEvent[],
): Promise<bigint[]> {
  const touched: bigint[] = [];
  for (const event of events) {
    if (event.type !== 'FILING_AMENDED') continue;
    const { original, outcome, superseded } = event.payload;
    await db.query('UPDATE filing SET amends_id = $2, amendment_outcome = $3 WHERE id = $1', [
      event.filingId,
      original,
      outcome,
    ]);
    await db.query(
      `UPDATE reported_line l SET superseded_by = s.by, superseded_known_at = $3
       FROM unnest($1::bigint[], $2::bigint[]) AS s (line, by) WHERE l.position = s.line`,
      [superseded.map(({ line }) => line), superseded.map(({ by }) => by), event.knownAt],
    );
    touched.push(event.filingId, BigInt(original));
  }
  return touched;
}
