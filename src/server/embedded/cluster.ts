import { spawn } from 'node:child_process';
import { appendFile, chown, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
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

const SETTINGS = `
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
shared_buffers = 256MB
work_mem = 32MB
maintenance_work_mem = 128MB
max_wal_size = 2GB
checkpoint_timeout = 15min
wal_compression = on
jit = off
`;

/** Makes the cluster's files. Nothing is left behind where it fails. */
export async function initialise(cluster: Cluster): Promise<void> {
  const { folder, user, superuserPassword } = cluster;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (user !== null) await chown(folder, user.uid, user.gid);
  const passwordFile = join(folder, '..', `.initial-password-${process.pid}`);
  await writeFile(passwordFile, `${superuserPassword}\n`, { mode: 0o600 });
  if (user !== null) await chown(passwordFile, user.uid, user.gid);
  try {
    await run(cluster, cluster.binaries.initdb, [
      `--pgdata=${folder}`,
      '--username=postgres',
      '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`,
      '--encoding=UTF8',
      '--locale=C',
    ]);
    await appendFile(join(folder, 'postgresql.conf'), SETTINGS);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  } finally {
    await rm(passwordFile, { force: true });
  }
}

/** Starts the server on a free port of the loopback address and gives the port. */
export async function start(cluster: Cluster): Promise<number> {
  const port = await freePort();
  const log = join(cluster.folder, 'server.log');
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
    const tail = await readFile(log, 'utf8').then((text) => text.slice(-1_500), String);
    throw new Anomaly('Unavailable', `PostgreSQL did not start. Its log (${log}) ends:\n${tail}`, {
      cause,
    });
  }
  return port;
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
  const lock = await readFile(join(cluster.folder, 'postmaster.pid'), 'utf8').catch(() => '');
  const [pid, , , port] = lock.split('\n');
  if (!pid || !port || !isAlive(Number(pid))) return null;
  return Number(port);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
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
