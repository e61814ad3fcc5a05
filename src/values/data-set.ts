/**
 * The tables of the SEC's Insider Transactions Data Sets, in the order in which an excerpt has
 * them.
 */
export const DATA_SET_TABLES = [
  'SUBMISSION',
  'REPORTINGOWNER',
  'NONDERIV_TRANS',
  'NONDERIV_HOLDING',
  'DERIV_TRANS',
  'DERIV_HOLDING',
  'FOOTNOTES',
  'OWNER_SIGNATURE',
] as const;

/** One of the eight tables (docs/domain.md §1). */
export type DataSetTable = (typeof DATA_SET_TABLES)[number];

/** The table that a name in any case names; null for any other name. */
export function dataSetTable(name: string): DataSetTable | null {
  return DATA_SET_TABLES.find((table) => table === name.toUpperCase()) ?? null;
}

/**
 * The first line of an excerpt: one filing's rows of a data set, as a document of its own. Then
 * comes, for every table that has rows of it, a line of "#" and the table's name, the table's
 * header line and the rows, each as it stands in the data set.
 */
export const DATA_SET_EXCERPT = '#INSIDER TRANSACTIONS DATA SET';

/**
 * The tables' dialect, in the options of csv-parse: a cell that holds a quote is quoted and its
 * quotes are doubled. A quote inside a cell that is not quoted is a quote and no more.
 */
export const DATA_SET_DIALECT = {
  delimiter: '\t',
  record_delimiter: ['\r\n', '\n'],
  relax_quotes: true,
  relax_column_count: true,
  skip_empty_lines: true,
};

/** A column's name as a header line has it, in the form to look it up by. */
export function columnName(cell: string): string {
  return cell.trim().toUpperCase();
}
