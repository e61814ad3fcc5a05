import type { Queryable } from '../database/index.ts';
import type { LedgerEvent } from '../events/index.ts';

/**
 * Marks amendments with their original and outcome, and the lines they supersede, from the amendment's
 * known-at on (docs/domain.md §6). Of several events about one amendment the last holds. Gives the
 * filings whose lines came into force or out of it.
 */
export async function projectAmendments(
  db: Queryable,
  events: readonly LedgerEvent[],
): Promise<bigint[]> {
  const touched: bigint[] = [];
  for (const event of events) {
    if (event.type !== 'FILING_AMENDED') continue;
    const { original, candidates = [], outcome, superseded } = event.payload;
    await db.query(
      `UPDATE filing SET amends_id = $2, amendment_outcome = $3, amendment_candidates = $4
       WHERE id = $1`,
      [event.filingId, outcome === 'UNRESOLVED' ? null : original, outcome, candidates],
    );
    const { rows } = await db.query<{ filing: bigint }>(SUPERSEDE, [
      event.filingId,
      superseded.map(({ line }) => line),
      superseded.map(({ by }) => by),
    ]);
    touched.push(event.filingId, BigInt(original), ...rows.map(({ filing }) => filing));
  }
  return touched;
}

/**
 * Dates again what these filings, of which more has become known, supersede: from their known-at on.
 * Gives the filings of the lines.
 */
export async function supersedeWhenKnown(
  db: Queryable,
  filingIds: readonly bigint[],
): Promise<bigint[]> {
  const { rows } = await db.query<{ filing: bigint }>(
    `UPDATE reported_line l SET superseded_known_at = b.known_at FROM reported_line b
     WHERE b.position = l.superseded_by AND b.filing_id = ANY($1)
       AND l.superseded_known_at IS DISTINCT FROM b.known_at
     RETURNING l.filing_id AS filing`,
    [filingIds],
  );
  return rows.map(({ filing }) => filing);
}

// What the amendment superseded by an earlier decision and no longer does comes back into force.
const SUPERSEDE = `
  WITH now AS (SELECT * FROM unnest($2::bigint[], $3::bigint[]) AS n (line, by)),
  own AS (SELECT position FROM reported_line WHERE filing_id = $1)
  UPDATE reported_line l SET
    superseded_by = (SELECT by FROM now WHERE line = l.position),
    superseded_known_at = CASE WHEN l.position IN (SELECT line FROM now)
      THEN (SELECT known_at FROM filing WHERE id = $1) END
  WHERE l.position IN (SELECT line FROM now) OR l.superseded_by IN (SELECT position FROM own)
  RETURNING l.filing_id AS filing`;
