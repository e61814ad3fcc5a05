import type { Decimal } from '../../values/index.ts';
import type { Queryable } from '../database/index.ts';
import { SIDE_COLUMNS, type SideTotal, sideTotal } from './side-totals.ts';

/** What the owners of one filing bought and sold in the open market. */
export interface FilingSummary {
  readonly purchased: SideTotal;
  readonly sold: SideTotal;
  /** Purchased less sold. */
  readonly netShares: Decimal;
  readonly netValue: Decimal;
}

/**
 * The summary of each filing, in the order of the ids. A trade that another filing told first is in it:
 * a summary says what one filing reports (docs/domain.md §5).
 */
export async function filingSummaries(
  db: Queryable,
  filingIds: readonly bigint[],
): Promise<FilingSummary[]> {
  const { rows } = await db.query<FilingSummary>(
    `SELECT ${sideTotal('p')} AS purchased, ${sideTotal('s')} AS sold,
       trim_scale(p.shares - s.shares)::text AS "netShares",
       trim_scale(p.value - s.value)::text AS "netValue"
     FROM unnest($1::bigint[]) WITH ORDINALITY f(id, ordinal)
     CROSS JOIN LATERAL (${side('P')}) p CROSS JOIN LATERAL (${side('S')}) s
     ORDER BY f.ordinal`,
    [filingIds],
  );
  return rows;
}

function side(code: 'P' | 'S'): string {
  return `SELECT ${SIDE_COLUMNS} FROM reported_line l
    WHERE l.filing_id = f.id AND l.is_transaction AND l.code = '${code}' AND l.superseded_by IS NULL`;
}
