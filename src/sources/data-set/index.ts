import {
  Anomaly,
  DATA_SET_EXCERPT,
  DATA_SET_TABLES,
  type DataSetTable,
  parseAccessionNumber,
  parseNamedMonthDate,
  type SourceDocument,
} from '../../values/index.ts';
import type { ZipSource } from '../zip-file.ts';
import { type FiledRow, Partitions } from './partitions.ts';
import { readRows } from './rows.ts';
import { openTables, type ZipTables } from './zip-tables.ts';

/** How much a data set may hold and how much of it is held at once, in bytes. */
export interface DataSetLimits {
  readonly largestTotal: number;
  readonly longestRow: number;
  /** What a partition comes to when all are alike. */
  readonly partition: number;
}

/** A quarter's tables come to some 150 MB; the longest cell has 2,000 characters. */
const LIMITS: DataSetLimits = {
  largestTotal: 2_000_000_000,
  longestRow: 1_000_000,
  partition: 2_000_000,
};

/** A filing of very many rows makes its partition larger than the others, within reason. */
const LARGEST_PARTITION = 16;

/** A data set's zip that is open, and what to call it. */
export interface OpenDataSet {
  readonly name: string;
  readonly file: Exclude<ZipSource, string>;
}

/**
 * Streams a data set's zip as documents, one a filing, in no order to rely on: an excerpt with the
 * filing's rows of all tables (DATA_SET_EXCERPT). No more of it is in memory than one partition,
 * and nothing is left on disk however reading ends. Nothing is given before all tables have been
 * read and checked. Incorrect for a zip that is no data set or is broken.
 */
export async function* readDataSet(
  source: string | OpenDataSet,
  limits: DataSetLimits = LIMITS,
): AsyncGenerator<SourceDocument> {
  const { name, file } = typeof source === 'string' ? { name: source, file: source } : source;
  const zip = await openTables(file, limits.largestTotal);
  try {
    if (!zip.has('SUBMISSION')) {
      throw new Anomaly('Incorrect', 'The zip has no table SUBMISSION: it is no data set.');
    }
    const count = Math.ceil(zip.totalBytes / limits.partition) || 1;
    const partitions = await Partitions.create(count, limits.partition * LARGEST_PARTITION);
    try {
      const headers = await partitionTables(zip, partitions, limits.longestRow);
      for await (const filings of partitions.read()) {
        for (const [filing, rows] of filings) yield excerpt(name, filing, rows, headers);
      }
    } finally {
      await partitions.remove();
    }
  } finally {
    zip.close();
  }
}

/** Lays down the rows of all tables and gives the tables' header lines. */
async function partitionTables(
  zip: ZipTables,
  partitions: Partitions,
  longestRow: number,
): Promise<Map<DataSetTable, string>> {
  const headers = new Map<DataSetTable, string>();
  for (const table of DATA_SET_TABLES) {
    let key = -1;
    let filingDate = -1;
    for await (const { line, cells } of readRows(table, zip.read(table), longestRow)) {
      if (!headers.has(table)) {
        headers.set(table, line);
        key = cells.indexOf('ACCESSION_NUMBER');
        filingDate = table === 'SUBMISSION' ? cells.indexOf('FILING_DATE') : -1;
        if (key >= 0) continue;
        throw new Anomaly('Incorrect', `${table} has no column ACCESSION_NUMBER.`);
      }
      const number = (cells[key] ?? '').trim();
      const filing = parseAccessionNumber(number) ?? number;
      const filedOn = parseNamedMonthDate((cells[filingDate] ?? '').trim());
      await partitions.add({ filing, table, line, filedOn });
    }
  }
  return headers;
}

function excerpt(
  name: string,
  filing: string,
  rows: readonly FiledRow[],
  headers: ReadonlyMap<DataSetTable, string>,
): SourceDocument {
  const parts = DATA_SET_TABLES.flatMap((table) => {
    const lines = rows.filter((row) => row.table === table).map(({ line }) => line);
    return lines.length === 0 ? [] : [`#${table}`, headers.get(table) ?? '', ...lines];
  });
  return {
    name: `${name}#${filing.slice(0, 60)}`,
    bytes: Buffer.from(`${[DATA_SET_EXCERPT, ...parts].join('\n')}\n`, 'latin1'),
    accessionNumber: parseAccessionNumber(filing),
    filedOn: rows.find(({ filedOn }) => filedOn !== null)?.filedOn ?? null,
  };
}
