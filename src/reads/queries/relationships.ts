import { type Queryable, queryPrepared } from '../../database/index.ts';
import type { InsiderRole } from '../../rules/index.ts';
import type { CalendarDate } from '../../values/index.ts';
import { ISSUER_BESIDE, PERSON_BESIDE, type WithIssuer, type WithPerson } from './beside.ts';
import { inForce, knownThen } from './in-force.ts';
import type { Part } from './parts.ts';
import { byOrdinal, type SubjectViewed } from './subject.ts';
import type { Viewpoint } from './viewpoint.ts';

/** One person's insidership of one issuer at a viewpoint (docs/domain.md §7). */
export interface RelationshipRow {
  readonly personId: bigint;
  readonly issuerId: bigint;
  readonly roles: readonly InsiderRole[];
  readonly officerTitle: string | null;
  readonly otherText: string | null;
  /** From the first filing that says so. */
  readonly from: CalendarDate;
  /** To the first that says otherwise; null while it lasts. */
  readonly to: CalendarDate | null;
  readonly sourceFilingId: bigint;
}

/** A relationship, with its person and issuer where they were asked for. */
export type RelationshipWithParts = RelationshipRow & Partial<WithIssuer> & Partial<WithPerson>;

/** Which relationships: of some people, in some issuers, or all; and with which role. */
export interface RelationshipFilter {
  readonly people?: readonly bigint[];
  readonly issuers?: readonly bigint[];
  readonly role?: InsiderRole;
}

/** Where a page of relationships ended. */
export type RelationshipKey = Pick<RelationshipRow, 'personId' | 'issuerId'>;

const RELATIONSHIP = `r.person_id AS "personId", r.issuer_id AS "issuerId", r.roles::text[] AS roles,
  r.officer_title AS "officerTitle", r.other_text AS "otherText", r.from_on AS "from",
  r.to_on AS "to", r.filing_id AS "sourceFilingId"`;

/**
 * Relationships in force as of a viewpoint, by person then issuer: one of a pair at most. What one
 * filing says holds from its effective date until a filing that says otherwise; the exit box ends
 * it.
 */
export async function relationships(
  db: Queryable,
  filter: RelationshipFilter,
  viewpoint: Viewpoint,
  page?: { readonly limit: number; readonly after?: RelationshipKey },
): Promise<RelationshipRow[]> {
  const { where, values } = conditions(filter, viewpoint);
  const add = (value: unknown) => `$${values.push(value)}::bigint`;
  const after = page?.after;
  if (after !== undefined) {
    where.push(`(r.person_id, r.issuer_id) > (${add(after.personId)}, ${add(after.issuerId)})`);
  }
  const limit = page === undefined ? '' : `LIMIT ${add(page.limit)}`;
  const { rows } = await db.query<RelationshipRow>(
    `SELECT ${RELATIONSHIP} FROM relationship r WHERE ${where.join(' AND ')}
     ORDER BY r.person_id, r.issuer_id ${limit}`,
    values,
  );
  return rows;
}

/**
 * Relationships in force of people, or of issuers, each as of a viewpoint of its own; those of each
 * in no order.
 */
export async function relationshipsOf(
  db: Queryable,
  of: 'person' | 'issuer',
  viewed: readonly SubjectViewed[],
  parts: readonly Part[],
): Promise<RelationshipWithParts[][]> {
  const [issuer, person] = [parts.includes('issuer'), parts.includes('person')];
  const rows = await queryPrepared<RelationshipWithParts & { n: bigint }>(
    db,
    `SELECT q.n, x.*
     FROM unnest($1::bigint[], $2::date[], $3::timestamptz[]) WITH ORDINALITY q (id, as_of, known_at, n)
     CROSS JOIN LATERAL (
       SELECT ${RELATIONSHIP}
         ${issuer ? `, ${ISSUER_BESIDE}` : ''} ${person ? `, ${PERSON_BESIDE}` : ''}
       FROM relationship r ${issuer ? 'JOIN issuer i ON i.id = r.issuer_id' : ''}
         ${person ? 'JOIN person p ON p.id = r.person_id' : ''}
       WHERE r.${of}_id = q.id AND ${inForce('r', 'q.as_of', 'q.known_at')}
     ) x`,
    [
      viewed.map(({ id }) => id),
      viewed.map(({ asOf }) => asOf),
      viewed.map(({ knownAt }) => knownAt),
    ],
  );
  return byOrdinal(viewed, rows);
}

/** Whose relationships are asked for, and as known when. */
type PersonKnown = Pick<SubjectViewed, 'id' | 'knownAt'>;

/**
 * All relationships that people ever had, each as known at a moment of its own: by the day they
 * began, then by issuer. Those of one person to one issuer never overlap.
 */
export async function roleHistoriesOf(
  db: Queryable,
  people: readonly PersonKnown[],
): Promise<(RelationshipRow & WithIssuer)[][]> {
  const rows = await queryPrepared<RelationshipRow & WithIssuer & { n: bigint }>(
    db,
    `SELECT q.n, x.*
     FROM unnest($1::bigint[], $2::timestamptz[]) WITH ORDINALITY q (id, known_at, n)
     CROSS JOIN LATERAL (
       SELECT ${RELATIONSHIP}, ${ISSUER_BESIDE}
       FROM relationship r JOIN issuer i ON i.id = r.issuer_id
       WHERE r.person_id = q.id AND ${knownThen('r', 'q.known_at')}
     ) x ORDER BY x."from", x."issuerId"`,
    [people.map(({ id }) => id), people.map(({ knownAt }) => knownAt)],
  );
  return byOrdinal(people, rows);
}

/** How many relationships are in force as of a viewpoint. */
export async function countRelationships(
  db: Queryable,
  filter: RelationshipFilter,
  viewpoint: Viewpoint,
  most: number,
): Promise<number> {
  const { where, values } = conditions(filter, viewpoint);
  const limit = `$${values.push(most)}`;
  const { rows } = await db.query<{ count: bigint }>(
    `SELECT count(*) FROM (
       SELECT FROM relationship r WHERE ${where.join(' AND ')} LIMIT ${limit}
     ) counted`,
    values,
  );
  return Number(rows[0]?.count ?? 0n);
}

function conditions({ people, issuers, role }: RelationshipFilter, viewpoint: Viewpoint) {
  const values: unknown[] = [viewpoint.asOf, viewpoint.knownAt];
  const where = [inForce('r', '$1', '$2')];
  const add = (condition: string, value: unknown) => {
    if (value !== undefined) where.push(condition.replace('?', `$${values.push(value)}`));
  };
  add('r.person_id = ANY(?)', people);
  add('r.issuer_id = ANY(?)', issuers);
  add('?::insider_role = ANY(r.roles)', role);
  return { where, values };
}
