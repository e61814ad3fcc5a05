import { deflateRawSync } from 'node:zlib';
import type { Instant } from '../../values/index.ts';
import { insertRows, type Queryable } from '../database/index.ts';
import { chainHash, type EventBody, type LedgerEvent } from '../events/index.ts';
import { announce } from './announce.ts';

/** Where the ledger ends: what the next event is chained to. */
export interface Head {
  readonly position: bigint;
  readonly hash: Buffer | null;
}

/** Events to append to one stream; filingId is null when the first of them founds the stream. */
export interface Append {
  readonly stream: string;
  readonly filingId: bigint | null;
  /** The stream's next sequence number. */
  readonly sequence: number;
  readonly knownAt: Instant;
  readonly bodies: readonly EventBody[];
}

/** "insider-ledger" in ASCII, cut to a bigint: the one lock under which positions are given. */
const APPEND_LOCK = 7_596_553_794_118_444_389n;

/**
 * Takes the ledger for this transaction and gives its head. Positions are given under this lock alone,
 * so they have no gap and their order is the order of commit.
 */
export async function lockLedger(db: Queryable): Promise<Head> {
  await db.query('SELECT pg_advisory_xact_lock($1)', [APPEND_LOCK]);
  const { rows } = await db.query<{ position: bigint; hash: Buffer }>(
    'SELECT position, hash FROM ledger_event ORDER BY position DESC LIMIT 1',
  );
  return rows[0] ?? { position: 0n, hash: null };
}

/** Gives every event its place and seal after the head, in the order asked for. Pure. */
export function seal(head: Head, appends: readonly Append[], recordedAt: Instant): LedgerEvent[] {
  const events: LedgerEvent[] = [];
  let { position, hash: previousHash } = head;
  for (const { stream, knownAt, bodies, ...append } of appends) {
    const filingId = append.filingId ?? position + 1n;
    for (const [index, body] of bodies.entries()) {
      position += 1n;
      const sequence = append.sequence + index;
      const unsealed = { ...body, position, stream, sequence, filingId, knownAt, recordedAt };
      const hash = chainHash(previousHash, unsealed);
      events.push({ ...unsealed, previousHash, hash });
      previousHash = hash;
    }
  }
  return events;
}

/**
 * Writes sealed events and announces them. The caller holds the ledger and has sealed them after its
 * head.
 */
export async function writeEvents(db: Queryable, events: readonly LedgerEvent[]): Promise<void> {
  await insertRows(
    db,
    'ledger_event',
    events.map((event) => ({
      position: event.position,
      stream: event.stream,
      sequence: event.sequence,
      filing_id: event.filingId,
      type: event.type,
      known_at: event.knownAt,
      recorded_at: event.recordedAt,
      payload: event.payload,
      previous_hash: event.previousHash === null ? null : bytea(event.previousHash),
      hash: bytea(event.hash),
    })),
  );
  const last = events.at(-1);
  if (last !== undefined) await announce(db, last.position);
}

/** A document's bytes and their SHA-256, hex. */
export interface SourceBytes {
  readonly hash: string;
  readonly bytes: Uint8Array;
}

/** Keeps source bytes, deflated, once each. */
export async function writeSources(
  db: Queryable,
  sources: readonly SourceBytes[],
  recordedAt: Instant,
): Promise<void> {
  const once = new Map(sources.map((source) => [source.hash, source]));
  await insertRows(
    db,
    'source_document',
    [...once.values()].map(({ hash, bytes }) => ({
      hash: `\\x${hash}`,
      size: bytes.byteLength,
      deflated: bytea(deflateRawSync(bytes)),
      recorded_at: recordedAt,
    })),
    'ON CONFLICT (hash) DO NOTHING',
  );
}

function bytea(bytes: Buffer): string {
  return `\\x${bytes.toString('hex')}`;
}
