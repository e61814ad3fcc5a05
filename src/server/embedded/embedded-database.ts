import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { Anomaly } from '../../values/index.ts';
import { findBinaries, SHARED_FOLDER } from './binaries.ts';
import { type Cluster, initialise, runningPort, start, stop } from './cluster.ts';
import { readCredentials } from './credentials.ts';
import { databaseUser, isEnterable, type OsUser } from './os-user.ts';
import { withStartLock } from './start-lock.ts';

/** A running PostgreSQL of this project's own. */
export interface EmbeddedDatabase {
  /** For migrations: the cluster's superuser. */
  readonly adminUrl: string;
  /** For the server: the login that may append and project, and nothing more. */
  readonly serverUrl: string;
  /** Where its files are. */
  readonly folder: string;
  /** Creates the server's login; after the migrations, which make the role whose rights it gets. */
  grantServerLogin(role: string): Promise<void>;
  /** Whether it has died, as far as this process has heard. */
  isLost(): boolean;
  /**
   * Starts it again, at the same address, where it has died, and says whether it had. Unavailable
   * where it cannot.
   */
  revive(): Promise<boolean>;
  /** Leaves the database; the last process to leave stops it. Close all connections first. */
  release(): Promise<void>;
  /** Stops the database whoever uses it; their connections are cut off. */
  stop(): Promise<void>;
}

const DATABASE = 'insider_ledger';
const LOGIN = 'insider_ledger_login';
const SECONDS_TO_START = 20;
/** After a crash it reads what it had written ahead before it answers: two gigabytes at most. */
const SECONDS_TO_RECOVER = 600;

/**
 * Starts the PostgreSQL kept under a data folder, or joins the one that another process started
 * there. It listens on the loopback address alone. Unavailable, with PostgreSQL's own log, where it
 * cannot.
 */
export async function openEmbedded(dataFolder: string): Promise<EmbeddedDatabase> {
  const data = resolve(dataFolder);
  const credentials = await readCredentials(data);
  const user = databaseUser();
  const cluster: Cluster = {
    binaries: findBinaries(user),
    user,
    folder: await clusterFolder(data, user),
    superuserPassword: credentials.superuser,
  };
  const lock = join(data, '.starting');
  // Under the lock: whoever leaves at this moment must find it in use.
  const opened = await withStartLock(lock, async () => {
    const joined = await startOrJoin(cluster);
    return { port: joined, presence: await stay(cluster, joined) };
  });
  const { port } = opened;
  let { presence } = opened;
  const url = (name: string, password: string, database: string) =>
    `postgres://${name}:${password}@127.0.0.1:${port}/${database}`;
  const maintenanceUrl = url('postgres', credentials.superuser, 'postgres');
  return {
    adminUrl: url('postgres', credentials.superuser, DATABASE),
    serverUrl: url(LOGIN, credentials.login, DATABASE),
    folder: cluster.folder,
    grantServerLogin: (role) =>
      asSuperuser(maintenanceUrl, (client) => grantLogin(client, role, credentials.login)),
    isLost: () => presence.isLost(),
    revive: () =>
      // That it was lost may be heard of only while the lock is taken.
      withStartLock(lock, async () => {
        if (!presence.isLost()) return false;
        const joined = await startOrJoin(cluster, port);
        if (joined !== port) throw new Anomaly('Unavailable', 'PostgreSQL has another port now.');
        presence = await stay(cluster, port);
        return true;
      }),
    release: () =>
      withStartLock(lock, async () => {
        await leave(cluster, maintenanceUrl, presence);
      }),
    stop: () =>
      withStartLock(lock, async () => {
        await presence.client.end();
        await stop(cluster);
      }),
  };
}

