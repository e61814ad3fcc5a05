import type { Queryable } from '../../database/index.ts';
import { type CalendarDate, groupBy, type Instant } from '../../values/index.ts';
import { type ActivityBucket, type Period, periodsWithin } from './activity-periods.ts';
import { knownThen } from './in-force.ts';
import { ARE_TRADES, SIDE_COLUMNS, sideTotal } from './side-totals.ts';
import { groupedTrades, TRADES_COLUMNS, type Trades, type TradesRow, tradesOf } from './trades.ts';

/** What the insiders of an issuer bought and sold in the open market in one period. */
export interface ActivityPeriod extends Period, Trades {}

/** Which days, in which periods, as known when. */
export interface ActivityScope {
  readonly period: Period;
  readonly by: ActivityBucket;
  readonly knownAt: Instant;
}

/**
 * The activity in each issuer, period by period by effective date, periods without any included.
 * Superseded lines are left out, and of the lines that tell one trade all but the first
 * (docs/domain.md §5). Incorrect where the period cannot be divided so.
 */
export async function activity(
  db: Queryable,
  issuerIds: readonly bigint[],
  { period, by, knownAt }: ActivityScope,
): Promise<ActivityPeriod[][]> {
  const periods = periodsWithin(period, by);
  const given = [issuerIds, period.from, period.to, by, knownAt];
  const { rows } = await db.query<ActivityRow>(ACTIVITY, given);
  const found = groupBy(rows, keyOf);
  return issuerIds.map((issuerId) =>
    periods.map(({ from, to }) => ({
      from,
      to,
      ...tradesOf(found.get(keyOf({ issuerId, from })) ?? []),
    })),
  );
}

interface ActivityRow extends TradesRow {
  readonly issuerId: bigint;
  readonly from: CalendarDate;
}

function keyOf({ issuerId, from }: Pick<ActivityRow, 'issuerId' | 'from'>): string {
  return `${issuerId} ${from}`;
}

const ACTIVITY = `
  SELECT s.issuer_id AS "issuerId", s.period AS "from", ${TRADES_COLUMNS}, ${sideTotal('s')} AS side
  FROM (
    SELECT l.issuer_id, l.period, l.code, l.security_table, l.security_class, ${SIDE_COLUMNS}
    FROM (
      SELECT l.*, greatest(date_trunc($4, l.effective_on::timestamp)::date, $2::date) AS period
      FROM reported_line l
      WHERE l.issuer_id = ANY($1) AND l.effective_on BETWEEN $2 AND $3 AND ${ARE_TRADES}
        AND ${knownThen('l', '$5', 'superseded_known_at')} AND l.repeats IS NULL
    ) l
    ${groupedTrades('l.issuer_id, l.period')}
  ) s`;
