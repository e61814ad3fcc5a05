import type { Database, Queryable } from '../../database/index.ts';
import { holdingLedger } from '../log/index.ts';
import { type BuildProgress, beginBuild, buildOn, PROJECTIONS, readBuild } from './build.ts';
import { projected } from './later.ts';

/** One projection before and after. */
export interface RebuiltProjection {
  readonly table: string;
  readonly rows: number;
  /** True where the rows are, value for value, those that were there before. */
  readonly same: boolean;
}

/** Called after each step. */
type Listener = (done: BuildProgress) => void;

/**
 * Drops every projection and builds it again from the events, in one transaction under the ledger's
 * lock: readers see the old rows until it commits, and nothing is changed where it is stopped.
 * Accounts are worked out once each from all their lines, so that rows equal to those before prove
 * the incremental way too.
 */
export async function rebuildProjections(
  database: Database,
  progress: Listener = () => undefined,
): Promise<RebuiltProjection[]> {
  return holdingLedger(database, async (db) => {
    const before = await digests(db);
    let at: BuildProgress | null = await beginBuild(db);
    while (at !== null) {
      progress(at);
      at = await buildOn(db, at);
    }
    const after = await digests(db);
    return PROJECTIONS.map((table) => ({
      table,
      rows: after.get(table)?.rows ?? 0,
      same: after.get(table)?.digest === before.get(table)?.digest,
    }));
  });
}

/**
 * Builds the projections where they do not hold all events: after a migration that emptied them,
 * because the rules they are made by have changed, and after a large ingest. Each step is a
 * transaction of its own: one that is stopped goes on where it was, and several processes may call
 * it at once. Says whether it had the last step to do.
 */
export async function catchUp(
  database: Database,
  progress: Listener = () => undefined,
): Promise<boolean> {
  for (;;) {
    const step = await holdingLedger(database, async (db) => {
      if (!(await projected(db)).behind) return 'none';
      return buildOn(db, (await readBuild(db)) ?? (await beginBuild(db)));
    });
    if (step === 'none') return false;
    if (step === null) return true;
    progress(step);
  }
}

/** Row count and an order-free digest of every projection. */
export async function digests(
  db: Queryable,
): Promise<Map<string, { rows: number; digest: string }>> {
  const found = new Map<string, { rows: number; digest: string }>();
  for (const table of PROJECTIONS) {
    const { rows } = await db.query<{ rows: bigint; digest: string }>(
      `SELECT count(*) AS rows, coalesce(sum(hashtextextended(t::text, 0)::numeric), 0)::text
         || ' ' || coalesce(sum(hashtextextended(t::text, 1)::numeric), 0)::text AS digest
       FROM ${table} t`,
    );
    const [row] = rows;
    if (row !== undefined) found.set(table, { rows: Number(row.rows), digest: row.digest });
  }
  return found;
}
