import { type Decimal, ZERO } from '../../values/index.ts';

/** Open-market purchases or sales of one table, added up; lines superseded are left out. */
export interface SideTotal {
  readonly transactions: number;
  readonly people: number;
  /** Null where several classes were traded: their shares do not add. */
  readonly shares: Decimal | null;
  /** USD, of the lines that have a value. */
  readonly value: Decimal;
  /**
   * Value over the shares of the lines that have one, to six places; null without any, or as
   * shares.
   */
  readonly averagePrice: Decimal | null;
  /** How many of the lines have no value: no price, or one that may not be multiplied. */
  readonly unpriced: number;
}

/** Where nothing was traded. */
export const NO_TRADES: SideTotal = {
  transactions: 0,
  people: 0,
  shares: ZERO,
  value: ZERO,
  averagePrice: null,
  unpriced: 0,
};

/** SQL for the lines l that are open-market trades and can be added up (docs/domain.md §5). */
export const ARE_TRADES = `l.code IN ('P', 'S') AND NOT 'NEGATIVE_AMOUNT' = ANY(l.flags)`;

const ONE_CLASS = 'count(DISTINCT l.security_class) = 1';

/** SQL for what one side of lines l comes to: columns that `sideTotal` makes a SideTotal of. */
export const SIDE_COLUMNS = `count(*)::int AS transactions, array_agg(DISTINCT l.filing_id) AS filings,
  CASE WHEN ${ONE_CLASS} THEN coalesce(sum(l.shares), 0) END AS shares,
  coalesce(sum(l.value), 0) AS value,
  CASE WHEN ${ONE_CLASS} THEN
    round(sum(l.value) / nullif(sum(l.shares) FILTER (WHERE l.value IS NOT NULL), 0), 6) END AS price,
  count(*) FILTER (WHERE l.value IS NULL)::int AS unpriced`;

/**
 * SQL for a SideTotal as JSON, of a row that has the side's columns. Amounts go through JSON as
 * text, or they would come back as floating point.
 */
export function sideTotal(row: string): string {
  return `json_build_object('transactions', ${row}.transactions, 'people', (
      SELECT count(DISTINCT o.person_id) FROM filing_owner o WHERE o.filing_id = ANY(${row}.filings)
    ), 'shares', trim_scale(${row}.shares)::text, 'value', trim_scale(${row}.value)::text,
    'averagePrice', trim_scale(${row}.price)::text, 'unpriced', ${row}.unpriced)`;
}
