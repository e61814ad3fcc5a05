import type { Queryable } from '../../database/index.ts';
import type { Quarter } from '../../values/index.ts';

/** Where a backfill takes filings from. */
export type BackfillSource = 'data-set' | 'archive';

/** A quarter that a backfill has read to its end. */
export interface FinishedQuarter {
  readonly quarter: Quarter;
  /** What was asked for of it; empty where it was everything. */
  readonly filter: string;
  readonly filings: number;
  readonly alreadyHeld: number;
  readonly rejected: number;
  readonly missing: number;
  /** What EDGAR can be asked by, whether the quarter's file has changed since. */
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** The quarters of a source that were finished with all of this filter: under it, or under none. */
export async function finishedQuarters(
  db: Queryable,
  source: BackfillSource,
  filter: string,
): Promise<Map<Quarter, FinishedQuarter>> {
  const { rows } = await db.query<FinishedQuarter>(
    `SELECT quarter, filter, filings, already_held AS "alreadyHeld", rejected, missing, etag,
       last_modified AS "lastModified"
     FROM backfill_progress WHERE source = $1 AND filter IN ('', $2) ORDER BY filter DESC`,
    [source, filter],
  );
  return new Map(rows.map((row) => [row.quarter, row]));
}

/** Notes that a quarter is finished, in place of what was noted of it under the same filter. */
export async function noteFinished(
  db: Queryable,
  source: BackfillSource,
  finished: FinishedQuarter,
): Promise<void> {
  const { quarter, filter, filings, alreadyHeld, rejected, missing, etag, lastModified } = finished;
  await db.query(
    `INSERT INTO backfill_progress
       (source, quarter, filter, filings, already_held, rejected, missing, etag, last_modified)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     ON CONFLICT (source, quarter, filter) DO UPDATE SET finished_at = now(),
       filings = excluded.filings, already_held = excluded.already_held,
       rejected = excluded.rejected, missing = excluded.missing, etag = excluded.etag,
       last_modified = excluded.last_modified`,
    [source, quarter, filter, filings, alreadyHeld, rejected, missing, etag, lastModified],
  );
}
