import type { FormType } from '../../parser/index.ts';
import type { CalendarDate, Instant } from '../../values/index.ts';
import type { Queryable } from '../database/index.ts';
import { bySubject, ofSubject, type Subject, subjectIds } from './subject.ts';

/** Which filings; what is left out does not narrow. */
export interface FilingFilter {
  readonly forms?: readonly FormType[];
  readonly issuer?: bigint;
  readonly person?: bigint;
  readonly knownFrom?: Instant;
  readonly knownTo?: Instant;
  readonly periodFrom?: CalendarDate;
  readonly periodTo?: CalendarDate;
  /** Amendments alone, or originals alone. */
  readonly amendments?: boolean;
}

/** A filing and its place in the order of filings. */
export interface FilingKey {
  readonly id: bigint;
  readonly knownAt: Instant;
}

/** A window of filings, newest first, or from the oldest backwards. */
export interface FilingPage {
  readonly limit: number;
  readonly after?: FilingKey | undefined;
  readonly before?: FilingKey | undefined;
  readonly backwards?: boolean;
}

/** A page of filings for each subject: newest known first, then by id, or in reverse. */
export async function filingPages(
  db: Queryable,
  subject: Subject,
  filter: FilingFilter,
  page: FilingPage,
): Promise<FilingKey[][]> {
  const { where, values } = conditions(subject, filter);
  const add = (value: unknown) => `$${values.push(value)}`;
  const past = (sign: string, { knownAt, id }: FilingKey) =>
    where.push(`(f.known_at, f.id) ${sign} (${add(knownAt)}::timestamptz, ${add(id)}::bigint)`);
  if (page.after !== undefined) past('<', page.after);
  if (page.before !== undefined) past('>', page.before);
  const way = page.backwards === true ? 'ASC' : 'DESC';
  const { rows } = await db.query<FilingKey & { subject: bigint }>(
    `SELECT s.subject, k.id, k.known_at AS "knownAt"
     FROM unnest($1::bigint[]) WITH ORDINALITY s(id, subject)
     CROSS JOIN LATERAL (
       SELECT f.id, f.known_at FROM filing f WHERE ${where.join(' AND ')}
       ORDER BY f.known_at ${way}, f.id ${way} LIMIT ${add(page.limit)}
     ) k
     ORDER BY s.subject, k.known_at ${way}, k.id ${way}`,
    values,
  );
  return bySubject(subject, rows, ({ id, knownAt }) => ({ id, knownAt }));
}

/** How many filings pass the filter, for each subject. */
export async function countFilings(
  db: Queryable,
  subject: Subject,
  filter: FilingFilter,
): Promise<number[]> {
  const { where, values } = conditions(subject, filter);
  const { rows } = await db.query<{ count: bigint }>(
    `SELECT (SELECT count(*) FROM filing f WHERE ${where.join(' AND ')}) AS count
     FROM unnest($1::bigint[]) WITH ORDINALITY s(id, subject) ORDER BY s.subject`,
    values,
  );
  return rows.map(({ count }) => Number(count));
}

function conditions(
  subject: Subject,
  filter: FilingFilter,
): { where: string[]; values: unknown[] } {
  const values: unknown[] = [subjectIds(subject)];
  const where: string[] = [ofSubject(subject)];
  const add = (condition: string, value: unknown) => {
    if (value !== undefined) where.push(condition.replace('?', `$${values.push(value)}`));
  };
  add('f.form = ANY(?::form_type[])', filter.forms);
  add('f.issuer_id = ?', filter.issuer);
  add('f.id IN (SELECT filing_id FROM filing_owner WHERE person_id = ?)', filter.person);
  add('f.known_at >= ?', filter.knownFrom);
  add('f.known_at <= ?', filter.knownTo);
  add('f.period_of_report >= ?', filter.periodFrom);
  add('f.period_of_report <= ?', filter.periodTo);
  add("(f.form IN ('FORM_3_A', 'FORM_4_A', 'FORM_5_A')) = ?", filter.amendments);
  return { where, values };
}
