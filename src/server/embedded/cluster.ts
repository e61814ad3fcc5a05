import { spawn } from 'node:child_process';
import {
  appendFile,
  chown,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { createServer } from 'node:net';
import { totalmem } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { Anomaly } from '../../values/index.ts';
import type { Binaries } from './binaries.ts';
import type { OsUser } from './os-user.ts';

/** One PostgreSQL cluster on disk, and how to run its programs. */
export interface Cluster {
  readonly binaries: Binaries;
  readonly user: OsUser | null;
  /** The cluster's own folder, which the database's user owns. */
  readonly folder: string;
  readonly superuserPassword: string;
}

/**
 * A sixteenth of the machine's memory, in megabytes, within reason: the rest is the system's cache.
 */
const BUFFERS_MB = Math.max(128, Math.min(1_024, Math.floor(totalmem() / 16 / 2 ** 20)));

const SETTINGS = `
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
shared_buffers = ${BUFFERS_MB}MB
work_mem = 32MB
maintenance_work_mem = 128MB
max_wal_size = 4GB
checkpoint_timeout = 15min
wal_compression = off
jit = off
`;

/**
 * Makes the cluster's files: all of them or, where it fails or is killed, none that anybody takes
 * for them.
 */
export async function initialise(cluster: Cluster): Promise<void> {
  const { user, superuserPassword } = cluster;
  await removeHalfMade(cluster);
  const folder = `${cluster.folder}${HALF_MADE}${process.pid}`;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (user !== null) await chown(folder, user.uid, user.gid);
  const passwordFile = join(folder, '..', `.initial-password-${process.pid}`);
  await writeFile(passwordFile, `${superuserPassword}\n`, { mode: 0o600 });
  if (user !== null) await chown(passwordFile, user.uid, user.gid);
  try {
    await run({ ...cluster, folder }, cluster.binaries.initdb, [
      `--pgdata=${folder}`,
      '--username=postgres',
      '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`,
      '--encoding=UTF8',
      '--locale=C',
    ]);
    await appendFile(join(folder, 'postgresql.conf'), SETTINGS);
    await rename(folder, cluster.folder);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  } finally {
    await rm(passwordFile, { force: true });
  }
}

const HALF_MADE = '.half-made-';

/** What a process left that was killed while it made a cluster. */
async function removeHalfMade({ folder }: Cluster): Promise<void> {
  for (const name of await readdir(dirname(folder))) {
    const isHalfMade =
      name.startsWith(`${basename(folder)}${HALF_MADE}`) || name.startsWith('.initial-password-');
    if (isHalfMade) await rm(join(dirname(folder), name), { recursive: true, force: true });
  }
}

/**
 * Starts the server on the loopback address and gives the port: the one wished for, else the one
 * that a server had which died here, since whoever used it knows that; where these are taken, a
 * free one.
 */
export async function start(cluster: Cluster, wished?: number): Promise<number> {
  const last = wished ?? Number((await lockFile(cluster))[3] || 0);
  const port = await freePort(last).catch(() => freePort(0));
  const log = join(cluster.folder, 'server.log');
  const logged = await stat(log).then(
    ({ size }) => size,
    () => 0,
  );
  try {
    await run(cluster, cluster.binaries.pgCtl, [
      'start',
      '--wait',
      '--timeout=30',
      `--pgdata=${cluster.folder}`,
      `--log=${log}`,
      '--options',
      `-p ${port}`,
    ]);
  } catch (cause) {
    const said = await readFile(log).then((bytes) => bytes.subarray(logged).toString(), String);
    throw notStarted(cluster, { log, said, cause });
  }
  return port;
}

function notStarted(
  { folder }: Cluster,
  { log, said, cause }: { log: string; said: string; cause: unknown },
): Anomaly {
  if (said.includes('No space left on device')) {
    const full = Object.assign(new Error('No space left on device', { cause }), { code: 'ENOSPC' });
    const message = `The disk of ${folder} is full: PostgreSQL cannot start.`;
    return new Anomaly('Unavailable', message, { cause: full });
  }
  const message = `PostgreSQL did not start. Its log (${log}) ends:\n${said.slice(-1_500)}`;
  return new Anomaly('Unavailable', message, { cause });
}

/** Stops the server: clients are cut off, everything committed is on disk. */
export async function stop(cluster: Cluster): Promise<void> {
  await run(cluster, cluster.binaries.pgCtl, [
    'stop',
    '--wait',
    '--mode=fast',
    `--pgdata=${cluster.folder}`,
  ]);
}

/** The port of the server that runs on this cluster; null where none does. */
export async function runningPort(cluster: Cluster): Promise<number | null> {
  const [pid, , , port] = await lockFile(cluster);
  if (!pid || !port || !isAlive(Number(pid))) return null;
  return Number(port);
}

/**
 * What a server says of itself while it runs, and after it was killed: process, folder, time, port.
 */
async function lockFile({ folder }: Cluster): Promise<string[]> {
  const lock = await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => '');
  return lock.split('\n');
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** This port, where it is free; of 0, any that is. */
function freePort(wished: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(wished, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });
}

/** Runs a program as the database's user, from a folder which that user can enter. */
function run({ user, folder }: Cluster, program: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: folder,
      // The server outlives pg_ctl: it must not hold this process's pipes open.
      stdio: [
        'ignore',
        args[0] === 'start' ? 'ignore' : 'pipe',
        args[0] === 'start' ? 'ignore' : 'pipe',
      ],
      env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
      ...(user === null ? {} : { uid: user.uid, gid: user.gid }),
    });
    let output = '';
    child.stdout?.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr?.on('data', (chunk) => {
      output += chunk;
    });
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else
        reject(new Anomaly('Unavailable', `${program} failed (${code}): ${output.slice(-1_500)}`));
    });
  });
}
