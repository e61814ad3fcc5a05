import type pg from 'pg';
import type { Database } from './database.ts';

/**
 * Runs work in one transaction of one connection: committed when it resolves, undone when it
 * rejects.
 */
export async function inTransaction<T>(
  database: Pick<Database, 'pool'>,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await database.pool.connect();
  try {
    // Whatever the connection was used for before (PlanningPool).
    await client.query('BEGIN; SET LOCAL plan_cache_mode = auto');
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
