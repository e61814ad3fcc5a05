import type { Queryable } from '../../../database/index.ts';
import type { CalendarDate, Instant } from '../../../values/index.ts';
import { byOrdinal } from '../subject.ts';
import type { Revision, RevisionSpan } from './revisions.ts';

/** A revision that is asked for what caused it. */
export type CauseKey = Pick<Revision, 'accountId' | 'groupId' | 'personId'> & RevisionSpan;

/** Causes of one revision, at most. */
const MOST_CAUSES = 10;

/**
 * The positions of the events that caused revisions, the latest ten at most, in ledger order: the
 * lines of the account that became known at a moment at which one of its balances begins or ends to
 * count, and what superseded lines of it then. Where it has none, those of its group: another
 * account of the class was reported, and this one is CARRIED. Between two dates, what is effective
 * after the one and by the other is a cause too.
 */
export async function revisionCauses(
  db: Queryable,
  keys: readonly CauseKey[],
): Promise<bigint[][]> {
  const spans = keys.map(({ from, to }) => (from < to ? { from, to } : { from: to, to: from }));
  const { rows } = await db.query<{ n: bigint; position: bigint }>(CAUSES, [
    keys.map(({ personId }) => personId),
    keys.map(({ groupId }) => groupId),
    keys.map(({ accountId }) => accountId),
    keys.map(({ asOf, since = asOf }): CalendarDate => (since < asOf ? since : asOf)),
    keys.map(({ asOf, since = asOf }): CalendarDate => (since < asOf ? asOf : since)),
    spans.map(({ from }): Instant => from),
    spans.map(({ to }): Instant => to),
    MOST_CAUSES,
  ]);
  return byOrdinal(keys, rows).map((own) => own.map(({ position }) => position));
}

// A closing row has the position of the account's own last line; what closed it is the line at the
// other side, or the filing that says that nothing is owned.
const CAUSES = `
  SELECT q.n, x.position
  FROM unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::date[], $5::date[], $6::timestamptz[],
      $7::timestamptz[]) WITH ORDINALITY
      q (person_id, group_id, account_id, since, as_of, earlier, later, n)
    CROSS JOIN LATERAL (
      WITH own AS (
        SELECT e.*, e.account_id = q.account_id AS is_own FROM entry e
        WHERE e.person_id = q.person_id AND e.group_id = q.group_id
      ), moment AS (
        SELECT DISTINCT o.is_own, m.at FROM own o
          CROSS JOIN LATERAL (VALUES (o.known_at), (o.known_to)) m (at)
        WHERE o.from_on <= q.as_of AND m.at > q.earlier AND m.at <= q.later
        UNION
        SELECT o.is_own, o.known_at FROM own o
        WHERE o.from_on > q.since AND o.from_on <= q.as_of AND o.known_at <= q.later
      ), line AS (
        SELECT o.is_own, CASE WHEN o.is_restated THEN o.moved ELSE o.position END AS position,
          o.known_at, o.superseded_at
        FROM own o WHERE NOT o.is_restated OR o.moved IS NOT NULL
      ), cause AS (
        SELECT l.is_own, l.position FROM line l JOIN moment m
          ON m.is_own = l.is_own AND m.at = l.known_at
        UNION
        SELECT l.is_own, r.superseded_by FROM line l
          JOIN moment m ON m.is_own = l.is_own AND m.at = l.superseded_at
          JOIN reported_line r ON r.position = l.position AND r.superseded_by IS NOT NULL
      )
      SELECT DISTINCT c.position FROM cause c
      WHERE c.is_own OR NOT EXISTS (SELECT FROM cause WHERE is_own)
      ORDER BY c.position DESC LIMIT $8
    ) x
  ORDER BY q.n, x.position`;
