import type { Queryable } from '../database/index.ts';
import type { EventFilter, EventPage } from './event-filter.ts';
import { eventRoot } from './event-root.ts';
import { eventSources } from './event-sources.ts';
import { knownBounds } from './known-bounds.ts';
import { bySubject, type Subject, subjectIds, subjectRows } from './subject.ts';

/**
 * A page of positions for each subject, in ledger order or from the end backwards. Each kind of event
 * is read in that order from an index of its own, a page of each at most.
 */
export async function eventPages(
  db: Queryable,
  subject: Subject,
  filter: EventFilter,
  page: EventPage,
): Promise<bigint[][]> {
  const values: unknown[] = [];
  const add = (value: unknown) => `$${values.push(value)}`;
  const root = eventRoot(subject, filter, add);
  const asksKnown = filter.knownFrom !== undefined || filter.knownTo !== undefined;
  const bounds = asksKnown && root.of === 'ledger' ? await knownBounds(db, filter) : null;
  const sources = eventSources(root, { filter, page, bounds }, add);
  if (sources.length === 0) return subjectIds(subject).map(() => []);
  const way = page.backwards === true ? 'DESC' : 'ASC';
  const { rows } = await db.query<{ subject: bigint; position: bigint }>(
    `SELECT s.subject, k.position
     FROM ${subjectRows(subject, add)}
     CROSS JOIN LATERAL (
       SELECT DISTINCT b.position FROM ${root.each} (${sources.join(' UNION ALL ')}) b
       ORDER BY b.position ${way} LIMIT ${add(page.limit)}
     ) k
     ORDER BY s.subject, k.position ${way}`,
    values,
  );
  return bySubject(subject, rows, ({ position }) => position);
}
