import type { Queryable } from '../../database/index.ts';
import { amendsId } from '../decisions/index.ts';
import type { LedgerEvent } from '../events/index.ts';

/**
 * Marks amendments with their original and outcome, and the lines they supersede, from the
 * amendment's known-at on (docs/domain.md §6). Of several events about one amendment the last
 * holds. Gives the filings whose lines came into force or out of it.
 */
export async function projectAmendments(
  db: Queryable,
  events: readonly LedgerEvent[],
): Promise<bigint[]> {
  const touched: bigint[] = [];
  for (const event of events) {
    if (event.type !== 'FILING_AMENDED') continue;
    const { original, candidates = [], outcome, originalMissing, superseded } = event.payload;
    await db.query(MARK, [
      event.filingId,
      amendsId(event.payload),
      outcome,
      candidates,
      originalMissing ?? false,
    ]);
    const { rows } = await db.query<{ filing: bigint }>(SUPERSEDE, [
      event.filingId,
      superseded.map(({ line }) => line),
      superseded.map(({ by }) => by),
      superseded.map(({ leftOut }) => leftOut ?? false),
    ]);
    await flagOriginalMissing(db, [event.filingId]);
    touched.push(event.filingId, BigInt(original), ...rows.map(({ filing }) => filing));
  }
  return touched;
}

/**
 * Dates again what these filings, of which more has become known, supersede: from their known-at
 * on; and flags their lines again. Gives the filings of the lines.
 */
export async function supersedeWhenKnown(
  db: Queryable,
  filingIds: readonly bigint[],
): Promise<bigint[]> {
  const { rows } = await db.query<{ filing: bigint }>(DATE_AGAIN, [filingIds]);
  await flagOriginalMissing(db, filingIds);
  return rows.map(({ filing }) => filing);
}

/** Says on the lines of amendments whether their original is missing. */
async function flagOriginalMissing(db: Queryable, filingIds: readonly bigint[]): Promise<void> {
  await db.query(
    `UPDATE reported_line l SET flags = array_remove(l.flags, 'ORIGINAL_MISSING')
       || CASE WHEN f.is_original_missing THEN '{ORIGINAL_MISSING}' ELSE '{}' END::line_flag[]
     FROM filing f WHERE f.id = l.filing_id AND f.id = ANY($1)
       AND f.is_original_missing <> ('ORIGINAL_MISSING' = ANY (l.flags))`,
    [filingIds],
  );
}

const MARK = `
  UPDATE filing SET amends_id = $2, amendment_outcome = $3, amendment_candidates = $4,
    is_original_missing = $5
  WHERE id = $1`;

// What the amendment superseded by an earlier decision and no longer does comes back into force.
// What it supersedes by nothing is superseded by its FilingReceived. A line of its own that is left
// out never is in force.
const SUPERSEDE = `
  WITH now AS (
    SELECT * FROM unnest($2::bigint[], $3::bigint[], $4::boolean[]) AS n (line, by, is_left_out)
  ), before AS (
    SELECT position FROM reported_line WHERE filing_id = $1 AND is_left_out
    UNION ALL
    SELECT position FROM reported_line WHERE NOT is_left_out AND NOT is_taken_back AND superseded_by IN (
      SELECT $1::bigint UNION ALL SELECT position FROM reported_line WHERE filing_id = $1)
  ), changed AS (
    SELECT c.position, n.line IS NOT NULL AS is_superseded, coalesce(n.by, $1::bigint) AS by,
      coalesce(n.is_left_out, false) AS is_left_out
    FROM (SELECT line AS position FROM now UNION SELECT position FROM before) c
      LEFT JOIN now n ON n.line = c.position
  )
  UPDATE reported_line l SET
    superseded_by = CASE WHEN c.is_superseded THEN c.by END,
    superseded_known_at = CASE WHEN c.is_superseded THEN (SELECT known_at FROM filing WHERE id = $1) END,
    is_left_out = c.is_left_out,
    reconciliation = CASE WHEN NOT c.is_left_out THEN l.reconciliation END,
    share_of_holding = CASE WHEN NOT c.is_left_out THEN l.share_of_holding END
  FROM changed c WHERE c.position = l.position AND NOT l.is_taken_back
  RETURNING l.filing_id AS filing`;

const DATE_AGAIN = `
  UPDATE reported_line l SET superseded_known_at = c.known_at
  FROM (
    SELECT o.position, f.known_at FROM filing f JOIN reported_line o ON o.filing_id = f.id
    WHERE f.id = ANY($1) AND o.is_left_out
    UNION ALL
    SELECT o.position, f.known_at FROM filing f
      CROSS JOIN LATERAL (
        SELECT f.id AS position UNION ALL
        SELECT position FROM reported_line WHERE filing_id = f.id
      ) b JOIN reported_line o ON o.superseded_by = b.position
    WHERE f.id = ANY($1) AND NOT o.is_left_out AND NOT o.is_taken_back
  ) c
  WHERE c.position = l.position AND l.superseded_known_at IS DISTINCT FROM c.known_at
  RETURNING l.filing_id AS filing`;
