import type { Filing } from '../../parser/index.ts';
import {
  decimalsBeyond,
  type ExportedTable,
  type ExportSelection,
  exportedEvents,
  exportedFilings,
  exportedHoldings,
  type HoldingStatus,
  type LedgerReading,
  loggedEvents,
  mergedFilings,
  type Viewpoint,
} from '../../reads/index.ts';
import { csv } from './csv.ts';
import { dataSetZip } from './data-set/index.ts';
import type { Format } from './format.ts';
import { ledgerLines } from './ledger-lines.ts';
import { ndjson } from './ndjson.ts';
import { parquet } from './parquet.ts';
import { PARQUET_DECIMAL } from './parquet-columns.ts';

/** What to export and how. */
export interface Export extends Viewpoint, ExportSelection {
  readonly what: 'holdings' | 'events' | 'filings' | 'ledger';
  readonly format: 'csv' | 'ndjson' | 'parquet' | 'data-set';
  readonly statuses: readonly HoldingStatus[];
  readonly spreadsheetSafe: boolean;
}

/** Whom to tell while it is written. */
export interface ExportListener {
  /** That so many rows more are read. */
  wrote(rows: number): void;
  /** Something that whoever reads the export should know. */
  note(text: string): void;
}

/** An export as bytes and text, piece by piece. */
export async function* exportChunks(
  reading: LedgerReading,
  asked: Export,
  listener: ExportListener,
): AsyncGenerator<Uint8Array | string> {
  if (asked.what === 'ledger') {
    yield* ledgerLines(counted(loggedEvents(reading), listener));
    return;
  }
  if (asked.format === 'data-set') {
    yield* dataSetZip(numbered(mergedFilings(reading, asked.knownAt, asked), listener));
    return;
  }
  const table = tableOf(asked);
  const format = await formatOf(reading, table, asked, listener);
  yield* format(table.columns, counted(reading.rows(table), listener));
}

function tableOf(asked: Export): ExportedTable {
  if (asked.what === 'holdings')
    return exportedHoldings(asked, asked, { statuses: asked.statuses });
  if (asked.what === 'filings') return exportedFilings(asked.knownAt, asked);
  return exportedEvents(asked.knownAt, asked);
}

async function formatOf(
  { db }: LedgerReading,
  table: ExportedTable,
  { format, spreadsheetSafe }: Export,
  listener: ExportListener,
): Promise<Format> {
  if (format === 'csv') return csv({ spreadsheetSafe });
  if (format === 'ndjson') return ndjson;
  const asText = await decimalsBeyond(db, table, PARQUET_DECIMAL);
  const { precision, scale } = PARQUET_DECIMAL;
  for (const name of asText) {
    listener.note(
      `${name} is text: some of its amounts do not fit DECIMAL(${precision}, ${scale}).`,
    );
  }
  return parquet(asText);
}

async function* counted<Row>(
  batches: AsyncIterable<readonly Row[]>,
  listener: ExportListener,
): AsyncGenerator<readonly Row[]> {
  for await (const rows of batches) {
    listener.wrote(rows.length);
    yield rows;
  }
}

/** Those that a data set has a key for; how many it cannot hold is reported. */
async function* numbered(
  batches: AsyncIterable<readonly Filing[]>,
  listener: ExportListener,
): AsyncGenerator<readonly Filing[]> {
  let left = 0;
  for await (const all of batches) {
    const filings = all.filter(({ accessionNumber }) => accessionNumber !== null);
    left += all.length - filings.length;
    listener.wrote(filings.length);
    yield filings;
  }
  if (left === 0) return;
  listener.note(`${left} filings are left out: nobody knows their accession numbers.`);
}
