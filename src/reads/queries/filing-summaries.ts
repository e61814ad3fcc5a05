import type { Queryable } from '../../database/index.ts';
import { type Decimal, groupBy, subtract } from '../../values/index.ts';
import { ARE_TRADES, SIDE_COLUMNS, type SideTotal, sideTotal } from './side-totals.ts';
import {
  type ClassActivity,
  groupedTrades,
  TRADES_COLUMNS,
  type Trades,
  type TradesRow,
  tradesOf,
} from './trades.ts';

/** What the owners of one filing bought and sold in the open market. */
export interface FilingSummary {
  readonly purchased: SideTotal;
  readonly sold: SideTotal;
  /** Purchased less sold, of Table I; null where several classes were traded. */
  readonly netShares: Decimal | null;
  readonly netValue: Decimal;
  readonly byClass: readonly ClassActivity[];
  readonly derivatives: readonly ClassActivity[];
}

/**
 * The summary of each filing, in the order of the ids. A trade that another filing reported first
 * is in it: a summary says what one filing reports (docs/domain.md §5).
 */
export async function filingSummaries(
  db: Queryable,
  filingIds: readonly bigint[],
): Promise<FilingSummary[]> {
  const { rows } = await db.query<TradesRow & { readonly filingId: bigint }>(
    `SELECT s.filing_id AS "filingId", ${TRADES_COLUMNS}, ${sideTotal('s')} AS side
     FROM (
       SELECT l.filing_id, l.code, l.security_table, l.security_class, ${SIDE_COLUMNS}
       FROM reported_line l
       WHERE l.filing_id = ANY($1) AND ${ARE_TRADES} AND l.superseded_by IS NULL
       ${groupedTrades('l.filing_id')}
     ) s`,
    [filingIds],
  );
  const found = groupBy(rows, ({ filingId }) => filingId);
  return filingIds.map((id) => summaryOf(tradesOf(found.get(id) ?? [])));
}

function summaryOf({ purchases, sales, byClass, derivatives }: Trades): FilingSummary {
  const netShares =
    byClass.length > 1 || purchases.shares === null || sales.shares === null
      ? null
      : subtract(purchases.shares, sales.shares);
  const netValue = subtract(purchases.value, sales.value);
  return { purchased: purchases, sold: sales, netShares, netValue, byClass, derivatives };
}
