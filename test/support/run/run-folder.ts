import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const WATCHER = fileURLToPath(new URL('watcher.mjs', import.meta.url));
const PREFIX = 'insider-ledger-test-';
const OWNER = 'owner.pid';

/** The folder that has all files of one test run. */
export interface RunFolder {
  readonly path: string;
  /** Ends what runs in the folder, and removes it. */
  readonly remove: () => Promise<void>;
}

/**
 * Makes a test run's folder, and sends every temporary file of the run and its workers there. A
 * process of its own removes it, and what runs in it, when this process ends, be it by SIGKILL.
 * What earlier runs have left all the same (the watcher was killed too, or the machine went down)
 * is removed first.
 */
export async function makeRunFolder(): Promise<RunFolder> {
  const outside = process.env.TEST_RUN_FOLDER ?? '';
  // A run within a run, as a test of this makes one, stands beside it.
  const parent = outside === '' ? tmpdir() : join(outside, '..');
  await removeStale(parent);
  const path = await mkdtemp(join(parent, PREFIX));
  // PostgreSQL is not run as root: another user has to enter.
  await chmod(path, 0o755);
  await writeFile(join(path, OWNER), String(process.pid));
  const watcher = watch(path, 'pipe');
  watcher.unref();
  const { TMPDIR } = process.env;
  await mkdir(join(path, 'tmp'), { mode: 0o755 });
  Object.assign(process.env, { TMPDIR: join(path, 'tmp'), TEST_RUN_FOLDER: path });
  return {
    path,
    remove: async () => {
      if (TMPDIR === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = TMPDIR;
      delete process.env.TEST_RUN_FOLDER;
      watcher.ref();
      watcher.stdin?.end('done');
      if (watcher.exitCode === null) await once(watcher, 'exit');
    },
  };
}

function watch(folder: string, stdin: 'pipe' | 'ignore'): ChildProcess {
  const { TMPDIR: _, TEST_RUN_FOLDER: __, ...env } = process.env;
  return spawn(process.execPath, [WATCHER, folder, String(process.pid)], {
    // A terminal's Ctrl-C is not for it.
    detached: true,
    env,
    stdio: [stdin, 'ignore', 'inherit'],
  });
}

/** Removes the folders of runs that are over. */
async function removeStale(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    const folder = join(parent, name);
    if (!name.startsWith(PREFIX) || !existsSync(join(folder, OWNER))) continue;
    const owner = Number(await readFile(join(folder, OWNER), 'utf8').catch(() => ''));
    if (owner > 0 && !isAlive(owner)) await once(watch(folder, 'ignore'), 'exit');
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
