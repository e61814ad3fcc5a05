import type { Queryable } from '../../database/index.ts';
import type { AccessionNumber, CalendarDate, Instant } from '../../values/index.ts';
import type { FollowedForm } from './followed.ts';

/** A filing that EDGAR lists and the ledger lacks. */
export interface FilingGap {
  readonly accessionNumber: AccessionNumber;
  readonly form: string;
  readonly day: CalendarDate | null;
  readonly path: string;
  readonly firstLookedAt: Instant;
  /** How often it was asked for in vain. */
  readonly asked: number;
  /** Why it did not come; null where it was not asked for yet. */
  readonly reason: string | null;
  /** When it is asked for again; null where it is given up. */
  readonly nextAt: Instant | null;
  readonly givenUpAt: Instant | null;
}

/** A day whose index was not read. */
export interface DayGap {
  readonly day: CalendarDate;
  readonly forms: readonly FollowedForm[];
  readonly firstLookedAt: Instant;
  readonly reason: string | null;
  readonly givenUpAt: Instant | null;
}

/** All that EDGAR lists and the ledger lacks, as far as it is known. */
export interface Gaps {
  readonly days: readonly DayGap[];
  readonly filings: readonly FilingGap[];
}

/** What came meanwhile by other ways is no gap, though nobody has asked for it since. */
const LACKING = `NOT EXISTS (SELECT FROM filing f
  WHERE f.accession_number = l.accession_number AND f.rendition = 'submission-text')`;

/** The days whose index was not read, and the filings listed that the ledger lacks, by day. */
export async function findGaps(db: Queryable): Promise<Gaps> {
  const days = await db.query<DayGap>(
    `SELECT day, array_agg(form ORDER BY form) AS forms, min(first_looked_at) AS "firstLookedAt",
       max(reason) AS reason, min(given_up_at) AS "givenUpAt"
     FROM edgar_day WHERE read_at IS NULL GROUP BY day ORDER BY day`,
  );
  const filings = await db.query<FilingGap>(
    `SELECT accession_number AS "accessionNumber", form, day, path,
       first_looked_at AS "firstLookedAt", asked, reason,
       CASE WHEN given_up_at IS NULL THEN next_at END AS "nextAt", given_up_at AS "givenUpAt"
     FROM edgar_listing l WHERE ${LACKING} ORDER BY day, accession_number`,
  );
  return { days: days.rows, filings: filings.rows };
}

/** How many gaps there are, by what they are of and whether they are still asked for. */
export async function countGaps(db: Queryable): Promise<
  {
    readonly of: 'filing' | 'day';
    readonly state: 'waiting' | 'given_up';
    readonly count: number;
  }[]
> {
  const { rows } = await db.query<{ count: bigint } & Record<string, bigint>>(
    `SELECT
       (SELECT count(*) FROM edgar_listing l WHERE given_up_at IS NULL AND ${LACKING}) AS fw,
       (SELECT count(*) FROM edgar_listing l WHERE given_up_at IS NOT NULL AND ${LACKING}) AS fg,
       (SELECT count(DISTINCT day) FROM edgar_day WHERE read_at IS NULL AND given_up_at IS NULL) AS dw,
       (SELECT count(DISTINCT day) FROM edgar_day
         WHERE read_at IS NULL AND given_up_at IS NOT NULL) AS dg`,
  );
  const [row] = rows;
  return [
    { of: 'filing', state: 'waiting', count: Number(row?.fw ?? 0) },
    { of: 'filing', state: 'given_up', count: Number(row?.fg ?? 0) },
    { of: 'day', state: 'waiting', count: Number(row?.dw ?? 0) },
    { of: 'day', state: 'given_up', count: Number(row?.dg ?? 0) },
  ];
}

/** Lets every gap be asked for again at once, also those given up. */
export async function reopenGaps(db: Queryable, now: Date): Promise<void> {
  await db.query('UPDATE edgar_listing SET given_up_at = NULL, next_at = least(next_at, $1)', [
    now,
  ]);
  await db.query('UPDATE edgar_day SET given_up_at = NULL WHERE read_at IS NULL');
}
