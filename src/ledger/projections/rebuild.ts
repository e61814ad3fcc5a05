import {
  type Database,
  inTransaction,
  type Queryable,
  withIndexScans,
} from '../../database/index.ts';
import type { LedgerEvent } from '../events/index.ts';
import { lockLedger, readEvents } from '../log/index.ts';
import { ChangedFilings } from './changed-filings.ts';
import { foldNames, readNames } from './names.ts';
import { foldEvents } from './project.ts';
import { projectAll } from './project-all.ts';
import { holdUpTo, writeFilings, writeNames } from './write.ts';

/** Every table that the events alone decide. */
export const PROJECTIONS = [
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
  'relationship',
  'resolved_identity',
  'former_identity',
] as const;

/** One projection before and after. */
export interface RebuiltProjection {
  readonly table: string;
  readonly rows: number;
  /** True where the rows are, value for value, those that were there before. */
  readonly same: boolean;
}

const EVENTS_A_BATCH = 5_000;

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
    await build(db, progress);
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
 * because the rules they are made by have changed. Says whether it had to. Several processes may
 * call it at once.
 */
export async function catchUp(
  database: Database,
  progress: (events: number) => void = () => undefined,
): Promise<boolean> {
  if (!(await isBehind(database.pool))) return false;
  return inTransaction(database, async (db) => {
    await lockLedger(db);
    if (!(await isBehind(db))) return false;
    await build(db, progress);
    return true;
  });
}

/** Whether the ledger has events that the projections do not hold. */
export async function isBehind(db: Queryable): Promise<boolean> {
  const { rows } = await db.query<{ behind: boolean }>(
    `SELECT position < coalesce((SELECT max(position) FROM ledger_event), 0) AS behind
     FROM projection_checkpoint`,
  );
  return rows[0]?.behind ?? false;
}

async function build(db: Queryable, progress: (events: number) => void): Promise<void> {
  await db.query(`TRUNCATE ${PROJECTIONS.join(', ')}, family_end`);
  await db.query('UPDATE projection_checkpoint SET position = 0');
  await replay(db, progress);
}

async function replay(db: Queryable, progress: (events: number) => void): Promise<void> {
  let waiting: LedgerEvent[] = [];
  let position = 0n;
  let count = 0;
  for (;;) {
    const batch = await readEvents(db, position, EVENTS_A_BATCH);
    const whole = batch.length < EVENTS_A_BATCH;
    waiting.push(...batch);
    position = batch.at(-1)?.position ?? position;
    const cut = whole ? waiting.length : lastFilingStart(waiting);
    const filings = waiting.slice(0, cut);
    await projectFilings(db, filings);
    waiting = waiting.slice(cut);
    count += filings.length;
    progress(count);
    if (whole) break;
  }
  await projectAll(db);
  await holdUpTo(db, position);
}

/** Brings the rows of filings, and what these call people and issuers, up to some events. */
async function projectFilings(db: Queryable, events: readonly LedgerEvent[]): Promise<void> {
  if (events.length === 0) return;
  const changed = new ChangedFilings(db);
  await withIndexScans(db, () => foldEvents(db, changed, events));
  const names = foldNames(await readNames(db, changed), changed.after);
  await writeNames(db, names);
  await writeFilings(db, changed, changed.after);
}

/** Where the last filing begins: its lines may go on in the next batch. */
function lastFilingStart(events: readonly LedgerEvent[]): number {
  const start = events.findLastIndex(({ type }) => type === 'FILING_RECEIVED');
  return start < 1 ? events.length : start;
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
