import type { Database } from '../../database/index.ts';
import { Anomaly } from '../../values/index.ts';
import { readConfig } from '../config.ts';
import { configuredWatches, type OpenedWatches } from '../watch/index.ts';
import type { Terminal } from './terminal.ts';
import { withDatabase } from './with-database.ts';

/** Works with the watches that the configuration opens. Incorrect where it has no key. */
export async function withWatches<T>(
  terminal: Terminal,
  work: (database: Database, watches: OpenedWatches) => Promise<T>,
): Promise<T> {
  const config = readConfig();
  return withDatabase(terminal, async (database) => {
    const watches = await configuredWatches(database, config);
    if (watches === null) {
      const message = 'Watches need a key to keep addresses secret: set WATCH_KEY.';
      throw new Anomaly('Incorrect', message);
    }
    try {
      return await work(database, watches);
    } finally {
      await watches.close();
    }
  });
}
