import type { FootnoteField, SecurityTable } from '../filing.ts';
import { type PageRow, plain } from './cells.ts';

/** What a column of a page's table holds: a field of the filing, or the V mark. */
export type Column = FootnoteField | 'voluntary' | 'acquired' | 'disposed' | 'underlying';

/** The columns of Form 3's tables, which have no transactions. */
const HOLDINGS: Record<SecurityTable, readonly Column[]> = {
  NON_DERIVATIVE: ['title', 'amountAfter', 'ownership', 'nature'],
  DERIVATIVE: [
    'title',
    'exercisableOn',
    'expiresOn',
    'underlyingTitle',
    'underlyingShares',
    'conversionOrExercisePrice',
    'ownership',
    'nature',
  ],
};

/**
 * The columns of a table, read off its header: with or without the V column, the deemed execution date,
 * and an own column for the amount of underlying securities.
 */
export function columnsOf(
  table: SecurityTable,
  isForm3: boolean,
  header: readonly PageRow[],
): readonly Column[] {
  const words = header.flatMap(({ cells }) => cells.map(({ raw }) => plain(raw)));
  const has = (pattern: RegExp) => words.some((word) => pattern.test(word));
  const hasAmount = has(/^Amount or Number of Shares/i);
  const columns = isForm3 ? HOLDINGS[table] : transactionColumns(table);
  return columns.flatMap((column): Column[] => {
    if (column === 'voluntary') return has(/^V$/) ? [column] : [];
    if (column === 'deemedExecutionDate') return has(/Deemed Execution/i) ? [column] : [];
    if (column === 'underlyingTitle') return hasAmount ? [column] : ['underlying'];
    if (column === 'underlyingShares') return hasAmount ? [column] : [];
    return [column];
  });
}

function transactionColumns(table: SecurityTable): readonly Column[] {
  const dates: Column[] = ['transactionDate', 'deemedExecutionDate', 'code', 'voluntary'];
  if (table === 'NON_DERIVATIVE') {
    const amounts: Column[] = ['shares', 'acquiredDisposed', 'pricePerShare'];
    return ['title', ...dates, ...amounts, 'amountAfter', 'ownership', 'nature'];
  }
  return [
    'title',
    'conversionOrExercisePrice',
    ...dates,
    'acquired',
    'disposed',
    'exercisableOn',
    'expiresOn',
    'underlyingTitle',
    'underlyingShares',
    'pricePerShare',
    'amountAfter',
    'ownership',
    'nature',
  ];
}