/** Gives the port; a server that is started gets the one wished for, where nobody else has it. */
async function startOrJoin(cluster: Cluster, wished?: number): Promise<number> {
  if (!existsSync(join(cluster.folder, 'PG_VERSION'))) await initialise(cluster);
  const began = Date.now();
  for (;;) {
    try {
      const port = (await runningPort(cluster)) ?? (await start(cluster, wished));
      await ensureDatabase(cluster, port);
      return port;
    } catch (error) {
      // After a crash the old server's last processes may hold the folder for some seconds.
      const seconds = (await isRecovering(cluster, error)) ? SECONDS_TO_RECOVER : SECONDS_TO_START;
      if (Date.now() > began + seconds * 1_000) throw error;
      await sleep(500);
    }
  }
}

/** Whether the server says so, or runs all the same though it has not started in the usual time. */
async function isRecovering(cluster: Cluster, error: unknown): Promise<boolean> {
  if (error instanceof Anomaly) return (await runningPort(cluster)) !== null;
  return error instanceof pg.DatabaseError && error.code === '57P03';
}

/**
 * A connection that shows that this process uses the database: its pool may be idle, and have none.
 */
interface Presence {
  readonly client: pg.Client;
  readonly pid: number;
  /** Whether the server has ended it, or died. */
  isLost(): boolean;
}

async function stay({ superuserPassword }: Cluster, port: number): Promise<Presence> {
  const client = new pg.Client({
    connectionString: `postgres://postgres:${superuserPassword}@127.0.0.1:${port}/postgres`,
    application_name: 'insider-ledger',
    keepAlive: true,
  });
  let lost = false;
  // Where the database is stopped under it, the next query says so.
  client.on('error', () => undefined);
  client.on('end', () => {
    lost = true;
  });
  await client.connect();
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  return { client, pid: rows[0]?.pid ?? 0, isLost: () => lost };
}

async function ensureDatabase({ superuserPassword }: Cluster, port: number): Promise<void> {
  const url = `postgres://postgres:${superuserPassword}@127.0.0.1:${port}/postgres`;
  await asSuperuser(url, async (client) => {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [
      DATABASE,
    ]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  });
}

async function grantLogin(client: pg.Client, role: string, password: string): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [LOGIN]);
  if (rowCount === 0) await client.query(`CREATE ROLE ${LOGIN} LOGIN`);
  await client.query(`ALTER ROLE ${LOGIN} PASSWORD ${client.escapeLiteral(password)}`);
  await client.query(`GRANT ${client.escapeIdentifier(role)} TO ${LOGIN}`);
}

async function leave(
  cluster: Cluster,
  maintenanceUrl: string,
  { client: presence, pid }: Presence,
): Promise<void> {
  const isRunning = (await runningPort(cluster)) !== null;
  const others = isRunning ? await countOthers(maintenanceUrl, pid) : 0;
  await presence.end();
  if (isRunning && others === 0) await stop(cluster);
}

async function countOthers(maintenanceUrl: string, pid: number): Promise<number> {
  return asSuperuser(maintenanceUrl, async (client) => {
    const { rows } = await client.query<{ count: string }>(
      `SELECT count(*) FROM pg_stat_activity
       WHERE backend_type = 'client backend' AND pid NOT IN (pg_backend_pid(), $1)`,
      [pid],
    );
    return Number(rows[0]?.count);
  });
}

async function asSuperuser<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'insider-ledger' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Under the data folder, unless root's database user cannot enter it: then under /var/lib. */
async function clusterFolder(data: string, user: OsUser | null): Promise<string> {
  if (user === null || isEnterable(data)) return join(data, 'postgres');
  const name = createHash('sha256').update(data).digest('hex').slice(0, 16);
  const folder = join(SHARED_FOLDER, name);
  await mkdir(folder, { recursive: true, mode: 0o711 });
  await chmod(SHARED_FOLDER, 0o755);
  await writeFile(
    join(data, 'README.txt'),
    `PostgreSQL does not run as root, and its user "${user.name}" cannot enter this folder.\nThe database is in ${folder}.\n`,
  );
  return join(folder, 'postgres');
}
