import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished, vi } from 'vitest';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const VITEST = join(ROOT, 'node_modules/vitest/vitest.mjs');

/**
 * Starts tests whose temporary files go to a folder of their own, and waits for their PostgreSQL.
 */
async function startRun(folder: string) {
  const before = runFolders(folder);
  const run = spawn(process.execPath, [VITEST, 'run', '--project', 'smoke', 'row-types'], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, TMPDIR: folder },
    stdio: 'ignore',
  });
  onTestFinished(() => {
    run.kill('SIGKILL');
  });
  for (;;) {
    for (const name of runFolders(folder).filter((one) => !before.includes(one))) {
      const lock = join(folder, name, 'postgresql/postgres/postmaster.pid');
      const pid = existsSync(lock) ? Number(readFileSync(lock, 'utf8').split('\n')[0]) : 0;
      if (pid > 0 && isAlive(pid)) return { run, postgres: pid, path: join(folder, name) };
    }
    expect(run.exitCode, 'the run has ended').toBeNull();
    await sleep(20);
  }
}

const runFolders = (folder: string) =>
  readdirSync(folder).filter((name) => name.startsWith('insider-ledger-test-'));

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ended-run-'));
  // PostgreSQL is not run as root: another user has to enter.
  await chmod(folder, 0o755);
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

const PATIENCE = { timeout: 120_000, interval: 200 };

it.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)(
  'a test run that is ended by %s leaves no PostgreSQL and no folder',
  async (signal) => {
    const folder = await temporaryFolder();
    const { run, postgres } = await startRun(folder);
    run.kill(signal);
    await vi.waitFor(() => expect(runFolders(folder)).toEqual([]), PATIENCE);
    expect(isAlive(postgres)).toBe(false);
  },
);

it('what a run leaves whose watcher was killed too, the next run removes', async () => {
  const folder = await temporaryFolder();
  const first = await startRun(folder);
  const [watcher = ''] = execFileSync('pgrep', ['-f', `watcher.mjs ${first.path}`], {
    encoding: 'utf8',
  }).split('\n');
  process.kill(Number(watcher), 'SIGKILL');
  first.run.kill('SIGKILL');
  expect(isAlive(first.postgres)).toBe(true);
  const second = await startRun(folder);
  expect(isAlive(first.postgres)).toBe(false);
  expect(existsSync(first.path)).toBe(false);
  second.run.kill('SIGTERM');
  await vi.waitFor(() => expect(runFolders(folder)).toEqual([]), PATIENCE);
});
