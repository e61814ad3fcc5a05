import { setImmediate as turn } from 'node:timers/promises';
import {
  BinaryRows,
  copyInto,
  type Queryable,
  type Step,
  stepTogether,
} from '../../database/index.ts';
import { announce } from './announce.ts';
import type { SealedEvent } from './append.ts';

/** From so many events on a COPY is worth its second round trip. */
const EVENTS_TO_COPY = 50;
/** Events handed over at once; between them the connection is served. */
const EVENTS_A_SLICE = 250;

/**
 * Writes sealed events and announces them, after what has to be there first: of few events by one
 * statement. The caller holds the ledger and has sealed them after its head.
 */
export async function writeEvents(
  db: Queryable,
  events: readonly SealedEvent[],
  first: readonly Step[] = [],
): Promise<void> {
  const last = events.at(-1);
  if (last === undefined) return;
  const announcement = announce(last.position);
  if (events.length < EVENTS_TO_COPY) {
    return stepTogether(db, [...first, insert(events)], announcement);
  }
  if (first.length > 0) await stepTogether(db, first);
  await copy(db, events);
  await stepTogether(db, [], announcement);
}

function insert(events: readonly SealedEvent[]): Step {
  const values = [
    events.map(({ position }) => position),
    events.map(({ stream }) => stream),
    events.map(({ sequence }) => sequence),
    events.map(({ filingId }) => filingId),
    events.map(({ type }) => type),
    events.map(({ knownAt }) => knownAt),
    events.map(({ recordedAt }) => recordedAt),
    events.map(({ text }) => text),
    events.map(({ previousHash }) => previousHash),
    events.map(({ hash }) => hash),
  ];
  return { text: INSERT, values };
}

const FIELDS = `ledger_event (position, stream, sequence, filing_id, type, known_at, recorded_at,
  payload, previous_hash, hash)`;
const INSERT = `INSERT INTO ${FIELDS}
  SELECT * FROM unnest($1::bigint[], $2::text[], $3::integer[], $4::bigint[], $5::ledger_event_type[],
    $6::timestamptz[], $7::timestamptz[], $8::json[], $9::bytea[], $10::bytea[])`;
const COPY = `COPY ${FIELDS} FROM STDIN (FORMAT binary)`;
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
        .text(event.text)
        .bytes(event.previousHash)
        .bytes(event.hash);
      if (index % EVENTS_A_SLICE !== 0) continue;
      await write(rows.take());
      await turn();
    }
    await write(rows.takeLast());
  });
}
