import { migrate, openDatabase, SERVER_ROLE } from '../database/index.ts';
import { catchUp } from '../ledger/index.ts';
import type { Config } from './config.ts';
import { openEmbedded } from './embedded/index.ts';
import type { RevivableDatabase } from './patience.ts';

/** An open, migrated ledger. */
export interface Connection {
  readonly database: RevivableDatabase;
  /** Whether it is this project's own PostgreSQL. */
  readonly isEmbedded: boolean;
  /** Closes it, and stops the embedded PostgreSQL if nobody else uses it. */
  close(): Promise<void>;
}

/** Where connecting tells of work that may take long. */
export interface Watcher {
  say(line: string): void;
  progress(text: string): void;
  done(): void;
}

/**
 * Opens the database that the configuration names, or else the embedded one, and brings its tables up
 * to date and then its projections. What it gives works with the rights of the server's role alone.
 */
export async function connect(config: Config, watcher: Watcher): Promise<Connection> {
  const connection = await open(config);
  try {
    const built = await catchUp(connection.database, (events) =>
      watcher.progress(
        `The rules have changed since this ledger was filled: ${events} events read again`,
      ),
    );
    watcher.done();
    if (built) watcher.say('Holdings and the like were worked out again from the events.');
    return connection;
  } catch (error) {
    await connection.close();
    throw error;
  }
}

/**
 * Opens the database with the rights that its migrations need, for what the server's role must not do:
 * make and revoke API keys. Brings its tables up to date.
 */
export async function connectAsAdministrator({
  dataFolder,
  databaseUrl,
  databaseAdminUrl,
}: Config): Promise<Connection> {
  const embedded = databaseUrl === undefined ? await openEmbedded(dataFolder) : null;
  const adminUrl = embedded?.adminUrl ?? databaseAdminUrl ?? databaseUrl ?? '';
  const release = async () => embedded?.release();
  try {
    await migrate(adminUrl);
  } catch (error) {
    await release();
    throw error;
  }
  const database = openDatabase({ connectionString: adminUrl, poolSize: 1 });
  return {
    database,
    isEmbedded: embedded !== null,
    async close() {
      await database.close();
      await release();
    },
  };
}

async function open(config: Config): Promise<Connection> {
  const { databaseUrl, poolSize, api } = config;
  // A little later than the operation, which then says itself that it took too long.
  const sizes = { poolSize, recordsTimeoutMs: api.timeoutMs + 1_000 };
  if (databaseUrl !== undefined) {
    await migrate(config.databaseAdminUrl ?? databaseUrl);
    const database = openDatabase({ connectionString: databaseUrl, ...sizes, role: SERVER_ROLE });
    return { database, isEmbedded: false, close: () => database.close() };
  }
  const embedded = await openEmbedded(config.dataFolder);
  try {
    await migrate(embedded.adminUrl);
    await embedded.grantServerLogin(SERVER_ROLE);
  } catch (error) {
    await embedded.release();
    throw error;
  }
  const database = openDatabase({ connectionString: embedded.serverUrl, ...sizes });
  return {
    database: { ...database, revive: () => embedded.revive() },
    isEmbedded: true,
    async close() {
      await database.close();
      await embedded.release();
    },
  };
}
