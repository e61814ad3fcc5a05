import type { CalendarDate, Decimal } from '../../values/index.ts';
import { parseAmount } from '../amount.ts';
import type { FiledFootnoteReference, FootnoteField } from '../filing.ts';
import { inFieldOrder } from '../footnote-references.ts';
import type { Column } from './columns.ts';
import type { MarkedText, PageCell, PageRow } from './page.ts';
import { parsePrintedDate } from './printed-date.ts';

/** Why a row cannot be read, and at which character of the document. */
export interface Refusal {
  readonly at: number;
  readonly message: string;
}

const WORDS = new Set<Column>(['title', 'underlyingTitle', 'underlying', 'nature']);
const CLIPPED = 40;

/** The cells of a row by column; remembers the first that cannot be read. */
export class RowReader {
  refusal: Refusal | undefined;
  readonly #row: PageRow;
  readonly #cells = new Map<Column, { cell: PageCell; marked: MarkedText }>();

  constructor(row: PageRow, tableColumns: readonly Column[]) {
    this.#row = row;
    const columns = withSplitUnderlying(row, tableColumns);
    for (const [index, cell] of row.cells.entries()) {
      const column = columns[index];
      const marked = cell.read(column !== undefined && WORDS.has(column));
      if (column !== undefined) this.#cells.set(column, { cell, marked });
      else if (marked.text !== '') {
        this.#refuseAt(
          cell.at,
          `The table has ${columns.length} columns, this row more: which cell is which is unknown.`,
        );
      }
    }
    if (row.cells.length < columns.indexOf('ownership') + 1) {
      this.#refuseAt(
        row.at,
        `The table has ${columns.length} columns, this row ${row.cells.length}: which cell is which is unknown.`,
      );
    }
  }

  /**
   * The words of a cell without its marks; "" where it is blank or the table has no such column.
   */
  text(column: Column): string {
    return this.#cells.get(column)?.marked.text ?? '';
  }

  /** Whether anything is printed in a cell, if only a footnote mark. */
  isFilled(column: Column): boolean {
    const marked = this.#cells.get(column)?.marked;
    return marked !== undefined && (marked.text !== '' || marked.marks.length > 0);
  }

  /** An exact decimal, or null where the cell is blank or has a footnote alone. */
  amount(column: Column): Decimal | null {
    const text = this.text(column);
    if (text === '') return null;
    const amount = parseAmount(text);
    if (amount === null) this.refuse(column, `"${text.slice(0, CLIPPED)}" is no amount.`);
    return amount;
  }

  /** Whether a cell is in USD, not in securities: its amount has a currency sign. */
  isValue(column: Column): boolean {
    return /^-?\$/.test(this.text(column));
  }

  /** A date printed as MM/DD/YYYY. */
  date(column: Column): CalendarDate | null {
    const text = this.text(column);
    if (text === '') return null;
    const date = parsePrintedDate(text);
    if (date === null) this.refuse(column, `"${text.slice(0, CLIPPED)}" is no date.`);
    return date;
  }

  /** The footnotes cited, by the field whose cell cites them. */
  footnotes(): readonly FiledFootnoteReference[] {
    const cited = [...this.#cells].flatMap(([column, { marked }]) =>
      marked.marks.map((mark) => ({ field: this.#fieldOf(column), id: `F${mark}` })),
    );
    return inFieldOrder(cited);
  }

  /** Remembers that a cell cannot be read, and why. */
  refuse(column: Column, message: string): void {
    this.#refuseAt(this.#cells.get(column)?.cell.at ?? this.#row.at, message);
  }

  #refuseAt(at: number, message: string): void {
    this.refusal ??= { at, message };
  }

  #fieldOf(column: Column): FootnoteField {
    const inValue = this.isValue(column) ? VALUES[column] : undefined;
    return inValue ?? FIELDS[column] ?? (column as FootnoteField);
  }
}

/**
 * Copies exist whose heading "Title and Amount of Underlying" stands over one column while the rows
 * below keep the two cells: a row that is one cell longer than the headings is read so.
 */
function withSplitUnderlying(row: PageRow, columns: readonly Column[]): readonly Column[] {
  if (row.cells.length !== columns.length + 1 || !columns.includes('underlying')) return columns;
  return columns.flatMap((column): readonly Column[] =>
    column === 'underlying' ? ['underlyingTitle', 'underlyingShares'] : [column],
  );
}

const VALUES: Partial<Record<Column, FootnoteField>> = {
  shares: 'totalValue',
  acquired: 'totalValue',
  disposed: 'totalValue',
  underlyingShares: 'underlyingValue',
};

const FIELDS: Partial<Record<Column, FootnoteField>> = {
  acquired: 'shares',
  disposed: 'shares',
  underlying: 'underlyingTitle',
  voluntary: 'code',
};
