import type { QueryResultRow } from 'pg';
import { type Queryable, queryPrepared } from '../../database/index.ts';
import type { EventFilter, EventPage } from './event-filter.ts';
import { eventRoot } from './event-root.ts';
import { type EventRow, eventColumns, joinLine } from './event-rows.ts';
import { eventSources } from './event-sources.ts';
import { knownBounds } from './known-bounds.ts';
import type { Part } from './parts.ts';
import { byOrdinal, type Subject, subjectIds, subjectRows } from './subject.ts';

/**
 * A page of positions for each subject, in ledger order or from the end backwards. Each kind of
 * event is read in that order from an index of its own, a page of each at most.
 */
export async function eventPages(
  db: Queryable,
  subject: Subject,
  filter: EventFilter,
  page: EventPage,
): Promise<bigint[][]> {
  const question = await pagesOf(db, subject, filter, page);
  if (question === null) return subjectIds(subject).map(() => []);
  const text = `SELECT s.n, k.position ${question.from} ${question.order}`;
  const rows = await question.ask<{ n: bigint; position: bigint }>(text);
  return byOrdinal(subjectIds(subject), rows).map((page) => page.map(({ position }) => position));
}

/** The same pages, with the events themselves. */
export async function eventRowPages(
  db: Queryable,
  subject: Subject,
  filter: EventFilter,
  { parts, ...page }: EventPage & { readonly parts: readonly Part[] },
): Promise<EventRow[][]> {
  const question = await pagesOf(db, subject, filter, page);
  if (question === null) return subjectIds(subject).map(() => []);
  const rows = await question.ask<EventRow & { n: bigint }>(
    `SELECT s.n, ${eventColumns(parts)} ${question.from}
       JOIN ledger_event e ON e.position = k.position LEFT JOIN filing f ON f.id = e.filing_id
       ${joinLine(parts)}
     ${question.order}`,
  );
  return byOrdinal(subjectIds(subject), rows);
}

/** Subjects s and the positions k of their pages, in SQL; null where no event can be on any. */
async function pagesOf(db: Queryable, subject: Subject, filter: EventFilter, page: EventPage) {
  const values: unknown[] = [];
  const add = (value: unknown) => `$${values.push(value)}`;
  const root = eventRoot(subject, filter, add);
  const asksKnown = filter.knownFrom !== undefined || filter.knownTo !== undefined;
  const bounds = asksKnown && root.of === 'ledger' ? await knownBounds(db, filter) : null;
  const sources = eventSources(root, { filter, page, bounds }, add);
  if (sources.length === 0) return null;
  const way = page.backwards === true ? 'DESC' : 'ASC';
  // How rare what a filter wants is, or where a page of the whole ledger begins, makes the plan.
  const isPlain = subject.of !== 'ledger' && Object.keys(filter).length === 0;
  return {
    ask: async <Row extends QueryResultRow>(text: string): Promise<Row[]> =>
      isPlain ? queryPrepared(db, text, values) : (await db.query<Row>(text, values)).rows,
    from: `FROM ${subjectRows(subject, add)}
     CROSS JOIN LATERAL (
       SELECT DISTINCT b.position FROM ${root.each} (${sources.join(' UNION ALL ')}) b
       ORDER BY b.position ${way} LIMIT ${add(page.limit)}
     ) k`,
    order: `ORDER BY s.n, k.position ${way}`,
  };
}
