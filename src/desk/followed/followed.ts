import type { Queryable } from '../../database/index.ts';
import type { CalendarDate } from '../../values/index.ts';

/** Form 3, 4 or 5, amendments included. */
export type FollowedForm = '3' | '4' | '5';

/** How far a form is followed. */
export interface Followed {
  /** The first day that is. */
  readonly beganOn: CalendarDate;
  /** The last day of which every filing was taken, or is given up. */
  readonly through: CalendarDate;
}

/** How far each form is followed; a form that never was is left out. */
export async function followedForms(db: Queryable): Promise<ReadonlyMap<FollowedForm, Followed>> {
  const { rows } = await db.query<{ form: FollowedForm } & Followed>(
    'SELECT form, began_on AS "beganOn", complete_through AS through FROM edgar_followed',
  );
  return new Map(rows.map(({ form, beganOn, through }) => [form, { beganOn, through }]));
}

/**
 * Notes that a form is followed from the day after one on; where it is followed already that stays.
 */
export async function beginFollowing(
  db: Queryable,
  form: FollowedForm,
  through: CalendarDate,
): Promise<void> {
  await db.query(
    `INSERT INTO edgar_followed (form, complete_through, began_on) VALUES ($1, $2::date, $2::date + 1)
     ON CONFLICT (form) DO NOTHING`,
    [form, through],
  );
}

/** Notes that a form is complete through a day; what was noted of a later day stays. */
export async function noteCompleteThrough(
  db: Queryable,
  form: FollowedForm,
  day: CalendarDate,
): Promise<void> {
  await db.query(
    `UPDATE edgar_followed SET complete_through = $2::date
     WHERE form = $1 AND complete_through < $2::date`,
    [form, day],
  );
}

/**
 * The latest filing date of a form in the ledger, amendments not looked at; null where there is
 * none.
 */
export async function latestFiledOn(
  db: Queryable,
  form: FollowedForm,
): Promise<CalendarDate | null> {
  const { rows } = await db.query<{ day: CalendarDate | null }>(
    `SELECT max(filed_on) AS day FROM (
       SELECT filed_on FROM filing WHERE form = $1::form_type AND filed_on IS NOT NULL
       ORDER BY known_at DESC, id DESC LIMIT 1000) AS latest`,
    [`FORM_${form}`],
  );
  return rows[0]?.day ?? null;
}
