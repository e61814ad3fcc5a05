import type { CalendarDate } from '../../values/index.ts';
import { ZERO } from '../../values/index.ts';
import type { Queryable } from '../database/index.ts';
import { type ActivityBucket, type Period, periodsWithin } from './activity-periods.ts';
import { SIDE_COLUMNS, type SideTotal, sideTotal } from './side-totals.ts';

/** What the insiders of an issuer bought and sold in the open market in one period. */
export interface ActivityPeriod extends Period {
  readonly purchases: SideTotal;
  readonly sales: SideTotal;
}

const NOTHING: SideTotal = {
  transactions: 0,
  people: 0,
  shares: ZERO,
  value: ZERO,
  averagePrice: null,
};

/**
 * The activity in each issuer, period by period by effective date, periods without any included.
 * Superseded lines are left out, and of the lines that tell one trade all but the first
 * (docs/domain.md §5). Incorrect where the period cannot be divided so.
 */
export async function activity(
  db: Queryable,
  issuerIds: readonly bigint[],
  period: Period,
  by: ActivityBucket,
): Promise<ActivityPeriod[][]> {
  const periods = periodsWithin(period, by);
  const { rows } = await db.query<SideRow>(ACTIVITY, [issuerIds, period.from, period.to, by]);
  const sides = new Map(rows.map((row) => [keyOf(row), row.side]));
  return issuerIds.map((issuerId) =>
    periods.map(({ from, to }) => ({
      from,
      to,
      purchases: sides.get(keyOf({ issuerId, from, code: 'P' })) ?? NOTHING,
      sales: sides.get(keyOf({ issuerId, from, code: 'S' })) ?? NOTHING,
    })),
  );
}

interface SideRow {
  readonly issuerId: bigint;
  readonly from: CalendarDate;
  readonly code: 'P' | 'S';
  readonly side: SideTotal;
}

function keyOf({ issuerId, from, code }: Omit<SideRow, 'side'>): string {
  return `${issuerId} ${from} ${code}`;
}

const ACTIVITY = `
  SELECT s.issuer_id AS "issuerId", s.period AS "from", s.code, ${sideTotal('s')} AS side
  FROM (
    SELECT l.issuer_id, l.code,
      greatest(date_trunc($4, l.effective_on::timestamp)::date, $2::date) AS period, ${SIDE_COLUMNS}
    FROM reported_line l
    WHERE l.issuer_id = ANY($1) AND l.effective_on BETWEEN $2 AND $3 AND l.code IN ('P', 'S')
      AND l.superseded_by IS NULL AND l.repeats IS NULL
    GROUP BY 1, 2, 3
  ) s`;
