import type { AccessionNumber, CalendarDate } from '../../values/index.ts';
import type { Queryable } from '../database/index.ts';

/** Form 3, 4 or 5, amendments included. */
export type FollowedForm = '3' | '4' | '5';

/**
 * Which of these filings there is no need to ask for: those that the ledger holds, in whatever rendition,
 * and those whose document was fetched and rejected, which `ingest --retry` takes again.
 */
export async function settledNumbers(
  db: Queryable,
  numbers: readonly AccessionNumber[],
): Promise<Set<AccessionNumber>> {
  if (numbers.length === 0) return new Set();
  const { rows } = await db.query<{ number: AccessionNumber }>(
    `SELECT number FROM unnest($1::text[]) asked (number)
     WHERE EXISTS (SELECT FROM filing WHERE accession_number = asked.number)
       OR EXISTS (SELECT FROM rejected_document
         WHERE accession_number = asked.number AND name LIKE '/Archives/%' AND packed IS NOT NULL)`,
    [numbers],
  );
  return new Set(rows.map(({ number }) => number));
}

/** The last day of which every filing of a form was taken from EDGAR's daily index, by form. */
export async function completeThrough(
  db: Queryable,
): Promise<ReadonlyMap<FollowedForm, CalendarDate>> {
  const { rows } = await db.query<{ form: FollowedForm; day: CalendarDate }>(
    'SELECT form, complete_through AS day FROM edgar_followed',
  );
  return new Map(rows.map(({ form, day }) => [form, day]));
}

/** Notes that forms are complete through a day; what was noted of a later day stays. */
export async function noteCompleteThrough(
  db: Queryable,
  forms: readonly FollowedForm[],
  day: CalendarDate,
): Promise<void> {
  await db.query(
    `INSERT INTO edgar_followed (form, complete_through) SELECT unnest($1::text[]), $2::date
     ON CONFLICT (form) DO UPDATE SET complete_through = excluded.complete_through
     WHERE edgar_followed.complete_through < excluded.complete_through`,
    [forms, day],
  );
}

/** The latest filing date of a form in the ledger, amendments not looked at; null where there is none. */
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
