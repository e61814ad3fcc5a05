import { type LookUp, type Queryable, queryPrepared } from '../../database/index.ts';
import type { LedgerEvent } from '../events/index.ts';

const COLUMNS = `position, stream, sequence, filing_id AS "filingId", type, known_at AS "knownAt",
  recorded_at AS "recordedAt", payload, previous_hash AS "previousHash", hash`;

/** Events after a position in ledger order, at most `limit`. */
export async function readEvents(
  db: Queryable,
  after: bigint,
  limit: number,
): Promise<LedgerEvent[]> {
  const { rows } = await db.query<LedgerEvent>(
    `SELECT ${COLUMNS} FROM ledger_event WHERE position > $1 ORDER BY position LIMIT $2`,
    [after, limit],
  );
  return rows;
}

/** Events by position, in ledger order; those alone that there are. */
export function readEventsAt(db: Queryable, positions: readonly bigint[]): Promise<LedgerEvent[]> {
  return queryPrepared<LedgerEvent>(
    db,
    `SELECT ${COLUMNS} FROM ledger_event WHERE position = ANY($1) ORDER BY position`,
    [positions],
  );
}

/** Looks up the last events of the ledger, the very last first. */
export function lastEvents(limit: number): LookUp {
  return {
    text: `SELECT ${COLUMNS} FROM ledger_event ORDER BY position DESC LIMIT $1`,
    values: [limit],
    columns: `position bigint, stream text, sequence integer, filingId bigint, type text,
      knownAt timestamptz, recordedAt timestamptz, payload json, previousHash bytea, hash bytea`,
  };
}

/** All events of some filings, up to a position where one is given, in ledger order. */
export async function readFilingEvents(
  db: Queryable,
  filingIds: readonly bigint[],
  upTo: bigint | null = null,
): Promise<LedgerEvent[]> {
  const { rows } = await db.query<LedgerEvent>(
    `SELECT ${COLUMNS} FROM ledger_event WHERE filing_id = ANY($1) AND ($2::bigint IS NULL OR position <= $2)
     ORDER BY position`,
    [filingIds, upTo],
  );
  return rows;
}
