import type { TransactionLine } from '../../src/parser/index.ts';
import type { CalendarDate, Decimal } from '../../src/values/index.ts';

/** Amounts as plain text, so that tests read easily. */
export type LineCells = {
  readonly [Cell in keyof TransactionLine]?: TransactionLine[Cell] | string | null;
};

/** A purchase of 100 shares of common stock for 10 USD each, but for the cells given. */
export function transactionLine(cells: LineCells = {}): TransactionLine {
  const line: TransactionLine = {
    kind: 'transaction',
    table: 'NON_DERIVATIVE',
    line: 1,
    securityTitle: 'Common Stock',
    formType: '4',
    ownership: 'DIRECT',
    nature: null,
    sharesAfter: '100' as Decimal,
    valueAfter: null,
    conversionOrExercisePrice: null,
    exercisableOn: null,
    expiresOn: null,
    underlyingTitle: null,
    underlyingShares: null,
    underlyingValue: null,
    footnotes: [],
    transactionDate: '2024-03-01' as CalendarDate,
    deemedExecutionDate: null,
    code: 'P',
    timeliness: 'ON_TIME',
    equitySwapInvolved: false,
    voluntary: false,
    acquiredDisposed: 'ACQUIRED',
    shares: '100' as Decimal,
    totalValue: null,
    pricePerShare: '10' as Decimal,
  };
  return { ...line, ...cells } as TransactionLine;
}
