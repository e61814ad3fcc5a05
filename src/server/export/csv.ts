import { stringify } from 'csv-stringify/sync';
import type { ExportedCell, ExportedType } from '../../reads/index.ts';
import { textOf } from './cell-text.ts';
import type { Format } from './format.ts';

/** How CSV is written beyond RFC 4180. */
export interface CsvOptions {
  /** Puts an apostrophe before a text that a spreadsheet would take for a formula. */
  readonly spreadsheetSafe: boolean;
}

/**
 * CSV by RFC 4180: a header, lines that end in CR LF, quotes where they are needed; null is blank.
 */
export function csv({ spreadsheetSafe }: CsvOptions): Format {
  return async function* (columns, batches) {
    const writers = columns.map(({ type }) => (spreadsheetSafe ? safeTextOf(type) : textOf(type)));
    yield stringify([columns.map(({ name }) => name)], OPTIONS);
    for await (const rows of batches) {
      yield stringify(
        rows.map((row) => writers.map((write, index) => write(row[index] ?? null))),
        OPTIONS,
      );
    }
  };
}

// Quoted for a line end of any kind, and not for the delimiter's alone.
const OPTIONS = { record_delimiter: '\r\n', quoted_match: /[\r\n]/ };

/** What spreadsheets begin a formula with, after white space that they pass over. */
const FORMULA = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/;

/** A negative amount is no formula, and with an apostrophe it would be no amount. */
function safeTextOf(type: ExportedType): (cell: ExportedCell) => string | null {
  const write = textOf(type);
  if (type !== 'text' && type !== 'list') return write;
  return (cell) => {
    const text = write(cell);
    return text !== null && FORMULA.test(text) ? `'${text}` : text;
  };
}
