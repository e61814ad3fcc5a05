import type { Decimal } from '../../values/index.ts';

/** Open-market purchases or sales, added up; lines superseded are left out. */
export interface SideTotal {
  readonly transactions: number;
  readonly people: number;
  readonly shares: Decimal;
  /** USD, of the lines that say a price. */
  readonly value: Decimal;
  /** Value over the shares of the lines that say a price, to six places; null where none does. */
  readonly averagePrice: Decimal | null;
}

/** SQL for what one side of lines l comes to: columns that `sideTotal` makes a SideTotal of. */
export const SIDE_COLUMNS = `count(*)::int AS transactions, array_agg(DISTINCT l.filing_id) AS filings,
  coalesce(sum(l.shares), 0) AS shares, coalesce(sum(l.value), 0) AS value,
  round(sum(l.value) / nullif(sum(l.shares) FILTER (WHERE l.value IS NOT NULL), 0), 6) AS price`;

/**
 * SQL for a SideTotal as JSON, of a row that has the side's columns. Amounts go through JSON as text, or
 * they would come back as floating point.
 */
export function sideTotal(row: string): string {
  return `json_build_object('transactions', ${row}.transactions, 'people', (
      SELECT count(DISTINCT o.person_id) FROM filing_owner o WHERE o.filing_id = ANY(${row}.filings)
    ), 'shares', trim_scale(${row}.shares)::text, 'value', trim_scale(${row}.value)::text,
    'averagePrice', trim_scale(${row}.price)::text)`;
}
