import type { Database } from '../../ledger/index.ts';
import { readConfig } from '../config.ts';
import { connect } from '../connect.ts';

/** Runs work on the configured ledger and closes it again, however the work ends. */
export async function withDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const connection = await connect(readConfig());
  try {
    return await work(connection.database);
  } finally {
    await connection.close();
  }
}
