import type { Database } from '../../ledger/index.ts';
import { readConfig } from '../config.ts';
import { connect } from '../connect.ts';
import type { Terminal } from './terminal.ts';

/** Runs work on the configured ledger and closes it again, however the work ends. */
export async function withDatabase<T>(
  terminal: Terminal,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const connection = await connect(readConfig(), terminal);
  try {
    return await work(connection.database);
  } finally {
    await connection.close();
  }
}
