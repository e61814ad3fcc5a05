import { canonicalForm, type Unsealed } from '../../ledger/index.ts';
import type { LedgerReading } from './read-consistently.ts';

/** An event as its hash covers it. */
export interface LoggedEvent {
  /** The RFC 8785 text under the hash (docs/decisions/0001). */
  readonly canonical: string;
  /** Hex; the previous event's is null for the first alone. */
  readonly hash: string;
  readonly previousHash: string | null;
}

/** Every event of the ledger in its order, some thousand at a time. */
export async function* loggedEvents(
  reading: Pick<LedgerReading, 'rows'>,
): AsyncGenerator<readonly LoggedEvent[]> {
  for await (const rows of reading.rows({ text: EVENTS, values: [] })) {
    yield rows.map((row) => {
      const [position, stream, sequence, filingId, type, knownAt, recordedAt, ...rest] =
        row as readonly unknown[];
      const [payload, previousHash, hash] = rest;
      const event = { position, stream, sequence, filingId, type, knownAt, recordedAt, payload };
      return {
        canonical: canonicalForm(event as Unsealed),
        hash: hash as string,
        previousHash: previousHash as string | null,
      };
    });
  }
}

const EVENTS = `SELECT position, stream, sequence, filing_id, type, known_at, recorded_at, payload,
    encode(previous_hash, 'hex'), encode(hash, 'hex')
  FROM ledger_event ORDER BY position`;
