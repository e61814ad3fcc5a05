import { setTimeout } from 'node:timers/promises';
import type { Database } from '../../database/index.ts';

/** Gives turns to ask EDGAR, to all processes of a ledger together. */
export interface EdgarPace {
  /** Resolves when it is the caller's turn; rejects with the signal's reason where that aborts. */
  readonly turn: (signal?: AbortSignal) => Promise<void>;
  /** Nobody gets a turn for so long, in whatever process. */
  readonly hold: (milliseconds: number) => Promise<void>;
}

/** How turns are given. */
export interface PaceOptions {
  /** Requests a second at most. */
  readonly perSecond: number;
  /** Called for a turn that is more than five seconds away. */
  readonly waiting?: (milliseconds: number) => void;
  /** Called with the moment of every turn given, in milliseconds by the database's clock. */
  readonly given?: (at: number) => void;
}

/**
 * Room for what a request is late on its way: turns that are exactly a tenth of a second apart
 * could be eleven arrivals in a second.
 */
const ROOM = 1.05;
const LONG_WAIT_MS = 5_000;

/**
 * The pace of a ledger. Turns of one process may be slower than another's; the wait is after each
 * turn.
 */
export function openPace(
  { pool }: Pick<Database, 'pool'>,
  { perSecond, waiting, given }: PaceOptions,
): EdgarPace {
  const apart = (ROOM * 1_000) / perSecond;
  return {
    async turn(signal) {
      signal?.throwIfAborted();
      const { rows } = await pool.query<{ at: number; wait: number }>(
        `UPDATE edgar_pace
         SET next_at = greatest(next_at, clock_timestamp()) + $1 * interval '1 millisecond'
         RETURNING (extract(epoch FROM next_at) * 1000 - $1)::float8 AS at,
           (extract(epoch FROM next_at - clock_timestamp()) * 1000 - $1)::float8 AS wait`,
        [apart],
      );
      const { at = 0, wait = 0 } = rows[0] ?? {};
      given?.(at);
      if (wait > LONG_WAIT_MS) waiting?.(wait);
      if (wait <= 0) return;
      // A signal that is aborted gives its reason, not an error of the timer's.
      await setTimeout(Math.ceil(wait), undefined, signal && { signal }).catch((error) => {
        throw signal?.reason ?? error;
      });
    },
    async hold(milliseconds) {
      await pool.query(
        `UPDATE edgar_pace SET next_at =
           greatest(next_at, clock_timestamp() + $1 * interval '1 millisecond')`,
        [milliseconds],
      );
    },
  };
}
