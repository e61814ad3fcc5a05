import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lookUp } from '../../../src/database/index.ts';
import type { EventBody, LedgerEvent } from '../../../src/ledger/events/index.ts';
import { seal } from '../../../src/ledger/log/append.ts';
import { lastEvents } from '../../../src/ledger/log/read.ts';
import type { Instant } from '../../../src/values/index.ts';
import { type EventRow, eventRow, PLACE, WAYS_IN } from '../../support/event-rows.ts';
import { sampleDocuments } from '../../support/samples.ts';
import { createTestLedger, type TestLedger } from '../../support/test-ledger.ts';

const ABSENT = '00'.repeat(32);
const KNOWN_AT = '2024-02-29T21:30:00.000Z' as Instant;
const RECORDED_AT = '2024-03-01T00:00:00.500Z' as Instant;
let ledger: TestLedger;
let client: pg.Client;
let head: LedgerEvent;
let kept = '';

beforeAll(async () => {
  ledger = await createTestLedger(afterAll);
  await ledger.append(sampleDocuments());
  const [last] = await lookUp<LedgerEvent>(ledger.database.pool, lastEvents(1));
  if (last === undefined) throw new Error('The samples have events.');
  head = last;
  const { rows } = await ledger.database.pool.query<{ hash: string }>(
    "SELECT encode(hash, 'hex') AS hash FROM source_document LIMIT 1",
  );
  kept = rows[0]?.hash ?? '';
  client = new pg.Client({ connectionString: ledger.serverUrl });
  await client.connect();
}, 60_000);
afterAll(() => client.end());

/** Rows of a filing with two lines, sealed after the head as an ingest does it. */
function batch(
  payloads: readonly string[] = [source(kept), '{"line":1}', '{"line":2}'],
): EventRow[] {
  return rowsOf('FILING_RECEIVED', payloads);
}

/** The same, the first of them another kind of event. */
function rowsOf(first: EventBody['type'], payloads: readonly string[]): EventRow[] {
  const bodies = payloads.map((_, index) => {
    return { type: index === 0 ? first : 'HOLDING_REPORTED', payload: {} } as EventBody;
  });
  const append = { stream: 'filing-9', filingId: null, sequence: 0, knownAt: KNOWN_AT };
  return seal(head, [{ ...append, bodies, texts: payloads }], RECORDED_AT).map(eventRow);
}

function source(hash: string | null): string {
  return JSON.stringify({ filing: {}, sourceHash: hash });
}

function rereading(hash: string): string {
  return JSON.stringify({ subject: 'filing', told: { sourceHash: hash } });
}

/** The good batch, one field of one row changed. */
function changed(row: number, field: number, change: (value: string) => string | null): EventRow[] {
  return batch().map((values, index) =>
    index === row ? values.with(field, change(values[field] ?? '')) : values,
  );
}

const plus = (by: number) => (value: string) => String(Number(value) + by);
const always = (value: string | null) => () => value;
const oneBitOff = (value: string) =>
  value.slice(0, -1) + (Number.parseInt(value.slice(-1), 16) ^ 1).toString(16);

/** What no statement may write, and what PostgreSQL says to it. */
const REFUSED: readonly (readonly [string, () => EventRow[], RegExp])[] = [
  ['a gap after the head', () => batch().slice(1), /does not follow the head/],
  ['a gap within', () => batch().toSpliced(1, 1), /does not follow the head/],
  ['the position of the head again', () => changed(0, PLACE.position, plus(-1)), /duplicate key/],
  ['one position twice', () => changed(1, PLACE.position, plus(-1)), /duplicate key/],
  ['position 0', () => changed(0, PLACE.position, always('0')), /violates check/],
  ['a negative position', () => changed(0, PLACE.position, always('-1')), /violates check/],
  [
    'a first event that is not one',
    () => changed(0, PLACE.previousHash, always(null)),
    /violates check/,
  ],
  ['another link to the head', () => changed(0, PLACE.previousHash, oneBitOff), /is not chained/],
  ['another link within', () => changed(2, PLACE.previousHash, oneBitOff), /is not chained/],
  [
    'another hash of the last',
    () => changed(2, PLACE.hash, oneBitOff),
    /is not what its hash seals/,
  ],
  ['another hash within', () => changed(1, PLACE.hash, oneBitOff), /is not (?:chained|what)/],
  ['half a hash', () => changed(2, PLACE.hash, (hash) => hash.slice(0, 34)), /violates check/],
  ['no hash', () => changed(2, PLACE.hash, always(null)), /violates not-null/],
  ['another payload', () => changed(1, PLACE.payload, always('{"line":9}')), /what its hash seals/],
  [
    'a payload with a blank',
    () => changed(1, PLACE.payload, always('{"line": 1}')),
    /its hash seals/,
  ],
  ['a payload that is no JSON', () => changed(1, PLACE.payload, always('{"line":')), /json/],
  [
    'another time of recording',
    () => changed(1, PLACE.recordedAt, always(KNOWN_AT)),
    /its hash seals/,
  ],
  ['another time as known', () => changed(1, PLACE.knownAt, always(RECORDED_AT)), /its hash seals/],
  ['another stream', () => changed(1, PLACE.stream, always('filing-8')), /what its hash seals/],
  ['another sequence', () => changed(2, PLACE.sequence, always('7')), /what its hash seals/],
  ['another filing', () => changed(1, PLACE.filing, always('1')), /what its hash seals/],
  ['another type', () => changed(1, PLACE.type, always('TRANSACTION_REPORTED')), /its hash seals/],
  ['a filing whose source is not kept', () => batch([source(ABSENT), '{}']), /source document/],
  ['a filing without a source', () => batch(['{"filing":{}}']), /source document/],
  ['a filing whose source is null', () => batch([source(null)]), /source document/],
  [
    'a source that another says',
    () => batch([`{"sourceHash":"${kept}","sourceHash":"${ABSENT}"}`]),
    /source document/,
  ],
  ['a source within', () => batch([`{"filing":{"sourceHash":"${kept}"}}`]), /source document/],
  [
    'a reading whose source is not kept',
    () => rowsOf('FILING_REREAD', [rereading(ABSENT)]),
    /source document/,
  ],
  ['a reading without a source', () => rowsOf('FILING_REREAD', ['{}']), /source document/],
  [
    'a further document whose source is not kept',
    () => rowsOf('IDENTITY_RESOLVED', [rereading(ABSENT)]),
    /source document/,
  ],
];

