import { invariant } from '../values/index.ts';

/** Values by column: text for numeric and bytea ("\\x…"), arrays and JSON as they are. */
export type Row = Readonly<Record<string, unknown>>;

/** The columns that hold JSON, wherever they occur; lists elsewhere are arrays of PostgreSQL. */
const JSON_COLUMNS = new Set([
  'footnotes',
  'signatures',
  'address',
  'stated_actions',
  'warnings',
  'header_facts',
]);

/**
 * Rows as COPY reads them in its text format, one line each: decimals, dates and instants as they
 * are written, nothing rounded on the way (PostgreSQL documentation, COPY, "Text Format").
 */
export function copyText(columns: readonly string[], rows: readonly Row[]): string {
  let text = '';
  for (const row of rows) {
    for (let index = 0; index < columns.length; index += 1) {
      const column = columns[index] as string;
      text += index === 0 ? cell(column, row[column]) : `\t${cell(column, row[column])}`;
    }
    text += '\n';
  }
  return text;
}

function cell(column: string, value: unknown): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value === 'string') return escaped(value);
  if (typeof value !== 'object') return plain(value);
  if (!JSON_COLUMNS.has(column) && Array.isArray(value)) return escaped(arrayText(value));
  return escaped(JSON.stringify(value));
}

/** Numbers and booleans as PostgreSQL reads them. */
function plain(value: unknown): string {
  invariant(
    typeof value === 'bigint' || typeof value === 'number' || typeof value === 'boolean',
    'a cell is text, a number, a boolean, a list or JSON',
  );
  return String(value);
}

const SPECIAL = /[\\\t\n\r]/;
const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
};

function escaped(text: string): string {
  return SPECIAL.test(text) ? text.replace(/[\\\t\n\r]/g, (found) => ESCAPES[found] ?? '') : text;
}

function arrayText(items: readonly unknown[]): string {
  const quoted = items.map((item) => {
    if (item === null) return 'NULL';
    return typeof item === 'string' ? `"${item.replace(/["\\]/g, '\\$&')}"` : plain(item);
  });
  return `{${quoted.join(',')}}`;
}
