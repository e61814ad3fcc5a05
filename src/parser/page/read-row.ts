import type { CalendarDate, Decimal } from '../../values/index.ts';
import { parseAmount } from '../amount.ts';
import type { AcquiredDisposed, FiledLine, SecurityTable } from '../filing.ts';
import { clip } from '../findings.ts';
import type { Column } from './columns.ts';
import type { PageRow } from './page.ts';
import { type Refusal, RowReader } from './row-reader.ts';

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

/** Reads one row of a page's table; or says at which of its characters it cannot be read. */
export function readRow(row: PageRow, context: RowContext): FiledLine | Refusal {
  const reader = new RowReader(row, context.columns);
  const line = readCells(reader, context);
  return reader.refusal ?? line;
}

function readCells(reader: RowReader, { table, line }: RowContext): FiledLine {
  const code = reader.text('code');
  const { letter, formType, isSwap, isVoluntary } = splitCode(code);
  if (letter.length > 1)
    reader.refuse('code', `"${clip(code)}" is no transaction code: that is one letter.`);
  const voluntary = isVoluntary || /^V$/i.test(reader.text('voluntary'));
  const transactionDate = reader.date('transactionDate');
  const ownership = reader.text('ownership');
  if (!/^[DI]$/i.test(ownership))
    reader.refuse('ownership', `"${clip(ownership)}" is neither D (direct) nor I (indirect).`);
  if (reader.text('title') === '') reader.refuse('title', 'The row has no title of a security.');
  const cells = {
    table,
    line,
    securityTitle: reader.text('title'),
    formType: formType ?? (voluntary ? '5' : null),
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
  if (transactionDate === null && letter === '') {
    for (const column of TRANSACTED) {
      if (reader.text(column) !== '')
        reader.refuse(
          column,
          'The cell is filled as in a transaction, but the row has neither date nor code.',
        );
    }
    return { kind: 'holding', ...cells };
  }
  if (transactionDate === null)
    reader.refuse('transactionDate', 'The row is of a transaction and has no date.');
  return {
    kind: 'transaction',
    ...cells,
    transactionDate: transactionDate ?? ('0001-01-01' as CalendarDate),
    deemedExecutionDate: reader.date('deemedExecutionDate'),
    code: letter,
    timeliness: 'ON_TIME',
    equitySwapInvolved: isSwap,
    voluntary,
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

interface Traded {
  readonly acquiredDisposed: AcquiredDisposed | null;
  readonly shares: Decimal | null;
  readonly totalValue: Decimal | null;
}

/**
 * Amount and side: in a column each in Table I; in Table II in a column for each side, which says
 * the side even where it holds a footnote mark alone.
 */
function readTraded(reader: RowReader): Traded {
  const acquired = reader.amount('acquired');
  const disposed = reader.amount('disposed');
  if (acquired !== null && disposed !== null) {
    reader.refuse(
      'disposed',
      'The row has an amount acquired and one disposed of: a transaction has one of the two.',
    );
  }
  const amount = reader.amount('shares') ?? acquired ?? disposed;
  const isValue = (['shares', 'acquired', 'disposed'] as const).some((one) => reader.isValue(one));
  return {
    acquiredDisposed: readSide(reader, acquired, disposed),
    shares: isValue ? null : amount,
    totalValue: isValue ? amount : null,
  };
}

function readSide(
  reader: RowReader,
  acquired: Decimal | null,
  disposed: Decimal | null,
): AcquiredDisposed | null {
  const side = reader.text('acquiredDisposed').toUpperCase();
  if (!['', 'A', 'D'].includes(side))
    reader.refuse(
      'acquiredDisposed',
      `"${clip(side)}" is neither A (acquired) nor D (disposed of).`,
    );
  if (side === 'A' || acquired !== null) return 'ACQUIRED';
  if (side === 'D' || disposed !== null) return 'DISPOSED';
  const isAcquired = reader.isFilled('acquired');
  if (isAcquired === reader.isFilled('disposed')) return null;
  return isAcquired ? 'ACQUIRED' : 'DISPOSED';
}

interface PrintedCode {
  readonly letter: string;
  readonly formType: string | null;
  readonly isSwap: boolean;
  readonly isVoluntary: boolean;
}

/**
 * "F5" is code F on form type 5; beside the code a K marks an equity swap, and a V a voluntary
 * report where it has no column of its own (docs/domain.md §1, §8).
 */
function splitCode(code: string): PrintedCode {
  const match = CODE.exec(code);
  if (match === null) return { letter: code, formType: null, isSwap: false, isVoluntary: false };
  const [, letter = '', before, formType = null, after, voluntary] = match;
  return {
    letter,
    formType,
    isSwap: before !== undefined || after !== undefined,
    isVoluntary: voluntary !== undefined,
  };
}

const CODE = /^([A-Za-z])?(?:\s?\/?\s?(K))?\s?([345])?(?:\s?\/?\s?(K))?(?:[\s/]{1,3}(V))?$/;
