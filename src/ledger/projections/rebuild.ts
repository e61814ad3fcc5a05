import type { Database } from '../database/index.ts';
import { inTransaction, type Queryable } from '../database/index.ts';
import type { LedgerEvent } from '../events/index.ts';
import { lockLedger, readEvents } from '../store/index.ts';
import { projectAccounts } from './accounts.ts';
import { projectRows } from './project.ts';

/** Every table that the events alone decide. */
const PROJECTIONS = [
  'issuer',
  'issuer_name',
  'issuer_ticker',
  'person',
  'person_name',
  'filing',
  'filing_owner',
  'reported_line',
  'account',
  'entry',
  'resolved_identity',
] as const;

/** One projection before and after. */
export interface RebuiltProjection {
  readonly table: string;
  readonly rows: number;
  /** True where the rows are, value for value, those that were there before. */
  readonly same: boolean;
}

const AT_ONCE = 5_000;

/**
 * Drops every projection and builds it again from the events, in one transaction under the ledger's
 * lock: readers see the old rows until it commits. Accounts are worked out once each from all their
 * lines, so that rows equal to those before prove the incremental way too.
 */
export async function rebuildProjections(
  database: Database,
  progress: (events: number) => void = () => undefined,
): Promise<RebuiltProjection[]> {
  return inTransaction(database, async (db) => {
    await lockLedger(db);
    const before = await digests(db);
    await db.query(`TRUNCATE ${PROJECTIONS.join(', ')}`);
    await db.query('UPDATE projection_checkpoint SET position = 0');
    await replay(db, progress);
    const after = await digests(db);
    return PROJECTIONS.map((table) => ({
      table,
      rows: after.get(table)?.rows ?? 0,
      same: after.get(table)?.digest === before.get(table)?.digest,
    }));
  });
}

async function replay(db: Queryable, progress: (events: number) => void): Promise<void> {
  let waiting: LedgerEvent[] = [];
  let position = 0n;
  let count = 0;
  for (;;) {
    const batch = await readEvents(db, position, AT_ONCE);
    const whole = batch.length < AT_ONCE;
    waiting.push(...batch);
    position = batch.at(-1)?.position ?? position;
    const cut = whole ? waiting.length : lastFilingStart(waiting);
    const filings = waiting.slice(0, cut);
    await projectRows(db, filings);
    waiting = waiting.slice(cut);
    count += filings.length;
    progress(count);
    if (whole) break;
  }
  await projectAllAccounts(db);
}

/** Where the last filing begins: its lines may go on in the next batch. */
function lastFilingStart(events: readonly LedgerEvent[]): number {
  const start = events.findLastIndex(({ type }) => type === 'FILING_RECEIVED');
  return start < 1 ? events.length : start;
}

/** Owner by owner, so that each group is read and worked out just once. */
async function projectAllAccounts(db: Queryable): Promise<void> {
  let after = -(2n ** 63n);
  for (;;) {
    const { rows } = await db.query<{ person: bigint; filings: bigint[] }>(
      `SELECT person_id AS person, array_agg(DISTINCT filing_id) AS filings FROM filing_owner
       WHERE person_id > $1 GROUP BY person_id ORDER BY person_id LIMIT 200`,
      [after],
    );
    const last = rows.at(-1);
    if (last === undefined) return;
    await projectAccounts(
      db,
      rows.flatMap(({ filings }) => filings),
      rows.map(({ person }) => person),
    );
    after = last.person;
  }
}

/** Row count and an order-free digest of every projection. */
async function digests(db: Queryable): Promise<Map<string, { rows: number; digest: string }>> {
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
