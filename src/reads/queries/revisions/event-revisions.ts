import { type Queryable, queryPrepared } from '../../../database/index.ts';
import { type CalendarDate, type Instant, instantOf } from '../../../values/index.ts';
import type { HoldingFilter } from '../holding-filter.ts';
import { holdingsViewed } from '../holdings.ts';
import { byOrdinal } from '../subject.ts';
import { type Revision, type RevisionSpan, revisionsBetween } from './revisions.ts';

/** Revisions that one event is answered with, at most. */
const MOST_REVISIONS = 100;

const COUNTED: HoldingFilter = { statuses: ['CURRENT', 'CARRIED'] };

/** A class of an owner in an issuer of which an event changes what is answered for a date. */
interface Changed {
  readonly n: bigint;
  readonly personId: bigint;
  readonly groupId: bigint;
  readonly asOf: CalendarDate;
  /** From which it is answered otherwise. */
  readonly at: Instant;
}

/**
 * What is answered otherwise because of each event, a hundred at most: of the account of a line, of
 * those of the lines that the event supersedes, and of those that it closes, for the day from which
 * it counts, between just before its filing was known and then.
 */
export async function revisionsOfEvents(
  db: Queryable,
  positions: readonly bigint[],
): Promise<(Revision & RevisionSpan)[][]> {
  const changed = await queryPrepared<Changed>(db, CHANGED, [positions]);
  const viewed = changed.flatMap(({ personId: id, asOf, at }) => [
    { id, asOf, knownAt: justBefore(at) },
    { id, asOf, knownAt: at },
  ]);
  const held = await holdingsViewed(db, 'person', viewed, COUNTED, []);
  const found = changed.flatMap(({ n, groupId, asOf, at }, index) => {
    const ofGroup = (place: number) => (held[place] ?? []).filter((row) => row.groupId === groupId);
    const span = { asOf, from: justBefore(at), to: at };
    const revised = revisionsBetween(ofGroup(index * 2), ofGroup(index * 2 + 1));
    return revised.map((revision) => ({ ...revision, ...span, n }));
  });
  return byOrdinal(positions, found).map((own) => own.slice(0, MOST_REVISIONS));
}

/** Instants are of milliseconds. */
function justBefore(at: Instant): Instant {
  return instantOf(new Date(Date.parse(at) - 1));
}

const CHANGED = `
  SELECT DISTINCT q.n, x.person_id AS "personId", x.group_id AS "groupId", x.from_on AS "asOf", x.at
  FROM unnest($1::bigint[]) WITH ORDINALITY q (position, n) CROSS JOIN LATERAL (
    SELECT e.person_id, e.group_id, e.from_on, e.known_at AS at FROM entry e
    WHERE e.position = q.position AND NOT e.is_restated
    UNION ALL
    SELECT e.person_id, e.group_id, e.from_on, e.superseded_at FROM reported_line l
      JOIN entry e ON e.position = l.position AND NOT e.is_restated
    WHERE l.superseded_by = q.position AND e.superseded_at IS NOT NULL
    UNION ALL
    SELECT e.person_id, e.group_id, e.from_on, e.known_at FROM filing_owner o
      JOIN entry e ON e.person_id = o.person_id AND e.issuer_id = o.issuer_id
        AND e.is_restated AND e.moved = q.position
    WHERE o.filing_id = coalesce(
      (SELECT l.filing_id FROM reported_line l WHERE l.position = q.position), q.position)
  ) x
  ORDER BY q.n, x.from_on, x.person_id, x.group_id, x.at`;
