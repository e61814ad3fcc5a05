import type { Queryable } from '../database/index.ts';
import { conditions, type EventFilter, type EventPage } from './event-filter.ts';
import { bySubject, ofSubject, type Subject, subjectIds } from './subject.ts';

/** A page of positions for each subject, in ledger order or from the end backwards. */
export async function eventPages(
  db: Queryable,
  subject: Subject,
  filter: EventFilter,
  page: EventPage,
): Promise<bigint[][]> {
  const { where, values } = conditions(filter);
  const add = (value: unknown) => `$${values.push(value)}`;
  where.push(ofSubject(subject));
  if (page.after !== undefined) where.push(`e.position > ${add(page.after)}`);
  if (page.before !== undefined) where.push(`e.position < ${add(page.before)}`);
  const way = page.backwards === true ? 'DESC' : 'ASC';
  const { rows } = await db.query<{ subject: bigint; position: bigint }>(
    `SELECT s.subject, k.position
     FROM unnest(${add(subjectIds(subject))}::bigint[]) WITH ORDINALITY s(id, subject)
     CROSS JOIN LATERAL (
       SELECT e.position ${FROM} WHERE ${where.join(' AND ')}
       ORDER BY e.position ${way} LIMIT ${add(page.limit)}
     ) k
     ORDER BY s.subject, k.position ${way}`,
    values,
  );
  return bySubject(subject, rows, ({ position }) => position);
}

/** How many events pass the filter, for each subject. */
export async function countSubjectEvents(
  db: Queryable,
  subject: Subject,
  filter: EventFilter,
): Promise<number[]> {
  const { where, values } = conditions(filter);
  where.push(ofSubject(subject));
  const ids = `$${values.push(subjectIds(subject))}`;
  const { rows } = await db.query<{ count: bigint }>(
    `SELECT (SELECT count(*) ${FROM} WHERE ${where.join(' AND ')}) AS count
     FROM unnest(${ids}::bigint[]) WITH ORDINALITY s(id, subject) ORDER BY s.subject`,
    values,
  );
  return rows.map(({ count }) => Number(count));
}

const FROM = `FROM ledger_event e JOIN filing f ON f.id = e.filing_id
  LEFT JOIN reported_line l ON l.position = e.position`;
