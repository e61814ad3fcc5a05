import { CsvError } from 'csv-parse/sync';
import {
  columnName,
  DATA_SET_TABLES,
  type DataSetTable,
  dataSetTable,
} from '../../values/index.ts';
import type { Problem } from '../problem.ts';
import { splitRecords } from './split-records.ts';

/** A row of a table: its cells by column name, and "TABLE:row" for messages. */
export interface Row {
  readonly cells: Cells;
  readonly place: string;
}

/** The cells of a row, by the names of its table's columns. */
type Cells = Pick<ReadonlyMap<string, string>, 'get' | 'has'>;

/** Every table of an excerpt; empty where the excerpt does not have it. */
export type Tables = Readonly<Record<DataSetTable, readonly Row[]>>;

/** No filing comes near it. */
const ROWS_AT_MOST = 100_000;

/** Splits an excerpt into its tables, or says why it cannot be done. */
export function readTables(text: string): Tables | { readonly problems: readonly Problem[] } {
  let records: string[][];
  try {
    records = splitRecords(text);
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
  let header: Header | null = null;
  for (const record of records) {
    const marked = markedTable(record);
    if (marked !== null) {
      table = marked;
      header = null;
    } else if (table === null) continue;
    else if (header === null) header = headerOf(record);
    else {
      const place = `${table}:${tables[table].length + 1}`;
      if (record.length !== header.length) {
        const message = `The row has ${record.length} cells, the header ${header.length}.`;
        problems.push({ code: 'TABLE_UNREADABLE', path: place, message });
      }
      tables[table].push({ cells: cellsOf(header, record), place });
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

/** A table's columns: how many there are, and where each is. */
interface Header {
  readonly length: number;
  readonly places: ReadonlyMap<string, number>;
}

/** The filings of a data set have the same headers: each is read once. */
const headers = new Map<string, Header>();
/** A few quarters' tables; what is beyond, or longer, is read each time. */
const HEADERS_AT_MOST = 200;
const LONGEST_KEPT = 5_000;

/** Of two columns of one name the first is taken. */
function headerOf(record: readonly string[]): Header {
  const line = record.join('\t');
  const known = headers.get(line);
  if (known !== undefined) return known;
  const places = new Map<string, number>();
  for (const [place, cell] of record.entries()) {
    const column = columnName(cell);
    if (!places.has(column)) places.set(column, place);
  }
  const header = { length: record.length, places };
  if (headers.size < HEADERS_AT_MOST && line.length < LONGEST_KEPT) headers.set(line, header);
  return header;
}

function cellsOf({ places }: Header, record: readonly string[]): Cells {
  return {
    has: (column) => places.has(column),
    get(column) {
      const place = places.get(column);
      return place === undefined ? undefined : (record[place] ?? '');
    },
  };
}
