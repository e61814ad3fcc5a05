import type { Queryable } from '../../database/index.ts';
import type { Instant } from '../../values/index.ts';

/** A notice, or a digest, that was given up. */
export interface DeadLetter {
  readonly watchId: bigint;
  /** Of the event, or where the digest ends. */
  readonly position: bigint;
  /** Where it begins: behind this. */
  readonly after: bigint;
  readonly attempts: number;
  readonly reason: string;
  readonly givenUpAt: Instant;
  /** Since when it is to be sent once more; null where nobody asked for that. */
  readonly retriedAt: Instant | null;
}

const COLUMNS = `watch_id AS "watchId", position, after, attempts, reason,
  given_up_at AS "givenUpAt", retried_at AS "retriedAt"`;

/** A page of a watch's dead letters, in ledger order. */
export async function deadLetters(
  db: Queryable,
  watchId: bigint,
  { after, limit }: { readonly after: bigint; readonly limit: number },
): Promise<DeadLetter[]> {
  const { rows } = await db.query<DeadLetter>(
    `SELECT ${COLUMNS} FROM watch_dead_letter WHERE watch_id = $1 AND position > $2
     ORDER BY position LIMIT $3`,
    [watchId, after, limit],
  );
  return rows;
}

/** Has all dead letters of a watch sent once more; says how many. */
export async function retryDeadLetters(db: Queryable, watchId: bigint): Promise<number> {
  const { rowCount } = await db.query(
    'UPDATE watch_dead_letter SET retried_at = now() WHERE watch_id = $1 AND retried_at IS NULL',
    [watchId],
  );
  return rowCount ?? 0;
}

/** Dead letters that are to be sent once more, some of each watch, in ledger order. */
export async function retriedLetters(
  db: Queryable,
  watchId: bigint,
  limit: number,
): Promise<DeadLetter[]> {
  const { rows } = await db.query<DeadLetter>(
    `SELECT ${COLUMNS} FROM watch_dead_letter WHERE watch_id = $1 AND retried_at IS NOT NULL
     ORDER BY position LIMIT $2`,
    [watchId, limit],
  );
  return rows;
}

/** Drops a dead letter that was accepted after all. */
export async function settleLetter(
  db: Queryable,
  { watchId, position }: Pick<DeadLetter, 'watchId' | 'position'>,
): Promise<void> {
  await db.query(
    `WITH settled AS (
       DELETE FROM watch_dead_letter WHERE watch_id = $1 AND position = $2 RETURNING watch_id
     )
     UPDATE watch SET sent = sent + 1, last_sent_at = now()
     WHERE id IN (SELECT watch_id FROM settled)`,
    [watchId, position],
  );
}

/** Notes that a dead letter was refused once more: it is sent again when somebody asks for that. */
export async function refuseLetter(
  db: Queryable,
  { watchId, position }: Pick<DeadLetter, 'watchId' | 'position'>,
  reason: string,
): Promise<void> {
  await db.query(
    `UPDATE watch_dead_letter SET retried_at = NULL, attempts = attempts + 1, reason = $3
     WHERE watch_id = $1 AND position = $2`,
    [watchId, position, reason],
  );
}
