import type { Queryable } from '../../database/index.ts';
import { inForce } from './in-force.ts';
import { byOrdinal } from './subject.ts';
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

/** At which viewpoint, and which page. */
export interface CoInsidersAsked extends Viewpoint {
  readonly page: { readonly limit: number; readonly after?: CoInsiderKey };
}

/**
 * For each person a page of those who are insiders of the same issuers at the viewpoint, in
 * whatever roles: who shares the most issuers first, then by id (docs/domain.md §7).
 */
export async function coInsiders(
  db: Queryable,
  people: readonly bigint[],
  { asOf, knownAt, page: { limit, after } }: CoInsidersAsked,
): Promise<CoInsiderRow[][]> {
  const { rows } = await db.query<CoInsiderRow & { n: bigint }>(PAGES, [
    people,
    asOf,
    knownAt,
    limit,
    after?.shared ?? null,
    after?.personId ?? null,
  ]);
  return byOrdinal(people, rows);
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

const BESIDE = `
  FROM relationship r JOIN relationship o ON o.issuer_id = r.issuer_id AND o.person_id <> r.person_id
  WHERE r.person_id = s.id AND ${inForce('r', '$2::date', '$3::timestamptz')}
    AND ${inForce('o', '$2::date', '$3::timestamptz')}`;

const PAGES = `
  SELECT s.n, k.shared, k.person_id AS "personId", k.issuers AS "issuerIds"
  FROM unnest($1::bigint[]) WITH ORDINALITY s (id, n)
  CROSS JOIN LATERAL (
    SELECT o.person_id, count(*) AS shared, array_agg(o.issuer_id ORDER BY o.issuer_id) AS issuers
    ${BESIDE}
    GROUP BY o.person_id
    HAVING $5::bigint IS NULL OR count(*) < $5 OR count(*) = $5 AND o.person_id > $6::bigint
    ORDER BY shared DESC, o.person_id LIMIT $4
  ) k
  ORDER BY s.n, k.shared DESC, k.person_id`;

const COUNTS = `
  SELECT (SELECT count(DISTINCT o.person_id) ${BESIDE}) AS count
  FROM unnest($1::bigint[]) WITH ORDINALITY s (id, n) ORDER BY s.n`;
