import pg from 'pg';
import { type Database, openDatabase } from '../../src/database/index.ts';
import {
  type ExportedTable,
  exportedEvents,
  exportedHoldings,
  readConsistently,
} from '../../src/reads/index.ts';
import { exportChunks } from '../../src/server/export/index.ts';
import type { CalendarDate, Instant } from '../../src/values/index.ts';

/** What one export came to; peak is the process's resident memory, in bytes. */
export interface Exported {
  readonly rows: number;
  readonly seconds: number;
  readonly bytes: number;
  readonly peak: number;
}

const AS_OF = '2024-12-31' as CalendarDate;
const KNOWN_AT = '2025-01-01T00:00:00.000Z' as Instant;
const STATUSES = ['CURRENT', 'CARRIED'] as const;

/** A bare COPY of an export's rows, parameters written out; gives what it wrote. */
async function copy(database: Database, { text, values }: ExportedTable) {
  const written = text.replace(/\$(\d+)/g, (_, index) => literal(values[Number(index) - 1]));
  const client = database.connection();
  await client.connect();
  let bytes = 0;
  const { connection } = client as unknown as { connection: NodeJS.EventEmitter };
  connection.on('copyData', ({ chunk }: { chunk: Buffer }) => {
    bytes += chunk.byteLength;
  });
  await client.query('BEGIN; SET LOCAL cursor_tuple_fraction = 0.5');
  const { rowCount } = await client.query(`COPY (${written}) TO STDOUT`);
  await client.end();
  return { rows: rowCount ?? 0, bytes };
}

function literal(value: unknown): string {
  if (Array.isArray(value)) return pg.escapeLiteral(`{${value.join(',')}}`);
  return typeof value === 'string' ? pg.escapeLiteral(value) : 'NULL';
}

/** Writes an export to nowhere. */
async function exportNowhere(
  database: Database,
  what: 'holdings' | 'events',
  format: 'csv' | 'ndjson' | 'parquet',
) {
  let rows = 0;
  let bytes = 0;
  await readConsistently(database, new AbortController().signal, async (reading) => {
    const asked = {
      what,
      format,
      asOf: AS_OF,
      knownAt: KNOWN_AT,
      statuses: STATUSES,
      spreadsheetSafe: false,
    };
    const listener = {
      wrote: (count: number) => {
        rows += count;
      },
      note: () => undefined,
    };
    for await (const chunk of exportChunks(reading, asked, listener)) {
      bytes += typeof chunk === 'string' ? Buffer.byteLength(chunk) : chunk.byteLength;
    }
  });
  return { rows, bytes };
}

const [url = '', what = '', format = ''] = process.argv.slice(2);
const database = openDatabase({ connectionString: url, poolSize: 2 });
const started = performance.now();
const table =
  what === 'holdings'
    ? exportedHoldings({ asOf: AS_OF, knownAt: KNOWN_AT }, {}, { statuses: STATUSES })
    : exportedEvents(KNOWN_AT, {});
const result =
  format === 'copy'
    ? await copy(database, table)
    : await exportNowhere(database, what as 'holdings', format as 'csv');
const seconds = (performance.now() - started) / 1_000;
await database.close();
const exported: Exported = {
  ...result,
  seconds,
  peak: process.resourceUsage().maxRSS * 1_024,
};
console.log(JSON.stringify(exported));
