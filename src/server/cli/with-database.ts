import type { Database } from '../../database/index.ts';
import { readConfig } from '../config.ts';
import { connect } from '../connect.ts';
import type { Terminal } from './terminal.ts';

/** Runs work on the configured ledger and closes it again, however the work ends. */
export async function withDatabase<T>(
  terminal: Terminal,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const connection = await connect(readConfig(), terminal);
  let result: T;
  try {
    result = await work(connection.database);
  } catch (error) {
    // Where the database is gone or full it cannot be closed either: the first fault is the one to tell.
    await connection.close().catch(() => undefined);
    throw error;
  }
  await connection.close();
  return result;
}