/** Tries something in a transaction that leaves nothing; gives what PostgreSQL said. */
async function tried(work: () => Promise<unknown>): Promise<string> {
  await client.query('BEGIN');
  try {
    await work();
    return 'written';
  } catch (error) {
    return String(error);
  } finally {
    await client.query('ROLLBACK');
  }
}

describe("§4 PostgreSQL takes events from the server's own role by one door", () => {
  describe.each(Object.entries(WAYS_IN))('by %s', (_, write) => {
    it('what goes on from the head, says what its hash seals, and has its source', async () => {
      expect(await tried(() => write(client, batch()))).toBe('written');
      expect(
        await tried(() => write(client, rowsOf('IDENTITY_RESOLVED', ['{"subject":"person"}']))),
      ).toBe('written');
      expect(await tried(() => write(client, rowsOf('FILING_REREAD', [rereading(kept)])))).toBe(
        'written',
      );
      expect(await tried(() => write(client, []))).toBe('written');
    });

    it.each(REFUSED)('not %s', async (_what, rows, said) => {
      expect(await tried(() => write(client, rows()))).toMatch(said);
    });
  });

  it.each([
    'ALTER TABLE public.ledger_event DISABLE TRIGGER ledger_event_one_door',
    'DROP TRIGGER ledger_event_one_door ON public.ledger_event',
    'DROP FUNCTION public.check_appended() CASCADE',
    "CREATE OR REPLACE FUNCTION public.check_appended() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'",
    'ALTER FUNCTION public.event_hash RENAME TO other_hash',
    'CREATE RULE aside AS ON INSERT TO public.ledger_event DO INSTEAD NOTHING',
    'CREATE TABLE more () INHERITS (public.ledger_event)',
    'CREATE TEMP TABLE more () INHERITS (public.ledger_event)',
    'ALTER TABLE public.ledger_event RENAME TO other_event',
    'SET LOCAL session_replication_role = replica',
    'SET ROLE postgres',
    'SET SESSION AUTHORIZATION postgres',
    'ALTER ROLE insider_ledger_server SUPERUSER',
    'UPDATE public.source_document SET packed = packed',
    'DELETE FROM public.source_document',
    `INSERT INTO public.ledger_event SELECT * FROM public.ledger_event
     ON CONFLICT (position) DO UPDATE SET hash = excluded.previous_hash`,
    `MERGE INTO public.ledger_event e USING (SELECT 1) s ON e.position = 1
     WHEN MATCHED THEN UPDATE SET payload = '{}'`,
  ])('and nobody with its rights can take it away: %s', async (statement) => {
    expect(await tried(() => client.query(statement))).toMatch(
      /permission denied|must be (?:owner|superuser)|append-only/,
    );
  });

  it.each([
    ['tables of the same names first', 'SET LOCAL search_path = pg_temp, public'],
    ['constraints deferred', 'SET CONSTRAINTS ALL DEFERRED'],
    ['another snapshot', 'SET TRANSACTION ISOLATION LEVEL SERIALIZABLE'],
    ['another time zone', "SET LOCAL TimeZone = 'Asia/Tokyo'; SET LOCAL DateStyle = 'German'"],
  ])('nor deceive it with %s', async (_, settings) => {
    const deceive = async () => {
      await client.query(settings);
      await client.query(`
        CREATE TEMP TABLE source_document AS SELECT decode('${ABSENT}', 'hex') AS hash;
        CREATE TEMP TABLE ledger_event AS SELECT 1::bigint AS position;
        CREATE TEMP TABLE appended AS SELECT 1::bigint AS position WHERE false;`);
    };
    const write = async (_: pg.Client, rows: EventRow[]) => {
      await deceive();
      await WAYS_IN.INSERT(client, rows);
    };
    expect(await tried(() => write(client, batch()))).toBe('written');
    expect(await tried(() => write(client, batch([source(ABSENT)])))).toMatch(/source document/);
    expect(
      await tried(() => write(client, changed(0, PLACE.knownAt, always(RECORDED_AT)))),
    ).toMatch(/hash seals/);
  });

  it('nor write an event beside one that another transaction writes', async () => {
    const other = new pg.Client({ connectionString: ledger.serverUrl });
    await other.connect();
    await other.query('BEGIN');
    await client.query('BEGIN');
    await WAYS_IN.INSERT(client, batch());
    const beside = WAYS_IN.INSERT(other, batch()).then(() => 'written', String);
    await client.query('COMMIT');
    expect(await beside).toMatch(/duplicate key/);
    await other.end();
    const [last] = await lookUp<LedgerEvent>(ledger.database.pool, lastEvents(1));
    if (last !== undefined) head = last;
  });
});
