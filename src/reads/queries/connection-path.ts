import type { Queryable } from '../../database/index.ts';
import { Anomaly } from '../../values/index.ts';
import type { Viewpoint } from './viewpoint.ts';

/** How many people a search reaches at most, from both ends together. */
const MAX_PEOPLE = 200_000;

/** Between whom a path is searched, and of how many steps at most. */
export interface ConnectionQuestion {
  readonly from: bigint;
  readonly to: bigint;
  readonly maxDegree: number;
  /** People reached at most; MAX_PEOPLE by default. */
  readonly maxPeople?: number;
}

/** One step of a path: two people who are insiders of one issuer. */
export interface ConnectionStep {
  readonly from: bigint;
  readonly issuer: bigint;
  readonly to: bigint;
}

/**
 * The shortest path of shared insiderships at a viewpoint, without a step from somebody to
 * themself; null where there is none of `maxDegree` steps or fewer. Of several it is the one whose
 * people have the smallest ids, compared from the start, and of several issuers that two share the
 * one with the smallest id (docs/domain.md §7). Fails with NotFound where the ledger does not know
 * one of the two, with TooComplex where more than `maxPeople` would have to be looked at.
 */
export async function connectionPath(
  db: Queryable,
  { from, to, maxDegree, maxPeople = MAX_PEOPLE }: ConnectionQuestion,
  { asOf, knownAt }: Viewpoint,
): Promise<ConnectionStep[] | null> {
  const { rows } = await db.query<Found>(
    `SELECT array(SELECT id::text FROM person WHERE id IN ($1, $2)) AS known, p.people::text[] AS people,
       p.issuers::text[] AS issuers, p.is_too_wide AS "isTooWide"
     FROM connection_path($1, $2, $3, $4, $5, $6) p`,
    [from, to, asOf, knownAt, maxDegree, maxPeople],
  );
  const [{ known, people, issuers, isTooWide } = NOTHING] = rows;
  for (const [argument, id] of Object.entries({ from, to })) {
    if (known.includes(String(id))) continue;
    throw new Anomaly('NotFound', `${argument}: the ledger knows no such person.`);
  }
  if (isTooWide) {
    throw new Anomaly(
      'TooComplex',
      `More than ${maxPeople} people are within reach: ask for a smaller maxDegree.`,
    );
  }
  if (people === null || issuers === null) return null;
  return issuers.map((issuer, at) => ({
    from: BigInt(people[at] ?? 0),
    issuer: BigInt(issuer),
    to: BigInt(people[at + 1] ?? 0),
  }));
}

interface Found {
  readonly known: readonly string[];
  readonly people: readonly string[] | null;
  readonly issuers: readonly string[] | null;
  readonly isTooWide: boolean;
}

const NOTHING: Found = { known: [], people: null, issuers: null, isTooWide: false };
