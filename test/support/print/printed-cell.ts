import type {
  FiledFootnoteReference,
  FiledLine,
  FootnoteField,
} from '../../../src/parser/index.ts';
import type { PrintedColumn } from './printed-columns.ts';

/** What a cell prints: its text, and the numbers of its footnote marks. */
export interface PrintedCell {
  readonly text: string;
  readonly marks: readonly number[];
}

/** The fields whose marks a column prints beside those of its own. */
const FIELDS: Partial<Record<PrintedColumn, readonly FootnoteField[]>> = {
  code: ['timeliness'],
  shares: ['totalValue'],
  acquired: ['shares', 'totalValue'],
  disposed: ['shares', 'totalValue'],
  underlyingShares: ['underlyingValue'],
};

/**
 * The column that prints a field's marks, for a line with this table's columns; null where none
 * does.
 */
export function columnOfField(
  field: FootnoteField,
  line: FiledLine,
  columns: readonly PrintedColumn[],
): PrintedColumn | null {
  const column = columns.find(
    (candidate) =>
      (candidate === field || FIELDS[candidate]?.includes(field) === true) &&
      isPrinted(candidate, line),
  );
  return column ?? null;
}

/** Each side has its column in Table II; a line without a side prints in neither. */
function isPrinted(column: PrintedColumn, line: FiledLine): boolean {
  if (column !== 'acquired' && column !== 'disposed') return true;
  if (line.kind === 'holding') return column === 'acquired';
  return line.acquiredDisposed === (column === 'acquired' ? 'ACQUIRED' : 'DISPOSED');
}

/** What a column prints of a line; `hasFormType` for pages of Form 5 that print "F5". */
export function printedCell(
  line: FiledLine,
  column: PrintedColumn,
  columns: readonly PrintedColumn[],
  hasFormType: boolean,
): PrintedCell {
  const marks = line.footnotes
    .filter(({ field }) => columnOfField(field, line, columns) === column)
    .flatMap((reference) => footnoteNumber(reference) ?? []);
  return { text: isPrinted(column, line) ? textOf(line, column, hasFormType) : '', marks };
}

/** The number that a page prints for a footnote: F12 is 12; null for an id without one. */
export function footnoteNumber({ id }: Pick<FiledFootnoteReference, 'id'>): number | null {
  const digits = /\d+/.exec(id)?.[0];
  return digits === undefined ? null : Number(digits);
}

function textOf(line: FiledLine, column: PrintedColumn, hasFormType: boolean): string {
  switch (column) {
    case 'title':
      return line.securityTitle;
    case 'conversionOrExercisePrice':
      return printedValue(line.conversionOrExercisePrice);
    case 'exercisableOn':
    case 'expiresOn':
      return printedDate(line[column]);
    case 'underlyingTitle':
      return line.underlyingTitle ?? '';
    case 'underlyingShares':
      return printedAmount(line.underlyingShares, line.underlyingValue);
    case 'amountAfter':
      return printedAmount(line.sharesAfter, line.valueAfter);
    case 'ownership':
      return line.ownership === 'DIRECT' ? 'D' : 'I';
    case 'nature':
      return line.nature ?? '';
    default:
      return textOfTransaction(line, column, hasFormType);
  }
}

function textOfTransaction(line: FiledLine, column: PrintedColumn, hasFormType: boolean): string {
  const formType = hasFormType ? (line.formType ?? '') : '';
  if (line.kind === 'holding') return column === 'code' ? formType : '';
  switch (column) {
    case 'transactionDate':
    case 'deemedExecutionDate':
      return printedDate(line[column]);
    case 'code':
      return `${line.code}${formType}${line.equitySwapInvolved ? '/K' : ''}`;
    case 'voluntary':
      return line.voluntary ? 'V' : '';
    case 'shares':
    case 'acquired':
    case 'disposed':
      return printedAmount(line.shares, line.totalValue);
    case 'acquiredDisposed':
      return line.acquiredDisposed?.slice(0, 1) ?? '';
    case 'pricePerShare':
      return printedValue(line.pricePerShare);
    default:
      return '';
  }
}

/** MM/DD/YYYY; "" for none. */
export function printedDate(date: string | null): string {
  return date === null ? '' : `${date.slice(5, 7)}/${date.slice(8)}/${date.slice(0, 4)}`;
}

function printedAmount(shares: string | null, value: string | null): string {
  return shares === null ? printedValue(value) : grouped(shares);
}

function printedValue(value: string | null): string {
  if (value === null) return '';
  return value.startsWith('-') ? `-$${grouped(value.slice(1))}` : `$${grouped(value)}`;
}

function grouped(amount: string): string {
  const [whole = '', fraction] = amount.split('.');
  const separated = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? separated : `${separated}.${fraction}`;
}
