import type { Queryable } from '../../database/index.ts';
import type { CalendarDate } from '../../values/index.ts';
import type { FollowedForm } from './followed.ts';

/** What is known of a day's index, for one form. */
export interface FollowedDay {
  readonly form: FollowedForm;
  readonly day: CalendarDate;
  readonly isListed: boolean;
  /** Whether it was read whole. */
  readonly isRead: boolean;
  /** What to ask by, whether it has changed since it was read. */
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly isGivenUp: boolean;
}

/** What came of looking at a day. */
export interface DayLook {
  readonly forms: readonly FollowedForm[];
  readonly day: CalendarDate;
  readonly now: Date;
  readonly isListed: boolean;
  /** What it was read by; null where it was not. */
  readonly read: { readonly etag: string | null; readonly lastModified: string | null } | null;
  /** Why it was not; null where it was. */
  readonly reason: string | null;
  /** It is given up so many days after it was first looked at. */
  readonly giveUpDays: number;
}

/** The days from one on, and those before that were not read, of all forms. */
export async function followedDays(db: Queryable, from: CalendarDate): Promise<FollowedDay[]> {
  const { rows } = await db.query<FollowedDay>(
    `SELECT form, day, is_listed AS "isListed", read_at IS NOT NULL AS "isRead", etag,
       last_modified AS "lastModified", given_up_at IS NOT NULL AS "isGivenUp"
     FROM edgar_day WHERE day >= $1 OR read_at IS NULL ORDER BY day, form`,
    [from],
  );
  return rows;
}

/**
 * Notes what came of looking at a day; what was read before counts as read. Gives the forms for
 * which it is given up by this look.
 */
export async function noteDay(
  db: Queryable,
  { forms, day, now, isListed, read, reason, giveUpDays }: DayLook,
): Promise<FollowedForm[]> {
  const { rows } = await db.query<{ form: FollowedForm }>(
    `INSERT INTO edgar_day AS d (form, day, first_looked_at, is_listed, read_at, etag, last_modified,
       reason)
     SELECT form, $2, $3::timestamptz, $4, CASE WHEN $5 THEN $3::timestamptz END, $6, $7, $8
     FROM unnest($1::text[]) form ORDER BY form
     ON CONFLICT (form, day) DO UPDATE SET is_listed = excluded.is_listed,
       read_at = coalesce(excluded.read_at, d.read_at),
       etag = CASE WHEN $5 THEN excluded.etag ELSE d.etag END,
       last_modified = CASE WHEN $5 THEN excluded.last_modified ELSE d.last_modified END,
       reason = excluded.reason,
       given_up_at = CASE WHEN $5 OR d.read_at IS NOT NULL THEN NULL
         WHEN $3::timestamptz - d.first_looked_at >= $9 * interval '1 day'
           THEN coalesce(d.given_up_at, $3::timestamptz) END
     RETURNING CASE WHEN given_up_at = $3::timestamptz THEN form END AS form`,
    [
      forms,
      day,
      now,
      isListed,
      read !== null,
      read?.etag ?? null,
      read?.lastModified ?? null,
      reason,
      giveUpDays,
    ],
  );
  return rows.flatMap(({ form }) => form ?? []);
}
