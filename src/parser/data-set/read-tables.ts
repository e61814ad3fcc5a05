import { CsvError, parse } from 'csv-parse/sync';
import {
  columnName,
  DATA_SET_DIALECT,
  DATA_SET_TABLES,
  type DataSetTable,
  dataSetTable,
} from '../../values/index.ts';
import type { Problem } from '../problem.ts';

/** A row of a table: its cells by column name, and "TABLE:row" for messages. */
export interface Row {
  readonly cells: ReadonlyMap<string, string>;
  readonly place: string;
}

/** Every table of an excerpt; empty where the excerpt does not have it. */
export type Tables = Readonly<Record<DataSetTable, readonly Row[]>>;

/** No filing comes near it. */
const ROWS_AT_MOST = 100_000;

/** Splits an excerpt into its tables, or says why it cannot be done. */
export function readTables(text: string): Tables | { readonly problems: readonly Problem[] } {
  let records: string[][];
  try {
    records = parse(text, DATA_SET_DIALECT);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return refused('TABLE_UNREADABLE', '1:1', error.message);
  }
  if (records.length > ROWS_AT_MOST) return refused('TOO_MANY', '1:1', 'Too many rows.');
  const tables = Object.fromEntries(
    DATA_SET_TABLES.map((table): [string, Row[]] => [table, []]),
  ) as Record<DataSetTable, Row[]>;
  const problems: Problem[] = [];
  let table: DataSetTable | null = null;
  let header: readonly string[] | null = null;
  for (const record of records) {
    const marked = markedTable(record);
    if (marked !== null) {
      table = marked;
      header = null;
    } else if (table === null) continue;
    else if (header === null) header = record.map(columnName);
    else {
      const place = `${table}:${tables[table].length + 1}`;
      if (record.length !== header.length) {
        const message = `The row has ${record.length} cells, the header ${header.length}.`;
        problems.push({ code: 'TABLE_UNREADABLE', path: place, message });
      }
      tables[table].push({ cells: cellsByColumn(header, record), place });
    }
  }
  return problems.length > 0 ? { problems } : tables;
}

function refused(code: Problem['code'], path: string, message: string) {
  return { problems: [{ code, path, message }] };
}

/** The table that a line of "#" and a name alone starts. */
function markedTable([first = '', ...rest]: readonly string[]): DataSetTable | null {
  return first.startsWith('#') && rest.length === 0 ? dataSetTable(first.slice(1)) : null;
}

/** Of two columns of one name the first is taken. */
function cellsByColumn(header: readonly string[], cells: readonly string[]): Map<string, string> {
  const row = new Map<string, string>();
  for (const [index, column] of header.entries()) {
    if (!row.has(column)) row.set(column, cells[index] ?? '');
  }
  return row;
}
