import {
  type CalendarDate,
  type Cik,
  type Decimal,
  parseCik,
  parseNamedMonthDate,
} from '../../values/index.ts';
import { parseAmount } from '../amount.ts';
import { foldBlanks } from '../blanks.ts';
import { isTicked } from '../filed-codes.ts';
import type { FiledFootnoteReference, FootnoteField } from '../filing.ts';
import { clip, type Findings } from '../findings.ts';
import type { Row } from './read-tables.ts';

/** A column, or the names under which it is met: quarters and tables differ. */
export type Column = string | readonly string[];

/** The place of a cell, "TABLE:row/COLUMN". */
export function placeOf(row: Row, column: Column): string {
  return `${row.place}/${present(row, column)}`;
}

/** A cell's text, runs of white space folded; null where it is blank or the column is missing. */
export function readText(row: Row, column: Column): string | null {
  return foldBlanks(row.cells.get(present(row, column)) ?? '');
}

/** A box: 1 and true are yes in any case, anything else is no; null where it is blank. */
export function readBox(row: Row, column: Column): boolean | null {
  const text = readText(row, column);
  return text === null ? null : isTicked(text);
}

/** A date, 31-JUL-2024 or 2024-07-31; null, with a warning, for what is none. */
export function readDate(row: Row, column: Column, findings: Findings): CalendarDate | null {
  return readValue(row, column, { read: parseNamedMonthDate, kind: 'date' }, findings);
}

/** An exact decimal, as far as the data set has it: rounded to two places; null with a warning. */
export function readDecimal(row: Row, column: Column, findings: Findings): Decimal | null {
  return readValue(row, column, { read: parseAmount, kind: 'amount' }, findings);
}

/** A CIK; null, with a warning, for what is none. */
export function readCik(row: Row, column: Column, findings: Findings): Cik | null {
  return readValue(row, column, { read: parseCik, kind: 'CIK' }, findings);
}

function readValue<T>(
  row: Row,
  column: Column,
  { read, kind }: { readonly read: (text: string) => T | null; readonly kind: string },
  findings: Findings,
): T | null {
  const text = readText(row, column);
  if (text === null) return null;
  const value = read(text);
  if (value === null) {
    findings.warn('INVALID_VALUE', placeOf(row, column), `"${clip(text)}" is no ${kind}.`);
  }
  return value;
}

/** The footnotes that a column of marks ("F1, F2") cites, in order, each once. */
export function readMarks(
  row: Row,
  columns: readonly string[],
  field: FootnoteField,
): FiledFootnoteReference[] {
  const marks = columns.flatMap((column) => readText(row, column)?.match(/[^,;\s]+/g) ?? []);
  return [...new Set(marks)].map((id) => ({ field, id }));
}

function present(row: Row, column: Column): string {
  if (typeof column === 'string') return column;
  return column.find((name) => row.cells.has(name)) ?? column[0] ?? '';
}
