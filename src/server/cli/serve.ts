import { type Config, readConfig } from '../config.ts';
import { connect } from '../connect.ts';
import { hasDatabase } from '../embedded/index.ts';
import type { ExitStatus } from './exit-status.ts';
import { interruptible } from './interruption.ts';
import type { Terminal } from './terminal.ts';

/**
 * `insider-ledger serve`: runs until SIGINT or SIGTERM, then lets requests end and closes the
 * ledger.
 */
export async function serveCommand(terminal: Terminal): Promise<ExitStatus> {
  const config = readConfig();
  terminal.say(beginning(config));
  // A server whose output nobody reads serves on.
  const read = new AbortController().signal;
  return interruptible(read, async (stop, hurried) => {
    // Most of the program is loaded while PostgreSQL starts.
    const [connection, { serve }] = await Promise.all([
      connect(config, terminal),
      import('./serving.ts'),
    ]);
    try {
      stop.throwIfAborted();
      await serve(connection, config, { terminal, stop, hurried });
      return 0 as const;
    } finally {
      await connection.close();
    }
  });
}

/** What is done first, and may take some seconds. */
function beginning({ databaseUrl, dataFolder }: Config): string {
  if (databaseUrl !== undefined) return 'Connecting to the database that DATABASE_URL names.';
  return hasDatabase(dataFolder)
    ? `Starting the embedded PostgreSQL of ${dataFolder}.`
    : `Making a new ledger in ${dataFolder}, with a PostgreSQL of its own. This takes some seconds, once.`;
}
