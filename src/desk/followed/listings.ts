import type { Queryable } from '../../database/index.ts';
import type { AccessionNumber, CalendarDate } from '../../values/index.ts';
import { FOLLOWERS } from './follower.ts';

/** A filing that EDGAR lists, as it is kept until the ledger holds it. */
export interface Listing {
  readonly accessionNumber: AccessionNumber;
  readonly form: '3' | '3/A' | '4' | '4/A' | '5' | '5/A';
  /** The day under which it is listed; null where the list does not say. */
  readonly filedOn: CalendarDate | null;
  /** From /Archives on. */
  readonly path: string;
}

/** Who claims, and when by the claimant's clock. */
export interface Claim {
  readonly follower: number;
  readonly now: Date;
}

const COLUMNS = 'accession_number AS "accessionNumber", form, day AS "filedOn", path';

/**
 * Whether a listing may be claimed at $1 by $2: it is due, and no other follower that lives asks
 * for it.
 */
const CLAIMABLE = `l.given_up_at IS NULL AND l.next_at <= $1
  AND (l.claimed_by IS NULL OR l.claimed_by = $2 OR NOT EXISTS (SELECT FROM pg_locks
    WHERE locktype = 'advisory' AND granted AND classid = ${FOLLOWERS}::oid
      AND objid = l.claimed_by::oid AND objsubid = 2
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())))`;

/**
 * Notes listed filings, and claims those that nobody asks for: new ones, and those put off whose
 * time has come. Gives the numbers claimed.
 */
export async function claimListings(
  db: Queryable,
  { follower, now }: Claim,
  listings: readonly Listing[],
): Promise<Set<AccessionNumber>> {
  const once = [...new Map(listings.map((listing) => [listing.accessionNumber, listing])).values()];
  if (once.length === 0) return new Set();
  const { rows } = await db.query<{ number: AccessionNumber }>(
    `WITH claimed AS (
       INSERT INTO edgar_listing AS l
         (accession_number, form, day, path, first_looked_at, next_at, claimed_by)
       SELECT number, form, day, path, $1, $1, $2
       FROM unnest($3::text[], $4::text[], $5::date[], $6::text[]) listed (number, form, day, path)
       ORDER BY number
       ON CONFLICT (accession_number) DO UPDATE SET day = coalesce(excluded.day, l.day),
         claimed_by = CASE WHEN ${CLAIMABLE} THEN $2 ELSE l.claimed_by END
       RETURNING accession_number AS number, claimed_by, next_at, given_up_at)
     SELECT number FROM claimed
     WHERE claimed_by = $2 AND next_at <= $1 AND given_up_at IS NULL`,
    [
      now,
      follower,
      once.map(({ accessionNumber }) => accessionNumber),
      once.map(({ form }) => form),
      once.map(({ filedOn }) => filedOn),
      once.map(({ path }) => path),
    ],
  );
  return new Set(rows.map(({ number }) => number));
}

/**
 * Claims listings whose time has come, but for those named, so many at most: the longest due first.
 */
export async function claimDue(
  db: Queryable,
  { follower, now }: Claim,
  { but, limit }: { readonly but: readonly AccessionNumber[]; readonly limit: number },
): Promise<Listing[]> {
  const { rows } = await db.query<Listing>(
    `UPDATE edgar_listing SET claimed_by = $2 WHERE accession_number IN (
       SELECT accession_number FROM edgar_listing l
       WHERE ${CLAIMABLE} AND accession_number <> ALL($3)
       ORDER BY next_at LIMIT $4 FOR UPDATE SKIP LOCKED)
     RETURNING ${COLUMNS}`,
    [now, follower, but, limit],
  );
  return rows;
}

/** Forgets listings: the ledger holds their filings, or keeps their documents aside. */
export async function settleListings(
  db: Queryable,
  numbers: readonly AccessionNumber[],
): Promise<void> {
  if (numbers.length === 0) return;
  await db.query('DELETE FROM edgar_listing WHERE accession_number = ANY($1)', [numbers]);
}

/** Lets go of claims, so that others may ask at once. */
export async function releaseListings(
  db: Queryable,
  numbers: readonly AccessionNumber[],
): Promise<void> {
  if (numbers.length === 0) return;
  await db.query('UPDATE edgar_listing SET claimed_by = NULL WHERE accession_number = ANY($1)', [
    numbers,
  ]);
}

