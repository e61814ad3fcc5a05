import type { Queryable } from '../../database/index.ts';
import { nextDigest } from './make-watch.ts';
import { MAY_SEND, SEALED_COLUMNS, type SealedWatch } from './watch.ts';

/** A watch at the place where somebody saw it: what is noted of it counts there alone. */
export type WatchPlace = Pick<SealedWatch, 'id' | 'position'>;

/**
 * The watches that may send something: not paused, their keys in force, not waiting for a later
 * hour, and behind a position or with dead letters to be sent once more. Those that waited longest
 * come first.
 */
export async function dueWatches(
  db: Queryable,
  head: bigint,
  limit: number,
): Promise<SealedWatch[]> {
  const { rows } = await db.query<SealedWatch>(
    `SELECT ${SEALED_COLUMNS} FROM watch w
     WHERE w.paused_at IS NULL AND ${MAY_SEND} AND (
       (w.position < $1 AND (w.next_at IS NULL OR w.next_at <= now()))
       OR EXISTS (
         SELECT FROM watch_dead_letter d WHERE d.watch_id = w.id AND d.retried_at IS NOT NULL))
     ORDER BY w.last_sent_at NULLS FIRST, w.id LIMIT $2`,
    [head, limit],
  );
  return rows;
}

/** Whether a watch may still send: it is there, at that place, not paused, its key in force. */
export async function maySend(db: Queryable, { id, position }: WatchPlace): Promise<boolean> {
  const { rows } = await db.query(
    `SELECT FROM watch w
     WHERE w.id = $1 AND w.position = $2 AND w.paused_at IS NULL AND ${MAY_SEND}`,
    [id, position],
  );
  return rows.length > 0;
}

/**
 * Moves a watch on to a position: what is there was accepted, or was nothing. False where it is no
 * longer at the place where it was seen: somebody replays or removed it.
 */
export async function moveWatch(
  db: Queryable,
  { id, position }: WatchPlace,
  { to, isSent }: { readonly to: bigint; readonly isSent: boolean },
): Promise<boolean> {
  const sent = isSent ? 'sent = w.sent + 1, last_sent_at = now(),' : '';
  const { rowCount } = await db.query(
    `UPDATE watch w SET ${sent} position = $3, pending = NULL, attempts = 0, last_error = NULL,
       next_at = ${nextDigest('w.digest')}
     WHERE w.id = $1 AND w.position = $2`,
    [id, position, to],
  );
  return rowCount === 1;
}

/** Settles where the digest that is to be sent ends. False where the watch is elsewhere. */
export async function beginDigest(
  db: Queryable,
  { id, position }: WatchPlace,
  end: bigint,
): Promise<boolean> {
  const { rowCount } = await db.query(
    'UPDATE watch SET pending = $3 WHERE id = $1 AND position = $2 AND pending IS NULL',
    [id, position, end],
  );
  return rowCount === 1;
}

/** Notes an attempt that failed, and from when on the next may be made. */
export async function putOffWatch(
  db: Queryable,
  { id, position }: WatchPlace,
  { reason, waitMs }: { readonly reason: string; readonly waitMs: number },
): Promise<void> {
  await db.query(
    `UPDATE watch SET attempts = attempts + 1, failed = failed + 1, last_error = $3,
       next_at = now() + make_interval(secs => $4)
     WHERE id = $1 AND position = $2`,
    [id, position, reason, waitMs / 1_000],
  );
}

/** Gives a notice up, and goes on behind it: both, or neither. */
export async function giveUpNotice(
  db: Queryable,
  { id, position }: WatchPlace,
  { at, reason }: { readonly at: bigint; readonly reason: string },
): Promise<void> {
  await db.query(
    `WITH moved AS (
       UPDATE watch w SET position = $3, pending = NULL, attempts = 0, failed = w.failed + 1,
         last_error = $4, next_at = ${nextDigest('w.digest')}
       FROM (SELECT id, attempts + 1 AS attempts FROM watch WHERE id = $1 FOR UPDATE) before
       WHERE w.id = before.id AND w.position = $2
       RETURNING w.id, before.attempts
     )
     INSERT INTO watch_dead_letter (watch_id, position, after, attempts, reason)
     SELECT id, $3, $2, attempts, $4 FROM moved
     ON CONFLICT (watch_id, position) DO UPDATE
       SET attempts = excluded.attempts, reason = excluded.reason, given_up_at = now(),
         retried_at = NULL`,
    [id, position, at, reason],
  );
}

/** Pauses a watch whose receiver wants no more. */
export async function stopWatch(
  db: Queryable,
  { id, position }: WatchPlace,
  reason: string,
): Promise<void> {
  await db.query(
    `UPDATE watch SET paused_at = now(), pause_reason = $3, failed = failed + 1, last_error = $3
     WHERE id = $1 AND position = $2`,
    [id, position, reason],
  );
}

/** What the watches of a ledger are at. */
export interface WatchCounts {
  readonly active: number;
  readonly paused: number;
  /** Active, and the last attempt failed. */
  readonly failing: number;
  /** Active, without a digest, and not at the end of the ledger. */
  readonly behind: number;
  readonly sent: bigint;
  readonly failed: bigint;
  readonly deadLetters: number;
}

/** Counts watches; those whose keys ended count as paused. */
export async function countWatches(db: Queryable): Promise<WatchCounts> {
  const { rows } = await db.query<WatchCounts>(
    `SELECT count(*) FILTER (WHERE is_active)::int AS active,
       count(*) FILTER (WHERE NOT is_active)::int AS paused,
       count(*) FILTER (WHERE is_active AND attempts > 0)::int AS failing,
       count(*) FILTER (WHERE is_active AND digest IS NULL AND position < head)::int AS behind,
       coalesce(sum(sent), 0)::bigint AS sent, coalesce(sum(failed), 0)::bigint AS failed,
       (SELECT count(*)::int FROM watch_dead_letter) AS "deadLetters"
     FROM (
       SELECT w.*, w.paused_at IS NULL AND ${MAY_SEND} AS is_active,
         (SELECT position FROM projection_checkpoint) AS head FROM watch w
     ) w`,
  );
  const [counts] = rows;
  return counts ?? NONE;
}

const NONE: WatchCounts = {
  active: 0,
  paused: 0,
  failing: 0,
  behind: 0,
  sent: 0n,
  failed: 0n,
  deadLetters: 0,
};
