import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from } from 'pg-copy-streams';
import type { SealedEvent } from '../../src/ledger/log/append.ts';

/** An event's row as PostgreSQL reads it from text, its fields in the order of the places below. */
export type EventRow = readonly (string | null)[];

/** Where each field of a row stands. */
export const PLACE = {
  position: 0,
  stream: 1,
  sequence: 2,
  filing: 3,
  type: 4,
  knownAt: 5,
  recordedAt: 6,
  payload: 7,
  previousHash: 8,
  hash: 9,
};

const FIELDS = `public.ledger_event (position, stream, sequence, filing_id, type, known_at, recorded_at, payload,
  previous_hash, hash)`;

/** The row of a sealed event. */
export function eventRow(event: SealedEvent): EventRow {
  const { position, stream, sequence, filingId, type, knownAt, recordedAt, text } = event;
  const [previous, own] = [event.previousHash, event.hash].map(
    (hash) => hash && `\\x${hash.toString('hex')}`,
  );
  const envelope = [String(position), stream, String(sequence), String(filingId), type];
  return [...envelope, knownAt, recordedAt, text, previous ?? null, own ?? null];
}

/** The ways by which rows can be written on a connection with the server's rights. */
export const WAYS_IN = {
  INSERT: (client, rows) =>
    client.query(
      `INSERT INTO ${FIELDS} SELECT * FROM unnest($1::bigint[], $2::text[], $3::int[], $4::bigint[],
         $5::public.ledger_event_type[], $6::timestamptz[], $7::timestamptz[], $8::json[], $9::bytea[], $10::bytea[])`,
      Object.values(PLACE).map((field) => rows.map((row) => row[field] ?? null)),
    ),
  COPY: (client, rows) => {
    const cell = (value: string | null) => value?.replaceAll('\\', '\\\\') ?? '\\N';
    const text = rows.map((row) => `${row.map(cell).join('\t')}\n`);
    return pipeline(text, client.query(from(`COPY ${FIELDS} FROM STDIN`)));
  },
  'a function': async (client, rows) => {
    await client.query(`
      CREATE FUNCTION pg_temp.put(row_values text[]) RETURNS void LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO ${FIELDS} VALUES (row_values[1]::bigint, row_values[2], row_values[3]::int, row_values[4]::bigint,
          row_values[5]::public.ledger_event_type, row_values[6]::timestamptz, row_values[7]::timestamptz,
          row_values[8]::json, row_values[9]::bytea, row_values[10]::bytea);
      END $$`);
    for (const row of rows) await client.query('SELECT pg_temp.put($1)', [row]);
  },
} satisfies Record<string, (client: pg.Client, rows: readonly EventRow[]) => Promise<unknown>>;