/** A listing that did not come. */
export interface PutOff {
  readonly accessionNumber: AccessionNumber;
  readonly reason: string;
  /** Whether time does not mend it: it is given up at once. */
  readonly isForGood: boolean;
}

/**
 * Puts listings off that did not come: each is asked for again after as long as it has been waited
 * for, 5 s at least and six hours at most, and given up so many days after it was first looked at.
 * Gives the numbers given up now.
 */
export async function putOffListings(
  db: Queryable,
  { now, giveUpDays }: { readonly now: Date; readonly giveUpDays: number },
  putOff: readonly PutOff[],
): Promise<Set<AccessionNumber>> {
  if (putOff.length === 0) return new Set();
  const { rows } = await db.query<{ number: AccessionNumber }>(
    `UPDATE edgar_listing l SET asked = asked + 1, reason = p.reason, claimed_by = NULL,
       next_at = $1::timestamptz
         + greatest(interval '5 s', least($1::timestamptz - first_looked_at, interval '6 h')),
       given_up_at = CASE WHEN p.for_good
         OR $1::timestamptz - first_looked_at >= $2 * interval '1 day' THEN $1::timestamptz END
     FROM unnest($3::text[], $4::text[], $5::boolean[]) p (number, reason, for_good)
     WHERE l.accession_number = p.number
     RETURNING CASE WHEN l.given_up_at IS NOT NULL THEN l.accession_number END AS number`,
    [
      now,
      giveUpDays,
      putOff.map(({ accessionNumber }) => accessionNumber),
      putOff.map(({ reason }) => reason.slice(0, 1_000)),
      putOff.map(({ isForGood }) => isForGood),
    ],
  );
  return new Set(rows.flatMap(({ number }) => number ?? []));
}

/** The forms and days of which filings are still asked for. */
export async function pendingDays(
  db: Queryable,
): Promise<{ readonly form: string; readonly day: CalendarDate }[]> {
  const { rows } = await db.query<{ form: string; day: CalendarDate }>(
    `SELECT DISTINCT left(form, 1) AS form, day FROM edgar_listing
     WHERE given_up_at IS NULL AND day IS NOT NULL`,
  );
  return rows;
}

/** How many filings are asked for again, having been asked for in vain. */
export async function countPutOff(db: Queryable): Promise<number> {
  const { rows } = await db.query<{ count: bigint }>(
    'SELECT count(*) AS count FROM edgar_listing WHERE given_up_at IS NULL AND asked > 0',
  );
  return Number(rows[0]?.count ?? 0);
}

/**
 * Notes filings that a backfill found listed and did not get: given up until they are asked for
 * again.
 */
export async function giveUpListings(
  db: Queryable,
  now: Date,
  missing: readonly (Listing & { readonly reason: string })[],
): Promise<void> {
  if (missing.length === 0) return;
  await db.query(
    `INSERT INTO edgar_listing AS l (accession_number, form, day, path, first_looked_at, next_at,
       asked, reason, given_up_at)
     SELECT DISTINCT ON (number) number, form, day, path, $1::timestamptz, $1, 1, reason, $1
     FROM unnest($2::text[], $3::text[], $4::date[], $5::text[], $6::text[])
       missing (number, form, day, path, reason) ORDER BY number
     ON CONFLICT (accession_number) DO UPDATE SET asked = l.asked + 1, reason = excluded.reason`,
    [
      now,
      missing.map(({ accessionNumber }) => accessionNumber),
      missing.map(({ form }) => form),
      missing.map(({ filedOn }) => filedOn),
      missing.map(({ path }) => path),
      missing.map(({ reason }) => reason.slice(0, 1_000)),
    ],
  );
}

/** Listings of the days from one to another that the ledger still lacks, given up or not. */
export async function listingsBetween(
  db: Queryable,
  first: CalendarDate,
  last: CalendarDate,
): Promise<Listing[]> {
  const { rows } = await db.query<Listing>(
    `SELECT ${COLUMNS} FROM edgar_listing WHERE day BETWEEN $1 AND $2 ORDER BY accession_number`,
    [first, last],
  );
  return rows;
}
