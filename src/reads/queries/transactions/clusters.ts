import type { Queryable } from '../../../database/index.ts';
import {
  type CalendarDate,
  type Decimal,
  daysBefore,
  type Instant,
  newYorkDate,
} from '../../../values/index.ts';
import { knownThen } from '../in-force.ts';
import { ARE_TRADES, SIDE_COLUMNS, type SideTotal, sideTotal } from '../side-totals.ts';

/** Which runs of trades count as a cluster. */
export interface ClusterQuestion {
  readonly code: 'P' | 'S';
  /** Days from the first trade of a run to its last, at most. */
  readonly within: number;
  /** People, at least. */
  readonly people: number;
  /** USD, at least. */
  readonly minValue: Decimal | null;
  /** Of trades from this day on. */
  readonly from: CalendarDate | null;
  /** Of trades up to this day. */
  readonly to: CalendarDate | null;
  readonly knownAt: Instant;
}

/** What clusters are ordered by: the latest to end first, then by issuer and first day. */
export interface ClusterKey {
  readonly to: CalendarDate;
  readonly issuerId: bigint;
  readonly from: CalendarDate;
}

/** Open-market trades of several people in one issuer within some days. */
export interface Cluster extends ClusterKey {
  readonly total: SideTotal;
  /** Ids, in order. */
  readonly people: readonly bigint[];
  /** Positions of its lines, by day. */
  readonly positions: readonly bigint[];
}

/**
 * Clusters of trades of Table I, as known then: the runs of an issuer's trading days that lie
 * within so many days and in no longer run that does. Superseded lines and duplicate reports are
 * left out, as in every sum (docs/domain.md §5).
 */
export async function clusters(
  db: Queryable,
  question: ClusterQuestion,
  page: ClusterPage,
): Promise<Cluster[]> {
  // Those that ended last are mostly among the last trades.
  for (const days of LATELY) {
    const from = daysBefore(lastDay(question, page), days);
    if (from === null || (question.from !== null && from <= question.from)) break;
    const found = await clustersFrom(db, { ...question, from }, page, question.within);
    if (found.length === page.limit) return found;
  }
  return clustersFrom(db, question, page, null);
}

/** Which of them: so many that follow one. */
export interface ClusterPage {
  readonly limit: number;
  readonly after?: ClusterKey | undefined;
}

/** Days of trades that are read for a page before all are. */
const LATELY = [100, 1_000];

/** A day on which no trade that is asked for is later. */
function lastDay({ to, knownAt }: ClusterQuestion, { after }: ClusterPage): CalendarDate {
  const days = [newYorkDate(knownAt), to, after?.to].filter((day) => day != null);
  return days.reduce((a, b) => (a < b ? a : b));
}

/**
 * Those of trades from a day on; of earlier ones nothing is known. So many days from there on a run
 * may be part of a longer one that began before.
 */
async function clustersFrom(
  db: Queryable,
  question: ClusterQuestion,
  { limit, after }: ClusterPage,
  unsure: number | null,
): Promise<Cluster[]> {
  const { rows } = await db.query<Cluster>(
    `${CLUSTERS}
     SELECT "from", "to", "issuerId", people, positions, ${sideTotal('c')} AS total FROM cluster c
     WHERE ($8::date IS NULL OR ("to", "issuerId", "from") < ($8, $9::bigint, $10::date))
       AND ($12::int IS NULL OR "to" >= $2::date + $12::int)
     ORDER BY "to" DESC, "issuerId" DESC, "from" DESC LIMIT $11`,
    [
      ...asked(question),
      after?.to ?? null,
      after?.issuerId ?? null,
      after?.from ?? null,
      limit,
      unsure,
    ],
  );
  return rows;
}

/** How many clusters there are. */
export async function countClusters(
  db: Queryable,
  question: ClusterQuestion,
  most: number,
): Promise<number> {
  const { rows } = await db.query<{ count: bigint }>(
    `${CLUSTERS} SELECT count(*) FROM (SELECT FROM cluster LIMIT $8) counted`,
    [...asked(question), most],
  );
  return Number(rows[0]?.count ?? 0n);
}

function asked({ code, within, people, minValue, from, to, knownAt }: ClusterQuestion): unknown[] {
  return [code, from, to, knownAt, within, people, minValue];
}

const CLUSTERS = `
  WITH trade AS MATERIALIZED (
    SELECT l.position, l.issuer_id, l.filing_id, l.effective_on, l.security_class, l.shares, l.value
    FROM reported_line l
    WHERE l.code = $1::transaction_code AND l.security_table = 'NON_DERIVATIVE' AND ${ARE_TRADES}
      AND l.repeats IS NULL AND ${knownThen('l', '$4', 'superseded_known_at')}
      AND ($2::date IS NULL OR l.effective_on >= $2) AND ($3::date IS NULL OR l.effective_on <= $3)
  ), day AS (
    SELECT issuer_id, effective_on AS "from", max(effective_on) OVER (
      PARTITION BY issuer_id ORDER BY effective_on
      RANGE BETWEEN CURRENT ROW AND make_interval(days => $5::int) FOLLOWING) AS "to"
    FROM (SELECT DISTINCT issuer_id, effective_on FROM trade) d
  ), run AS (
    SELECT d.issuer_id, d."from", d."to" FROM (
      SELECT d.*, lag("to") OVER (PARTITION BY issuer_id ORDER BY "from") AS before FROM day d
    ) d
    WHERE d.before IS NULL OR d.before < d."to"
  ), traded AS (
    SELECT r."from", r."to", r.issuer_id AS "issuerId", ${SIDE_COLUMNS},
      array_agg(l.position ORDER BY l.effective_on, l.position) AS positions
    FROM run r JOIN trade l ON l.issuer_id = r.issuer_id
      AND l.effective_on BETWEEN r."from" AND r."to"
    GROUP BY r.issuer_id, r."from", r."to"
  ), cluster AS (
    SELECT t.*, p.people
    FROM traded t CROSS JOIN LATERAL (
      SELECT array_agg(DISTINCT o.person_id ORDER BY o.person_id) AS people
      FROM filing_owner o WHERE o.filing_id = ANY(t.filings)
    ) p
    WHERE cardinality(p.people) >= $6 AND ($7::numeric IS NULL OR t.value >= $7)
  )`;
