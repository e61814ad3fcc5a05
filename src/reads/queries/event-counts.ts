import type { Queryable } from '../../database/index.ts';
import { type EventFilter, knownConditions, lineConditions } from './event-filter.ts';
import { ofSubject, type Subject, subjectRows } from './subject.ts';

/** How many events pass the filter, for each subject; so many at most. */
export async function countSubjectEvents(
  db: Queryable,
  subject: Subject,
  filter: EventFilter,
  most: number,
): Promise<number[]> {
  const values: unknown[] = [];
  const add = (value: unknown) => `$${values.push(value)}`;
  const where = [
    ofSubject(subject),
    ...lineConditions(filter, add),
    ...knownConditions(filter, KNOWN_AT, add),
  ];
  const { types, issuers, people, codes } = filter;
  if (types !== undefined) where.push(`e.type = ANY(${add(types)}::ledger_event_type[])`);
  if (issuers !== undefined) where.push(`f.issuer_id = ANY(${add(issuers)})`);
  if (people !== undefined) {
    where.push(
      `f.id IN (SELECT filing_id FROM filing_owner WHERE person_id = ANY(${add(people)}))`,
    );
  }
  if (codes !== undefined) where.push(`l.code = ANY(${add(codes)}::transaction_code[])`);
  if (filter.includeSuperseded === false) where.push('l.superseded_by IS NULL');
  const { rows } = await db.query<{ count: bigint }>(
    `SELECT (
       SELECT count(*) FROM (
         SELECT FROM ledger_event e JOIN filing f ON f.id = e.filing_id
           LEFT JOIN reported_line l ON l.position = e.position
         WHERE ${where.join(' AND ')} LIMIT ${add(most)}
       ) counted
     ) AS count
     FROM ${subjectRows(subject, add)}
     ORDER BY s.n`,
    values,
  );
  return rows.map(({ count }) => Number(count));
}

/** As the pages of events have it (event-root.ts). */
const KNOWN_AT = `CASE WHEN e.type IN ('FILING_AMENDED', 'IDENTITY_RESOLVED', 'FILING_REREAD') THEN e.known_at
  ELSE f.known_at END`;
