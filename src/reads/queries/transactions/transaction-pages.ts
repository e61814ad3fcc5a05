import { type Queryable, queryPrepared } from '../../../database/index.ts';
import type { TransactionCode } from '../../../rules/index.ts';
import type { Instant } from '../../../values/index.ts';
import type { Add } from '../event-filter.ts';
import { type EventRow, eventColumns, transactionColumns } from '../event-rows.ts';
import type { Part } from '../parts.ts';
import { impliedBounds, isShortSpan, knownPositions } from './time-spans.ts';
import { filteredTransactions } from './transaction-conditions.ts';
import type { TransactionFilter } from './transaction-filter.ts';
import {
  ORDER_COLUMNS,
  type Stretch,
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
 * Only the plan of a plain screen is the same for all values, and made once.
 */
export async function transactionPage(
  db: Queryable,
  { filter, knownAt }: TransactionQuestion,
  order: TransactionOrder,
  { parts, ...window }: TransactionWindow & { readonly parts: readonly Part[] },
): Promise<OrderedTransaction[]> {
  const found: OrderedTransaction[] = [];
  for (const stretch of stretchesOf(order, window)) {
    const limit = window.limit - found.length;
    if (limit === 0) break;
    const values: unknown[] = [];
    const add = (value: unknown) => `$${values.push(value)}`;
    const lines = linesOfStretch({ filter, knownAt }, order, { ...stretch, limit }, add);
    const ofLines = transactionColumns(parts);
    const text = `SELECT ${ofLines ?? eventColumns(parts)}, ${keyColumn(order)} AS by
      FROM (${lines}) l ${ofLines === null ? WITH_EVENT : ''} ORDER BY ${stretch.orderBy}`;
    const isOnce = isPlain(filter, order) && USUAL_LIMITS.has(limit);
    const rows = isOnce
      ? await queryPrepared<OrderedTransaction>(db, text, values)
      : (await db.query<OrderedTransaction>(text, values)).rows;
    found.push(...rows);
  }
  return found;
}

const WITH_EVENT = `JOIN ledger_event e ON e.position = l.position
  JOIN filing f ON f.id = l.filing_id`;

/** Codes of most lines: a walk of all lines soon finds some. */
const FREQUENT: ReadonlySet<TransactionCode> = new Set(['P', 'S', 'A', 'M', 'F']);

/** One more than what pages mostly ask for: each has a plan of its own. */
const USUAL_LIMITS: ReadonlySet<number> = new Set([21, 26, 51, 101]);

/**
 * Whether a walk by known-at soon finds a page, whatever the values: no more than codes is asked.
 */
function isPlain(filter: TransactionFilter, { by }: TransactionOrder): boolean {
  const { codes, includeSuperseded: _, ...others } = filter;
  const isFrequent = codes === undefined || codes.some((code) => FREQUENT.has(code));
  return by === 'KNOWN_AT' && isFrequent && Object.values(others).every((one) => one === undefined);
}

/** SQL for the first lines l of a stretch that pass a filter. */
function linesOfStretch(
  { filter, knownAt }: TransactionQuestion,
  order: TransactionOrder,
  stretch: Stretch & { readonly limit: number },
  add: Add,
): string {
  const filtered = filteredTransactions(filter, knownAt, add);
  const conditions = [...filtered.where, ...stretch.where(add)];
  // A number: of what stands in a parameter a plan that is made once knows nothing.
  const page = `ORDER BY ${stretch.orderBy} LIMIT ${stretch.limit}`;
  const lines = (more: readonly string[]) =>
    `SELECT l.* FROM ${filtered.from} WHERE ${[...more, ...conditions].join(' AND ')}`;
  const bounds = impliedBounds(filter, knownAt, order, add);
  const isShort = isShortSpan(filter, order, add);
  if (isShort === null) return `${lines(bounds)} ${page}`;
  const known = knownPositions(filter, order, add);
  const walks = (known?.parts ?? ['true']).map(
    (part) => `(${lines(['NOT (SELECT is_short FROM span)', part, ...bounds])} ${page})`,
  );
  // OFFSET 0: planned by itself, so that all are gathered whatever the order.
  const gathered = `SELECT * FROM (${lines(['(SELECT is_short FROM span)'])} OFFSET 0) l`;
  return `WITH span (is_short) AS MATERIALIZED (${isShort})
      ${known === null ? '' : `, known AS MATERIALIZED (${known.bounds})`}
    SELECT * FROM (${[...walks, `(${gathered} ${page})`].join(' UNION ALL ')}) l ${page}`;
}

/** How many transactions there are, up to a bound. */
export async function countTransactions(
  db: Queryable,
  { filter, knownAt }: TransactionQuestion,
  bound: number,
): Promise<number> {
  const values: unknown[] = [];
  const add = (value: unknown) => `$${values.push(value)}`;
  const { from, where } = filteredTransactions(filter, knownAt, add);
  const { rows } = await db.query<{ count: bigint }>(
    `SELECT count(*) FROM (
       SELECT FROM ${from} WHERE ${where.join(' AND ')} LIMIT ${add(bound)}
     ) counted`,
    values,
  );
  return Number(rows[0]?.count ?? 0n);
}

/** SQL for the text of what an order goes by; the position has it all where it goes by that. */
function keyColumn({ by }: TransactionOrder): string {
  return by === 'POSITION' ? 'NULL' : `${ORDER_COLUMNS[by].sql}::text`;
}
