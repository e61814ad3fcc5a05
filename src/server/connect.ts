import type { Database, Primary } from '../database/index.ts';
import { Anomaly } from '../values/index.ts';
import type { Config } from './config.ts';
import { describeBuild } from './describe-build.ts';
import { openEmbedded } from './embedded/index.ts';
import type { RevivableDatabase } from './patience.ts';

/** An open, migrated ledger. */
export interface Connection {
  readonly database: RevivableDatabase;
  /** Whether it is this project's own PostgreSQL. */
  readonly isEmbedded: boolean;
  /** Each opens a streaming standby of it. */
  readonly standbys: readonly (() => Database)[];
  /** Which of the database and its standbys takes changes; null where there are no standbys. */
  readonly primary: Primary | null;
  /** Closes it, and stops the embedded PostgreSQL if nobody else uses it. */
  close(): Promise<void>;
}

/** Where connecting reports work that may take long. */
export interface Watcher {
  say(line: string): void;
  progress(text: string): void;
  done(): void;
}

/**
 * Opens the database that the configuration names, or else the embedded one, and brings its tables
 * up to date and then its projections. What it gives works with the rights of the server's role
 * alone.
 */
export async function connect(config: Config, watcher: Watcher): Promise<Connection> {
  const connection = await open(config);
  try {
    const { catchUp } = await import('../ledger/index.ts');
    let why = INGEST_STOPPED;
    const built = await catchUp(connection.database, (done) => {
      if (done.stage !== 'LATER') why = RULES_CHANGED;
      watcher.progress(`${why}: ${describeBuild(done)}`);
    });
    watcher.done();
    if (built) watcher.say(`${why}: holdings and the like were worked out from the events.`);
    return connection;
  } catch (error) {
    await connection.close();
    throw error;
  }
}

const RULES_CHANGED = 'The rules have changed since this ledger was filled';
const INGEST_STOPPED = 'An ingest was stopped before its end';

/**
 * Opens the database with the rights that its migrations need, for what the server's role must not
 * do: make and revoke API keys. Brings its tables up to date.
 */
export async function connectAsAdministrator({
  dataFolder,
  databaseUrl,
  databaseAdminUrl,
}: Config): Promise<Connection> {
  const [embedded, { migrate, openDatabase }] = await Promise.all([
    databaseUrl === undefined ? openEmbedded(dataFolder) : null,
    import('../database/index.ts'),
  ]);
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
    standbys: [],
    primary: null,
    async close() {
      await database.close();
      await release();
    },
  };
}

async function open(config: Config): Promise<Connection> {
  const { databaseUrl } = config;
  if (databaseUrl !== undefined) return openNamed(config, databaseUrl);
  if (config.readUrls.length > 0) {
    throw new Anomaly('Incorrect', 'DATABASE_READ_URLS are standbys of DATABASE_URL: set it too.');
  }
  return openOwn(config);
}

async function openNamed(config: Config, databaseUrl: string): Promise<Connection> {
  const { followPrimary, migrate, openDatabase, refusePooler, SERVER_ROLE } = await import(
    '../database/index.ts'
  );
  const { readUrls, databaseAdminUrl } = config;
  const primary = readUrls.length === 0 ? null : await followPrimary([databaseUrl, ...readUrls]);
  const address = () => primary?.address ?? databaseUrl;
  try {
    await refusePooler(address());
    await migrate(administratorAt(address(), { databaseUrl, databaseAdminUrl }));
  } catch (error) {
    await primary?.close();
    throw error;
  }
  const options = { ...(await optionsOf(config)), role: SERVER_ROLE };
  const database = openDatabase({ connectionString: address, ...options });
  primary?.onMoved(() => database.cut());
  const standbys = readUrls.map((url) => () => openDatabase({ connectionString: url, ...options }));
  const close = async () => {
    await primary?.close();
    await database.close();
  };
  return { database, isEmbedded: false, standbys, primary, close };
}

/** The administrator's login, at the server that takes changes now. */
function administratorAt(
  address: string,
  { databaseUrl, databaseAdminUrl }: { databaseUrl: string; databaseAdminUrl: string | undefined },
): string {
  if (databaseAdminUrl === undefined) return address;
  const administrator = new URL(databaseAdminUrl);
  // One that is named by itself stays where it is.
  if (administrator.host === new URL(databaseUrl).host) administrator.host = new URL(address).host;
  return administrator.href;
}

async function openOwn(config: Config): Promise<Connection> {
  const [embedded, { migrate, openDatabase, SERVER_ROLE }] = await Promise.all([
    openEmbedded(config.dataFolder),
    // Loaded while PostgreSQL starts.
    import('../database/index.ts'),
  ]);
  try {
    await migrate(embedded.adminUrl);
    await embedded.grantServerLogin(SERVER_ROLE);
  } catch (error) {
    await embedded.release();
    throw error;
  }
  const database = openDatabase({
    connectionString: embedded.serverUrl,
    ...(await optionsOf(config)),
  });
  return {
    database: {
      ...database,
      isLost: () => embedded.isLost(),
      revive: () => embedded.revive(),
    },
    isEmbedded: true,
    standbys: [],
    primary: null,
    async close() {
      await database.close();
      await embedded.release();
    },
  };
}

async function optionsOf({ poolSize, api }: Config) {
  // Loaded where it is asked for alone.
  const { statementLog } = api.log === 'debug' ? await import('./operators/index.ts') : {};
  return {
    poolSize,
    // A little later than the operation, which then says itself that it took too long.
    recordsTimeoutMs: api.timeoutMs + 1_000,
    onStatement: statementLog?.(api.log),
  };
}
