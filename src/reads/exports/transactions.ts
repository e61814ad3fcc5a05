import {
  filteredTransactions,
  orderedBy,
  type TransactionOrder,
  type TransactionQuestion,
} from '../queries/index.ts';
import { exportedLines } from './events.ts';
import type { ExportedTable } from './exported-table.ts';

/**
 * The transactions that a screen asks for (`Query.transactions`), in its order, with the columns of
 * exported events.
 */
export function exportedTransactions(
  { filter, knownAt }: TransactionQuestion,
  order: TransactionOrder,
): ExportedTable {
  const values: unknown[] = [knownAt];
  const add = (value: unknown) => `$${values.push(value)}`;
  const { where } = filteredTransactions(filter, knownAt, add);
  return exportedLines({ where, orderBy: orderedBy(order) }, values);
}
