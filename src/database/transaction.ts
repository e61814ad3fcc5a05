import type pg from 'pg';
import type { Database } from './database.ts';
import { indexScans } from './with-index-scans.ts';

/** How PostgreSQL plans the statements of a transaction. */
export interface Planning {
  /** That all of them look keys up: each in an index, whatever is known of the tables. */
  readonly looksUpKeys?: boolean;
  /** That statements are planned once, whatever their values, and not each time. */
  readonly plansOnce?: boolean;
  /** Statements of this project's own that it begins with, in the same round trip. */
  readonly first?: readonly string[];
}

/**
 * Runs work in one transaction of one connection: committed when it resolves, undone when it
 * rejects.
 */
export async function inTransaction<T>(
  database: Pick<Database, 'pool'>,
  work: (client: pg.PoolClient) => Promise<T>,
  { looksUpKeys = false, plansOnce = false, first = [] }: Planning = {},
): Promise<T> {
  // Whatever the connection was used for before (PlanningPool).
  const mode = `SET LOCAL plan_cache_mode = ${plansOnce ? 'force_generic_plan' : 'auto'}`;
  const begin = ['BEGIN', mode, ...(looksUpKeys ? [indexScans('off')] : []), ...first].join('; ');
  const client = await database.pool.connect();
  try {
    await client.query(begin);
    const result = await work(client);
    await client.query('COMMIT');
    client.release();
    return result;
  } catch (error) {
    await client.query('ROLLBACK').then(
      () => client.release(),
      (lost: Error) => client.release(lost),
    );
    throw error;
  }
}
