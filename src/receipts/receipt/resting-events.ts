import { type Queryable, queryPrepared } from '../../database/index.ts';
import type { HoldingRow, Viewpoint } from '../../reads/index.ts';

/**
 * The positions of the events that holdings rest on, in ledger order: their lines, of a derived
 * balance all lines of its account that count at the viewpoint; all that the filings of these were
 * read to say; and who provisional people and issuers are.
 */
export async function restingEvents(
  db: Queryable,
  holdings: readonly HoldingRow[],
  { asOf, knownAt }: Viewpoint,
): Promise<bigint[]> {
  const derived = holdings.filter((holding) => holding.derived);
  const rows = await queryPrepared<{ position: bigint }>(db, RESTING, [
    holdings.map(({ position }) => position),
    derived.map(({ accountId }) => accountId),
    asOf,
    knownAt,
    holdings.flatMap(({ personId, issuerId }) => [personId, issuerId]),
  ]);
  return rows.map(({ position }) => position);
}

const RESTING = `
  WITH line AS (
    SELECT unnest($1::bigint[]) AS position
    UNION SELECT e.position FROM entry e
    WHERE e.account_id = ANY($2) AND e.from_on <= $3 AND e.known_at <= $4
      AND (e.superseded_at IS NULL OR e.superseded_at > $4)
  )
  SELECT position FROM line
  UNION SELECT e.position FROM ledger_event e
    WHERE e.filing_id IN (SELECT l.filing_id FROM ledger_event l JOIN line USING (position))
      AND e.type NOT IN ('TRANSACTION_REPORTED', 'HOLDING_REPORTED')
  UNION SELECT r.position FROM resolved_identity r WHERE r.to_id = ANY($5)
  ORDER BY position`;
