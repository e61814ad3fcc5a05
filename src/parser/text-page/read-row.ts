import { type CalendarDate, calendarDate, type Decimal } from '../../values/index.ts';
import { parseAmount } from '../amount.ts';
import type { FiledFootnoteReference, FiledLine, FootnoteField, SecurityTable } from '../filing.ts';
import type { Problem } from '../problem.ts';
import { type MarkedText, type PageCell, type PageRow, takeMarks } from './cells.ts';
import type { Column } from './columns.ts';

/** What a row needs to know of the table and form it stands in. */
export interface RowContext {
  readonly table: SecurityTable;
  readonly line: number;
  readonly columns: readonly Column[];
}

/** The cells that only a transaction fills; in a row without date and code they are unreadable. */
const TRANSACTED: readonly Column[] = [
  'deemedExecutionDate',
  'voluntary',
  'shares',
  'acquired',
  'disposed',
  'acquiredDisposed',
  'pricePerShare',
];

const WORDS = new Set<Column>(['title', 'underlyingTitle', 'underlying', 'nature']);

/** Reads one row of a page's table; a row that cannot be read is a problem at its line and column. */
export function readRow(row: PageRow, context: RowContext): FiledLine | Problem {
  const reader = new RowReader(row, context.columns);
  const line = readCells(reader, context);
  return reader.problem ?? line;
}

function readCells(reader: RowReader, { table, line }: RowContext): FiledLine {
  const code = reader.text('code');
  const { letter, formType, isSwap } = splitCode(code);
  const transactionDate = reader.date('transactionDate');
  const ownership = reader.text('ownership');
  if (!/^[DI]$/i.test(ownership)) reader.refuse('ownership', `"${ownership}" is neither D nor I.`);
  if (reader.text('title') === '') reader.refuse('title', 'A line has a title of security.');
  const cells = {
    table,
    line,
    securityTitle: reader.text('title'),
    formType,
    ownership: /^I$/i.test(ownership) ? ('INDIRECT' as const) : ('DIRECT' as const),
    nature: reader.text('nature') || null,
    sharesAfter: reader.isValue('amountAfter') ? null : reader.amount('amountAfter'),
    valueAfter: reader.isValue('amountAfter') ? reader.amount('amountAfter') : null,
    conversionOrExercisePrice: reader.amount('conversionOrExercisePrice'),
    exercisableOn: reader.date('exercisableOn'),
    expiresOn: reader.date('expiresOn'),
    ...readUnderlying(reader),
    footnotes: reader.footnotes(),
  };
  if (transactionDate === null && code === '') {
    for (const column of TRANSACTED) {
      if (reader.text(column) !== '') reader.refuse(column, 'A transaction has a date and a code.');
    }
    return { kind: 'holding', ...cells };
  }
  if (transactionDate === null) reader.refuse('transactionDate', 'A transaction has a date.');
  return {
    kind: 'transaction',
    ...cells,
    transactionDate: transactionDate ?? ('0001-01-01' as CalendarDate),
    deemedExecutionDate: reader.date('deemedExecutionDate'),
    code: letter,
    timeliness: 'ON_TIME',
    equitySwapInvolved: isSwap,
    voluntary: /^V$/i.test(reader.text('voluntary')),
    ...readTraded(reader),
    pricePerShare: reader.amount('pricePerShare'),
  };
}

/** Title and number of the underlying securities, in two columns or, "Common Stock 300", in one. */
function readUnderlying(reader: RowReader) {
  const both = reader.text('underlying');
  const [, title = both, digits] = /^(.*?)\s+(\$?\s?\d[\d,]*(?:\.\d+)?)$/.exec(both) ?? [];
  const amount = reader.amount('underlyingShares') ?? (digits ? parseAmount(digits) : null);
  const isValue = reader.isValue('underlyingShares') || digits?.startsWith('$') === true;
  if (digits && amount === null) reader.refuse('underlying', `"${digits}" is no amount.`);
  return {
    underlyingTitle: reader.text('underlyingTitle') || title || null,
    underlyingShares: isValue ? null : amount,
    underlyingValue: isValue ? amount : null,
  };
}

