import { randomInt } from 'node:crypto';
import type pg from 'pg';
import type { Database } from '../../database/index.ts';

/** The first key of the advisory locks by which followers are known to live. */
export const FOLLOWERS = 72_707_370;
const MOST = 2 ** 31 - 1;

/** A process that asks EDGAR for filings: what it claims counts while it lives. */
export interface Follower {
  /** Its number, after making sure that its lock is held. Fails as the database does. */
  readonly number: () => Promise<number>;
  /** Gives its claims up. */
  readonly close: () => Promise<void>;
}

/**
 * Opens a follower. Its lock is held by a connection of its own, so that PostgreSQL lets go of it
 * when the process is killed; where the connection is lost it is taken again.
 */
export function openFollower(database: Pick<Database, 'connection'>): Follower {
  const number = randomInt(1, MOST);
  let client: pg.Client | null = null;
  let opening: Promise<void> | null = null;
  const open = async () => {
    const fresh = database.connection();
    const lost = () => {
      if (client === fresh) client = null;
    };
    fresh.on('error', lost);
    fresh.on('end', lost);
    try {
      await fresh.connect();
      await fresh.query('SELECT pg_advisory_lock($1::int, $2::int)', [FOLLOWERS, number]);
    } catch (error) {
      await fresh.end().catch(() => undefined);
      throw error;
    }
    client = fresh;
  };
  return {
    async number() {
      if (client === null) {
        opening ??= open().finally(() => {
          opening = null;
        });
        await opening;
      }
      return number;
    },
    async close() {
      const held = client;
      client = null;
      await held?.end().catch(() => undefined);
    },
  };
}
