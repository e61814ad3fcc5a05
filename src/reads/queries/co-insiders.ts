import type { Queryable } from '../../database/index.ts';
import { inForce } from './in-force.ts';
import type { Viewpoint } from './viewpoint.ts';

/** A co-insider's place in the order of co-insiders. */
export interface CoInsiderKey {
  /** How many issuers the two share. */
  readonly shared: bigint;
  readonly personId: bigint;
}

/** Somebody who is an insider of the same issuers as somebody else. */
export interface CoInsiderRow extends CoInsiderKey {
  /** The issuers shared, in the order of their ids. */
  readonly issuerIds: readonly bigint[];
}

/** Where a page of co-insiders starts, and how long it is. */
export interface CoInsiderPage {
  readonly limit: number;
  readonly after?: CoInsiderKey | undefined;
}

/**
 * For each person a page of those who are insiders of the same issuers at the viewpoint, in whatever
 * roles: who shares the most issuers first, then by id (docs/domain.md §7).
 */
export async function coInsiders(
  db: Queryable,
  people: readonly bigint[],
  viewpoint: Viewpoint,
  { limit, after }: CoInsiderPage,
): Promise<CoInsiderRow[][]> {
  const { rows } = await db.query<Found>(PAGES, [
    people,
    viewpoint.asOf,
    viewpoint.knownAt,
    limit,
    after?.shared ?? null,
    after?.personId ?? null,
  ]);
  const lists = people.map((): CoInsiderRow[] => []);
  for (const { subject, issuers, ...row } of rows) {
    lists[Number(subject) - 1]?.push({ ...row, issuerIds: issuers.map(BigInt) });
  }
  return lists;
}

/** How many people are insiders of an issuer of which each of these is one. */
export async function countCoInsiders(
  db: Queryable,
  people: readonly bigint[],
  viewpoint: Viewpoint,
): Promise<number[]> {
  const { rows } = await db.query<{ count: bigint }>(COUNTS, [
    people,
    viewpoint.asOf,
    viewpoint.knownAt,
  ]);
  return rows.map(({ count }) => Number(count));
}

interface Found extends CoInsiderKey {
  /** The person's place among those asked about, from 1. */
  readonly subject: bigint;
  readonly issuers: readonly string[];
}

const BESIDE = `
  FROM relationship r JOIN relationship o ON o.issuer_id = r.issuer_id AND o.person_id <> r.person_id
  WHERE r.person_id = s.id AND ${inForce('r', '$2::date', '$3::timestamptz')}
    AND ${inForce('o', '$2::date', '$3::timestamptz')}`;

const PAGES = `
  SELECT s.subject, k.shared, k.person_id AS "personId", k.issuers::text[] AS issuers
  FROM unnest($1::bigint[]) WITH ORDINALITY s (id, subject)
  CROSS JOIN LATERAL (
    SELECT o.person_id, count(*) AS shared, array_agg(o.issuer_id ORDER BY o.issuer_id) AS issuers
    ${BESIDE}
    GROUP BY o.person_id
    HAVING $5::bigint IS NULL OR count(*) < $5 OR count(*) = $5 AND o.person_id > $6::bigint
    ORDER BY shared DESC, o.person_id LIMIT $4
  ) k
  ORDER BY s.subject, k.shared DESC, k.person_id`;

const COUNTS = `
  SELECT (SELECT count(DISTINCT o.person_id) ${BESIDE}) AS count
  FROM unnest($1::bigint[]) WITH ORDINALITY s (id, subject) ORDER BY s.subject`;
