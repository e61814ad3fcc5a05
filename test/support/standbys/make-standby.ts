import { execFileSync } from 'node:child_process';
import { appendFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { findBinaries } from '../../../src/server/embedded/binaries.ts';
import { type Cluster, start, stop } from '../../../src/server/embedded/cluster.ts';
import { databaseUser } from '../../../src/server/embedded/os-user.ts';

/** A PostgreSQL that streams from another one. */
export interface Standby {
  /** The same logins as the primary's, at its own port. */
  readonly url: (primaryUrl: string) => string;
  /** Stops all of its processes where they stand, as a machine that hangs. */
  freeze(): Promise<void>;
  /** Has them go on. */
  thaw(): Promise<void>;
  /** Kills all of its processes. */
  kill(): Promise<void>;
  /** Starts it again, at the same port. */
  restart(): Promise<void>;
  /** Makes it a primary of its own. */
  promote(): Promise<void>;
  stop(): Promise<void>;
}

/** Makes a streaming standby of a running cluster, from a copy of its files. */
export async function makeStandby(
  primary: { readonly folder: string; readonly adminUrl: string },
  folder: string,
): Promise<Standby> {
  const { port, username, password } = new URL(primary.adminUrl);
  const client = new pg.Client({ connectionString: primary.adminUrl });
  await client.connect();
  await client.query("SELECT pg_backup_start('standby', true)");
  execFileSync('cp', ['-a', primary.folder, folder]);
  const { rows } = await client.query<{ labelfile: string }>(
    'SELECT labelfile FROM pg_backup_stop(false)',
  );
  await client.end();
  await Promise.all(
    ['postmaster.pid', 'postmaster.opts'].map((name) => rm(join(folder, name), { force: true })),
  );
  await writeFile(join(folder, 'backup_label'), rows[0]?.labelfile ?? '');
  await writeFile(join(folder, 'standby.signal'), '');
  const reach = `host=127.0.0.1 port=${port} user=${username} password=${password}`;
  await appendFile(join(folder, 'postgresql.auto.conf'), `primary_conninfo = '${reach}'\n`);
  const user = databaseUser();
  if (user !== null) execFileSync('chown', ['-R', `${user.uid}:${user.gid}`, folder]);
  const cluster: Cluster = {
    binaries: findBinaries(user),
    user,
    folder,
    superuserPassword: password,
  };
  const own = await start(cluster);
  return standbyOf(cluster, own);
}

function standbyOf(cluster: Cluster, port: number): Standby {
  const signal = (name: NodeJS.Signals) => signalServer(cluster.folder, name);
  return {
    url: (primaryUrl) => {
      const url = new URL(primaryUrl);
      url.port = String(port);
      return url.href;
    },
    freeze: () => signal('SIGSTOP'),
    thaw: () => signal('SIGCONT'),
    kill: () => signal('SIGKILL'),
    restart: () => startAgain(cluster, port),
    promote: async () => {
      const client = new pg.Client({
        connectionString: `postgres://postgres:${cluster.superuserPassword}@127.0.0.1:${port}/postgres`,
      });
      await client.connect();
      await client.query('SELECT pg_promote()');
      await client.end();
    },
    stop: () => stop(cluster).catch(() => undefined),
  };
}

const TRIES = 40;

/** After a kill the old server's processes may hold the folder for some seconds. */
async function startAgain(cluster: Cluster, port: number): Promise<void> {
  for (let tried = 1; ; tried += 1) {
    try {
      await start(cluster, port);
      return;
    } catch (error) {
      if (tried === TRIES) throw error;
      await sleep(250);
    }
  }
}

/** Signals all processes of a PostgreSQL by its folder. */
export async function signalServer(folder: string, name: NodeJS.Signals): Promise<void> {
  for (const pid of await processesOf(folder)) {
    try {
      process.kill(pid, name);
    } catch (error) {
      // A child may have ended meanwhile.
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
}

/** The server's own process, first, and its children. */
async function processesOf(folder: string): Promise<number[]> {
  const [first = ''] = (await readFile(join(folder, 'postmaster.pid'), 'utf8')).split('\n');
  const server = Number(first);
  const children: number[] = [];
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const status = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
    if (Number(status.split(') ')[1]?.split(' ')[1]) === server) children.push(Number(name));
  }
  return [server, ...children];
}
