import { setImmediate as turn } from 'node:timers/promises';
import { BinaryRows, copyInto, insertRows, type Queryable } from '../../database/index.ts';
import { announce } from './announce.ts';
import type { SealedEvent } from './append.ts';
import { bytea } from './bytea.ts';

/** From so many events on a COPY is worth its second round trip. */
const EVENTS_TO_COPY = 50;
/** Events handed over at once; between them the connection is served. */
const EVENTS_A_SLICE = 250;

/**
 * Writes sealed events and announces them. The caller holds the ledger and has sealed them after
 * its head.
 */
export async function writeEvents(db: Queryable, events: readonly SealedEvent[]): Promise<void> {
  const last = events.at(-1);
  if (last === undefined) return;
  await (events.length < EVENTS_TO_COPY ? insert(db, events) : copy(db, events));
  await announce(db, last.position);
}

function insert(db: Queryable, events: readonly SealedEvent[]): Promise<void> {
  return insertRows(
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
}

const COPY = `COPY ledger_event (position, stream, sequence, filing_id, type, known_at, recorded_at,
  payload, previous_hash, hash) FROM STDIN (FORMAT binary)`;
const COLUMNS = 10;

function copy(db: Queryable, events: readonly SealedEvent[]): Promise<void> {
  return copyInto(db, COPY, async (write) => {
    const rows = new BinaryRows();
    for (const [index, event] of events.entries()) {
      rows
        .row(COLUMNS)
        .bigint(event.position)
        .text(event.stream)
        .integer(event.sequence)
        .bigint(event.filingId)
        .text(event.type)
        .instant(event.knownAt)
        .instant(event.recordedAt)
        .json(event.text)
        .bytes(event.previousHash)
        .bytes(event.hash);
      if (index % EVENTS_A_SLICE !== 0) continue;
      await write(rows.take());
      await turn();
    }
    await write(rows.takeLast());
  });
}
