import type { Decimal } from '../../values/index.ts';
import type { Queryable } from '../database/index.ts';

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

/** What the owners of one filing bought and sold in the open market. */
export interface FilingSummary {
  readonly purchased: SideTotal;
  readonly sold: SideTotal;
  /** Purchased less sold. */
  readonly netShares: Decimal;
  readonly netValue: Decimal;
}

/** The summary of each filing, in the order of the ids. */
export async function filingSummaries(
  db: Queryable,
  filingIds: readonly bigint[],
): Promise<FilingSummary[]> {
  const { rows } = await db.query<FilingSummary>(
    `SELECT ${side('p')} AS purchased, ${side('s')} AS sold,
       trim_scale(p.shares - s.shares)::text AS "netShares",
       trim_scale(p.value - s.value)::text AS "netValue"
     FROM unnest($1::bigint[]) WITH ORDINALITY f(id, ordinal)
     CROSS JOIN LATERAL (${totals('P')}) p CROSS JOIN LATERAL (${totals('S')}) s
     ORDER BY f.ordinal`,
    [filingIds],
  );
  return rows;
}

function totals(code: 'P' | 'S'): string {
  return `
    SELECT count(*)::int AS transactions,
      CASE WHEN count(*) = 0 THEN 0 ELSE (
        SELECT count(DISTINCT o.person_id)::int FROM filing_owner o WHERE o.filing_id = f.id
      ) END AS people,
      coalesce(sum(l.shares), 0) AS shares, coalesce(sum(l.value), 0) AS value,
      round(sum(l.value) / nullif(sum(l.shares) FILTER (WHERE l.value IS NOT NULL), 0), 6) AS price
    FROM reported_line l
    WHERE l.filing_id = f.id AND l.is_transaction AND l.code = '${code}' AND l.superseded_by IS NULL`;
}

/** Amounts go through JSON as text, or they would come back as floating point. */
function side(name: string): string {
  return `json_build_object('transactions', ${name}.transactions, 'people', ${name}.people,
    'shares', trim_scale(${name}.shares)::text, 'value', trim_scale(${name}.value)::text,
    'averagePrice', trim_scale(${name}.price)::text)`;
}
