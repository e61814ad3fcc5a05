import { type Queryable, queryPrepared } from '../../database/index.ts';

/** An event by its place in its filing's stream. */
export interface StreamPosition {
  readonly filingId: bigint;
  /** From 0. */
  readonly sequence: number;
  readonly position: bigint;
}

/** Where the events of some filings are in the ledger, by their place in the filing's stream. */
export function streamPositions(
  db: Queryable,
  filingIds: readonly bigint[],
): Promise<StreamPosition[]> {
  const text = `SELECT filing_id AS "filingId", sequence, position FROM ledger_event
    WHERE filing_id = ANY($1)`;
  return queryPrepared(db, text, [filingIds]);
}
