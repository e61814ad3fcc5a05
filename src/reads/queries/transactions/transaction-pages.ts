import type { Queryable } from '../../../database/index.ts';
import type { Instant } from '../../../values/index.ts';
import { type EventRow, eventColumns } from '../event-rows.ts';
import type { Part } from '../parts.ts';
import { transactionConditions } from './transaction-conditions.ts';
import type { TransactionFilter } from './transaction-filter.ts';
import {
  ORDER_COLUMNS,
  stretchesOf,
  type TransactionKey,
  type TransactionOrder,
  type TransactionWindow,
} from './transaction-order.ts';

/** A transaction of a page, and its place in the order. */
export interface OrderedTransaction extends EventRow, TransactionKey {}

/** Which transactions, as known at which instant. */
export interface TransactionQuestion {
  readonly filter: TransactionFilter;
  readonly knownAt: Instant;
}

/**
 * A page of transactions over all issuers, in an order, as known at an instant. The rows are chosen
 * by the planner with the values at hand: how rare what a filter wants is decides the way to them.
 */
export async function transactionPage(
  db: Queryable,
  { filter, knownAt }: TransactionQuestion,
  order: TransactionOrder,
  { parts, ...window }: TransactionWindow & { readonly parts: readonly Part[] },
): Promise<OrderedTransaction[]> {
  const found: OrderedTransaction[] = [];
  for (const stretch of stretchesOf(order, window)) {
    const { orderBy } = stretch;
    const limit = window.limit - found.length;
    if (limit === 0) break;
    const values: unknown[] = [];
    const add = (value: unknown) => `$${values.push(value)}`;
    const conditions = [...transactionConditions(filter, knownAt, add), ...stretch.where(add)];
    const { rows } = await db.query<OrderedTransaction>(
      `SELECT ${eventColumns(parts)}, ${keyColumn(order)} AS by
       FROM (
         SELECT l.* FROM reported_line l JOIN filing f ON f.id = l.filing_id
         WHERE ${conditions.join(' AND ')} ORDER BY ${orderBy} LIMIT ${add(limit)}
       ) l JOIN ledger_event e ON e.position = l.position JOIN filing f ON f.id = l.filing_id
       ORDER BY ${orderBy}`,
      values,
    );
    found.push(...rows);
  }
  return found;
}

/** How many transactions there are, up to a bound. */
export async function countTransactions(
  db: Queryable,
  { filter, knownAt }: TransactionQuestion,
  bound: number,
): Promise<number> {
  const values: unknown[] = [];
  const add = (value: unknown) => `$${values.push(value)}`;
  const where = transactionConditions(filter, knownAt, add).join(' AND ');
  const { rows } = await db.query<{ count: bigint }>(
    `SELECT count(*) FROM (
       SELECT FROM reported_line l JOIN filing f ON f.id = l.filing_id
       WHERE ${where} LIMIT ${add(bound)}
     ) counted`,
    values,
  );
  return Number(rows[0]?.count ?? 0n);
}

/** SQL for the text of what an order goes by; the position has it all where it goes by that. */
function keyColumn({ by }: TransactionOrder): string {
  return by === 'POSITION' ? 'NULL' : `${ORDER_COLUMNS[by].sql}::text`;
}
