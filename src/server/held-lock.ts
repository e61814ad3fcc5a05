import type pg from 'pg';
import type { Database, Queryable } from '../database/index.ts';

/** The advisory locks of what one process of all does. */
export const LOCKS = { sendWatches: 7_203_114_023n, relay: 7_203_114_024n } as const;

/** A connection that may hold a lock, as long as it lives. */
export interface HeldLock {
  /** Whether this process has the lock, or could take it now. Rejects where that is unknown. */
  take(): Promise<boolean>;
  /** Runs statements one after the other, on the connection of the lock and no other. */
  readonly desk: Queryable;
  /** Whether the connection still stands, as far as is known. */
  readonly isHeld: () => boolean;
  release(): Promise<void>;
}

/** Opens a connection for a lock. Rejects where the database is away. */
export async function openLock(
  database: Pick<Database, 'connection'>,
  lock: bigint,
): Promise<HeldLock> {
  const client = database.connection();
  let isOpen = true;
  let isTaken = false;
  const lost = () => {
    isOpen = false;
  };
  client.on('error', lost);
  client.on('end', lost);
  try {
    await client.connect();
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
  const desk = oneByOne(client);
  return {
    desk,
    async take() {
      if (isTaken) return true;
      const { rows } = await desk.query<{ taken: boolean }>(
        'SELECT pg_try_advisory_lock($1) AS taken',
        [lock],
      );
      isTaken = rows[0]?.taken === true;
      return isTaken;
    },
    isHeld: () => isOpen,
    release: () => client.end().catch(() => undefined),
  };
}

/** Has the statements of several turns wait for one another. */
function oneByOne(client: pg.Client): Queryable {
  let last: Promise<unknown> = Promise.resolve();
  const query = (...args: unknown[]) => {
    const run = () =>
      (client.query as (...given: unknown[]) => Promise<unknown>).apply(client, args);
    const result = last.then(run, run);
    last = result.catch(() => undefined);
    return result;
  };
  return { query } as unknown as Queryable;
}