/** Amount and side: in a column each in Table I, in a column for each side in Table II. */
function readTraded(reader: RowReader) {
  const acquired = reader.amount('acquired');
  const disposed = reader.amount('disposed');
  if (acquired !== null && disposed !== null) {
    reader.refuse('disposed', 'A transaction acquires or disposes, not both.');
  }
  const side = reader.text('acquiredDisposed').toUpperCase();
  if (!['', 'A', 'D'].includes(side)) reader.refuse('acquiredDisposed', 'Neither A nor D.');
  const isAcquired = side === 'A' || acquired !== null;
  const isDisposed = side === 'D' || disposed !== null;
  const amount = reader.amount('shares') ?? acquired ?? disposed;
  const isValue = (['shares', 'acquired', 'disposed'] as const).some((one) => reader.isValue(one));
  return {
    acquiredDisposed: isAcquired
      ? ('ACQUIRED' as const)
      : isDisposed
        ? ('DISPOSED' as const)
        : null,
    shares: isValue ? null : amount,
    totalValue: isValue ? amount : null,
  };
}

/** "F5" is code F on form type 5; a K beside the code marks an equity swap (docs/domain.md §1, §8). */
function splitCode(code: string): { letter: string; formType: string | null; isSwap: boolean } {
  const match = /^([A-Z])(?:\s?\/?\s?(K))?\s?([345])?(?:\s?\/?\s?(K))?$/i.exec(code);
  if (match === null) return { letter: code, formType: null, isSwap: false };
  const [, letter = '', before, formType = null, after] = match;
  return {
    letter: letter.toUpperCase(),
    formType,
    isSwap: before !== undefined || after !== undefined,
  };
}

/** The cells of a row by column; remembers the first that cannot be read. */
class RowReader {
  problem: Problem | undefined;
  readonly #row: PageRow;
  readonly #cells = new Map<Column, { cell: PageCell; marked: MarkedText }>();

  constructor(row: PageRow, columns: readonly Column[]) {
    this.#row = row;
    for (const [index, cell] of row.cells.entries()) {
      const column = columns[index];
      if (column !== undefined) {
        this.#cells.set(column, { cell, marked: takeMarks(cell.raw, WORDS.has(column)) });
      } else if (cell.raw.trim() !== '') {
        this.#refuseAt(cell.column, `The table has ${columns.length} columns, this row more.`);
      }
    }
    const least = columns.indexOf('ownership') + 1;
    if (row.cells.length < least) {
      this.#refuseAt(1, `The table has ${columns.length} columns, this row ${row.cells.length}.`);
    }
  }

  text(column: Column): string {
    return this.#cells.get(column)?.marked.text ?? '';
  }

  /** An exact decimal, or null where the cell is blank or has a footnote alone. */
  amount(column: Column): Decimal | null {
    const text = this.text(column);
    if (text === '') return null;
    const amount = parseAmount(text);
    if (amount === null) this.refuse(column, `"${text.slice(0, 40)}" is no amount.`);
    return amount;
  }

  /** Whether a cell is in USD, not in securities: its amount has a currency sign. */
  isValue(column: Column): boolean {
    return this.text(column).startsWith('$');
  }

  /** A date printed as MM/DD/YYYY. */
  date(column: Column): CalendarDate | null {
    const text = this.text(column);
    if (text === '') return null;
    const date = printedDate(text);
    if (date === null) this.refuse(column, `"${text.slice(0, 40)}" is no date.`);
    return date;
  }

  footnotes(): FiledFootnoteReference[] {
    return [...this.#cells].flatMap(([column, { marked }]) =>
      marked.marks.map((mark) => ({
        field:
          (this.isValue(column) ? VALUES[column] : undefined) ??
          FIELDS[column] ??
          (column as FootnoteField),
        id: `F${mark}`,
      })),
    );
  }

  refuse(column: Column, message: string): void {
    this.#refuseAt(this.#cells.get(column)?.cell.column ?? 1, message);
  }

  #refuseAt(column: number, message: string): void {
    this.problem ??= { code: 'TABLE_UNREADABLE', path: `${this.#row.line}:${column}`, message };
  }
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

/** A date printed as MM/DD/YYYY; null where it is none. */
export function printedDate(text: string): CalendarDate | null {
  const match = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text.trim());
  return match && calendarDate(Number(match[3]), Number(match[1]), Number(match[2]));
}
