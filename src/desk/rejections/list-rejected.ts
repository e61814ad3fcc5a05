import type { Queryable } from '../../database/index.ts';
import type { AccessionNumber, CalendarDate, Instant } from '../../values/index.ts';
import type { Rejection } from './rejection.ts';

/** A document that is kept aside, without its bytes. */
export interface KeptRejection {
  readonly id: bigint;
  /** SHA-256 of its bytes, hex; null where it was never read. */
  readonly hash: string | null;
  /** Where it came from when it was last rejected. */
  readonly name: string;
  /** Of its bytes; null where it was never read. */
  readonly size: number | null;
  readonly accessionNumber: AccessionNumber | null;
  readonly filedOn: CalendarDate | null;
  readonly acceptedAt: Instant | null;
  /** Of the first problem. */
  readonly code: Rejection['code'];
  /** Fifty at most. */
  readonly problems: readonly Rejection[];
  readonly firstRejectedAt: Instant;
  readonly lastRejectedAt: Instant;
  /** How often it was rejected. */
  readonly tries: number;
}

/** Which of them, and how many at once. */
export interface RejectedPage {
  /** Those after this one; 0 for the first page. */
  readonly after: bigint;
  readonly limit: number;
  /** Of one reason alone. */
  readonly code?: string | undefined;
}

const COLUMNS = `id, CASE WHEN packed IS NOT NULL THEN encode(hash, 'hex') END AS hash, name, size,
  accession_number AS "accessionNumber", filed_on AS "filedOn", accepted_at AS "acceptedAt", code,
  problems, first_rejected_at AS "firstRejectedAt", last_rejected_at AS "lastRejectedAt", tries`;

/** A page of the documents kept aside, by their ids; those kept before come before. */
export async function listRejected(
  db: Queryable,
  { after, limit, code }: RejectedPage,
): Promise<KeptRejection[]> {
  const { rows } = await db.query<KeptRejection>(
    `SELECT ${COLUMNS} FROM rejected_document WHERE id > $1 AND ($2::text IS NULL OR code = $2)
     ORDER BY id LIMIT $3`,
    [after, code ?? null, limit],
  );
  return rows;
}

/** The documents rejected last, newest first. */
export async function newestRejected(db: Queryable, limit: number): Promise<KeptRejection[]> {
  const { rows } = await db.query<KeptRejection>(
    `SELECT ${COLUMNS} FROM rejected_document ORDER BY last_rejected_at DESC, id DESC LIMIT $1`,
    [limit],
  );
  return rows;
}

/** How many documents are kept aside, by the code of their first problem, the commonest first. */
export async function countRejected(db: Queryable): Promise<Record<string, number>> {
  const { rows } = await db.query<{ code: string; count: bigint }>(
    'SELECT code, count(*) AS count FROM rejected_document GROUP BY code ORDER BY count DESC, code',
  );
  return Object.fromEntries(rows.map(({ code, count }) => [code, Number(count)]));
}
