import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Database } from '../../../src/database/index.ts';
import { type Ingested, ingest } from '../../../src/ledger/index.ts';
import { openTables } from '../../../src/sources/data-set/zip-tables.ts';
import { readDocuments } from '../../../src/sources/index.ts';
import {
  DATA_SET_TABLES,
  type DataSetTable,
  type SourceDocument,
} from '../../../src/values/index.ts';
import { type Asked, exported, exportedRows } from '../../support/exported.ts';
import { COLUMNS } from '../../support/print/data-set-columns.ts';
import { sampleDocuments } from '../../support/samples.ts';
import { createTestLedger } from '../../support/test-ledger.ts';

async function samples() {
  const ledger = await createTestLedger();
  await ledger.append(sampleDocuments());
  return ledger;
}

async function zipOf(database: Database, asked: Partial<Asked> = {}) {
  const { bytes, notes } = await exported(database, {
    what: 'filings',
    format: 'data-set',
    ...asked,
  });
  const folder = await mkdtemp(join(tmpdir(), 'data-set-export-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, 'filings.zip');
  await writeFile(path, bytes);
  return { path, notes, bytes };
}

async function table(path: string, name: DataSetTable): Promise<string> {
  const zip = await openTables(path, 1e9);
  const chunks: Buffer[] = [];
  for await (const chunk of zip.read(name)) chunks.push(chunk);
  zip.close();
  return Buffer.concat(chunks).toString();
}

async function ingestZip(database: Database, path: string): Promise<Ingested[]> {
  const documents: SourceDocument[] = [];
  for await (const document of readDocuments(path)) documents.push(document as SourceDocument);
  return ingest(database, documents);
}

/**
 * A row without what a data set cannot carry: the place of a line among those of both kinds, times
 * of day, what headers say.
 */
function carried(row: Readonly<Record<string, string>>) {
  const lost =
    /^(?:source_)?(?:position|line)$|^known_at|^superseded|^repeats|schema_version|source_hash|^issuer_(?:sic|fiscal|state)/;
  return JSON.stringify(
    Object.entries(row).filter(([name]) => !lost.test(name) && name !== 'footnote_references'),
  );
}

describe('export filings --format data-set', () => {
  it('§1 has the eight tables with the columns of the SEC, in its order', async () => {
    const { database } = await samples();
    const { path } = await zipOf(database);
    for (const name of DATA_SET_TABLES) {
      const [header] = (await table(path, name)).split('\n');
      expect(header?.split('\t')).toEqual(COLUMNS[name]);
    }
  });

  it('§1 writes dates as DD-MON-YYYY, amounts with a decimal place, and null as nothing', async () => {
    const { database } = await samples();
    const { path } = await zipOf(database);
    const [header = '', ...rows] = (await table(path, 'NONDERIV_TRANS')).trim().split('\n');
    const names = header.split('\t');
    const cells = rows.map((row) => row.split('\t'));
    const column = (name: string) => cells.map((row) => row[names.indexOf(name)] ?? '');
    expect(cells.length).toBeGreaterThan(10);
    for (const date of column('TRANS_DATE')) expect(date).toMatch(/^\d\d-[A-Z]{3}-\d{4}$/);
    for (const amount of column('TRANS_SHARES')) expect(amount).toMatch(/^\d+\.\d+$/);
    expect(new Set(column('EQUITY_SWAP_INVOLVED'))).toEqual(new Set(['0']));
    expect(column('DEEMED_EXECUTION_DATE')).toContain('');
    expect(cells.flat()).not.toContain('null');
    expect(column('NONDERIV_TRANS_SK')).toEqual(cells.map((_, index) => String(index + 1)));
  });

  it('§2 read into an empty ledger it gives the same filings, lines and holdings', async () => {
    const { database } = await samples();
    const { path, notes } = await zipOf(database);
    const numbered = await exportedRows(database, { what: 'filings' });
    const withNumber = numbered.filter(({ accession_number }) => accession_number !== '');
    expect(notes).toEqual(['2 filings are left out: nobody knows their accession numbers.']);
    const { database: other } = await createTestLedger();
    const answers = await ingestZip(other, path);
    expect(answers.map(({ outcome }) => outcome)).toEqual(withNumber.map(() => 'appended'));
    const isNumbered = (row: Readonly<Record<string, string>>) =>
      (row.accession_number ?? row.source_accession_number) !== '';
    for (const what of ['filings', 'events', 'holdings'] as const) {
      const rows = (await exportedRows(database, { what })).filter(isNumbered);
      const again = await exportedRows(other, { what });
      expect(again.map(carried).sort()).toEqual(rows.map(carried).sort());
      expect(rows.length).toBeGreaterThan(10);
    }
  });

  it('§2 read into the same ledger it tells nothing new', async () => {
    const { database } = await samples();
    const { path } = await zipOf(database);
    const before = await database.pool.query('SELECT count(*)::int AS n FROM ledger_event');
    const answers = await ingestZip(database, path);
    expect(new Set(answers.map(({ outcome }) => outcome))).toEqual(new Set(['alreadyHeld']));
    const after = await database.pool.query('SELECT count(*)::int AS n FROM ledger_event');
    expect(after.rows).toEqual(before.rows);
  });

  it('is the same, byte for byte, when it is exported again', async () => {
    const { database } = await samples();
    const [one, two] = [await zipOf(database), await zipOf(database)];
    expect(one.bytes.equals(two.bytes)).toBe(true);
  });

  it('narrows to what was filed in a span of days, as a quarter is', async () => {
    const { database } = await samples();
    const { path } = await zipOf(database, { from: '2023-01-01', to: '2023-06-30' });
    const rows = (await table(path, 'SUBMISSION')).trim().split('\n').slice(1);
    const days = rows.map((row) => row.split('\t')[1]?.slice(3));
    expect(rows.length).toBeGreaterThan(2);
    for (const day of days) expect(day).toMatch(/^(?:JAN|FEB|MAR|APR|MAY|JUN)-2023$|^$/);
  });
});
