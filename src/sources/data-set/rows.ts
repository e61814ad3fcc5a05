import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { Anomaly, columnName, DATA_SET_DIALECT, type DataSetTable } from '../../values/index.ts';

/** A table's header, or one of its rows. */
export interface TableRow {
  /** The line as it stands in the table, without its end; a character is a byte. */
  readonly line: string;
  readonly cells: readonly string[];
}

/**
 * The next row's first cell, on a line of its own inside a cell: that cell's quote was never
 * closed.
 */
const SWALLOWED = /\n"?\d{10}-\d{2}-\d{6}"?\t/;

/**
 * Streams a table's lines: the header first, then the rows that are not blank. Incorrect where a
 * row is longer than so many bytes, or a quote is opened and never closed.
 */
export async function* readRows(
  table: DataSetTable,
  bytes: AsyncIterable<Buffer>,
  longestRow: number,
): AsyncGenerator<TableRow> {
  const parser = parse({
    ...DATA_SET_DIALECT,
    // Bytes stay what they are: the excerpt is decoded by the parser, as every document is.
    encoding: 'latin1',
    raw: true,
    max_record_size: longestRow,
  });
  pipeline(Readable.from(bytes), parser, () => undefined);
  let count = 0;
  try {
    for await (const { record, raw } of parser as AsyncIterable<{
      record: string[];
      raw: string;
    }>) {
      if (record.every((cell) => cell.trim() === '')) continue;
      const line = raw.replace(/^[\r\n]+|[\r\n]+$/g, '');
      if (line.includes('\n') && SWALLOWED.test(line)) {
        throw new Anomaly('Incorrect', `${table}, row ${count}: a quote is never closed.`);
      }
      yield count === 0 ? header(line, record) : { line, cells: record };
      count += 1;
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const reason =
      error.code === 'CSV_MAX_RECORD_SIZE'
        ? `longer than ${longestRow} bytes`
        : error.message.replace(/\.$/, '');
    throw new Anomaly('Incorrect', `${table}, after row ${count - 1}: ${reason}.`, {
      cause: error,
    });
  }
}

/** UTF-8's byte order mark, byte by byte. */
const MARK = /^\u00ef\u00bb\u00bf/;

function header(line: string, cells: readonly string[]): TableRow {
  return {
    line: line.replace(MARK, ''),
    cells: cells.map((cell) => columnName(cell.replace(MARK, ''))),
  };
}
