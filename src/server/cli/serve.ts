import { readConfig } from '../config.ts';
import { connect } from '../connect.ts';
import type { ExitStatus } from './exit-status.ts';
import type { Terminal } from './terminal.ts';

/** `insider-ledger serve`: runs until SIGINT or SIGTERM, then lets requests end and closes the ledger. */
export async function serveCommand(terminal: Terminal): Promise<ExitStatus> {
  const config = readConfig();
  // Most of the program is loaded while PostgreSQL starts.
  const [connection, { serve }] = await Promise.all([
    connect(config, terminal),
    import('./serving.ts'),
  ]);
  try {
    await serve(connection, config, terminal);
    return 0;
  } finally {
    await connection.close();
  }
}
