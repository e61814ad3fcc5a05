import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../src/database/index.ts';
import { exported } from '../../support/exported.ts';
import { readParquet } from '../../support/read-parquet.ts';
import { sampleDocuments } from '../../support/samples.ts';
import { createTestLedger } from '../../support/test-ledger.ts';

const WHAT = ['holdings', 'events', 'filings'] as const;
const ALL = ['CURRENT', 'CARRIED', 'EXPIRED', 'CLOSED'] as const;

let database: Database;
let adminUrl: string;

beforeAll(async () => {
  const ledger = await createTestLedger(afterAll);
  ({ database, adminUrl } = ledger);
  await ledger.append(sampleDocuments());
});

/** The rows of an export in each format, as text by column: null is blank. */
async function inEachFormat(what: (typeof WHAT)[number]) {
  const asked = { what, statuses: ALL };
  const csv = (await exported(database, { ...asked, format: 'csv' })).bytes.toString();
  const ndjson = (await exported(database, { ...asked, format: 'ndjson' })).bytes.toString();
  const parquet = await readParquet(
    (await exported(database, { ...asked, format: 'parquet' })).bytes,
  );
  const lines = ndjson.split('\n').filter((line) => line !== '');
  const objects = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  const blank = (value: unknown) =>
    Array.isArray(value) ? value.join('|') : `${(value as string | null) ?? ''}`;
  const texts = (row: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, blank(value)]));
  return {
    csv,
    objects,
    parquet,
    rows: {
      csv: parse(csv, { columns: true }) as Record<string, string>[],
      ndjson: objects.map(texts),
      parquet: parquet.rows.map(texts),
    },
  };
}

describe.each(WHAT)('export %s', (what) => {
  it('says the same in CSV, NDJSON and Parquet, cell by cell', async () => {
    const { rows } = await inEachFormat(what);
    expect(rows.csv.length).toBeGreaterThan(10);
    expect(rows.ndjson).toEqual(rows.csv);
    expect(rows.parquet).toEqual(rows.csv);
  });

  it('has the same columns in the same order in each', async () => {
    const { rows, csv, parquet } = await inEachFormat(what);
    const header = csv.split('\r\n')[0]?.split(',');
    expect(Object.keys(rows.ndjson[0] ?? {})).toEqual(header);
    expect(Object.keys(parquet.types)).toEqual(header);
  });
});

describe('the formats', () => {
  it('§5 no format has a floating point number: decimals are strings in JSON, DECIMAL in Parquet', async () => {
    for (const what of WHAT) {
      const { objects, parquet } = await inEachFormat(what);
      const numbers = objects.flatMap((row) =>
        Object.entries(row).flatMap(([name, value]) => (typeof value === 'number' ? [name] : [])),
      );
      expect(new Set(numbers)).toEqual(
        new Set({ holdings: ['source_line'], events: ['line'], filings: [] }[what]),
      );
      expect(Object.values(parquet.types)).not.toContain('DOUBLE');
      expect(Object.values(parquet.types)).not.toContain('FLOAT');
    }
    const { parquet } = await inEachFormat('events');
    expect(parquet.types).toMatchObject({
      position: 'INT64',
      shares: 'DECIMAL(38, 10)',
      transaction_date: 'DATE',
      known_at: 'TIMESTAMP_MILLIS',
      voluntary: 'BOOLEAN',
      line: 'INT32',
      security_title: 'UTF8',
    });
  });

  it('§5 an amount that DECIMAL does not hold makes its column text, and says so', async () => {
    const { database: odd, append, adminUrl: url } = await createTestLedger();
    await append(sampleDocuments());
    const { default: pg } = await import('pg');
    const admin = new pg.Client({ connectionString: url });
    await admin.connect();
    await admin.query(
      `UPDATE reported_line SET price_per_share = 0.12345678901234
       WHERE position = (SELECT min(position) FROM reported_line WHERE is_transaction)`,
    );
    await admin.end();
    const { bytes, notes } = await exported(odd, { what: 'events', format: 'parquet' });
    const { types, rows } = await readParquet(bytes);
    expect(types).toMatchObject({ price_per_share: 'UTF8', shares: 'DECIMAL(38, 10)' });
    expect(rows.map((row) => row.price_per_share)).toContain('0.12345678901234');
    expect(notes).toEqual([
      'price_per_share is text: some of its amounts do not fit DECIMAL(38, 10).',
    ]);
  });

  it('RFC 4180: lines end in CR LF, and what holds a quote, comma or line end is quoted', async () => {
    const { database: odd, append } = await createTestLedger();
    await append(sampleDocuments());
    const text = (await exported(odd, { what: 'filings', format: 'csv' })).bytes.toString();
    expect(text.endsWith('\r\n')).toBe(true);
    const unquoted = text.replace(/"(?:[^"]|"")*"/g, '');
    expect(unquoted.replaceAll('\r\n', '')).not.toMatch(/[\r\n"]/);
  });

  it('an empty selection is a header, no line, and a file without rows', async () => {
    const issuers = [1n];
    const asked = { what: 'holdings', issuers } as const;
    const csv = (await exported(database, { ...asked, format: 'csv' })).bytes.toString();
    expect(csv).toMatch(/^person_id,[a-z_,0-9]+as_known_at\r\n$/);
    expect((await exported(database, { ...asked, format: 'ndjson' })).bytes).toHaveLength(0);
    const parquet = await readParquet(
      (await exported(database, { ...asked, format: 'parquet' })).bytes,
    );
    expect(parquet.rows).toEqual([]);
    expect(Object.keys(parquet.types)).toContain('amount');
    expect(adminUrl).not.toBe('');
  });
});
