import type { Queryable } from '../../database/index.ts';
import { canonicalForm, type LedgerEventType, type Unsealed } from '../../ledger/index.ts';

/** An event as its hash covers it, and the hashes. */
export interface SealedEvent {
  readonly position: bigint;
  readonly type: LedgerEventType;
  /** The RFC 8785 text under the hash (docs/decisions/0001). */
  readonly canonical: string;
  /** Null before the first event alone. */
  readonly previousHash: Buffer | null;
  readonly hash: Buffer;
}

/** A page of the ledger: so many events at most, and of several no more than so many bytes. */
export interface PageBounds {
  readonly events: number;
  readonly bytes: number;
}

/** The events that follow a position, in ledger order; one at least, where there is one. */
export async function sealedEvents(
  db: Queryable,
  after: bigint,
  { events, bytes }: PageBounds,
): Promise<SealedEvent[]> {
  const { rows } = await db.query<Unsealed & Pick<SealedEvent, 'previousHash' | 'hash'>>(PAGE, [
    after,
    events,
    bytes,
  ]);
  return rows.map((row) => ({
    position: row.position,
    type: row.type,
    canonical: canonicalForm(row),
    previousHash: row.previousHash,
    hash: row.hash,
  }));
}

const PAGE = `WITH page AS (
    SELECT *, sum(octet_length(payload::text)) OVER (ORDER BY position) AS through,
      octet_length(payload::text) AS size
    FROM ledger_event WHERE position > $1 AND position <= $1 + $2)
  SELECT position, stream, sequence, filing_id AS "filingId", type, known_at AS "knownAt",
    recorded_at AS "recordedAt", payload, previous_hash AS "previousHash", hash
  FROM page WHERE through <= $3 OR through = size ORDER BY position`;
