// Removes what a test run leaves: its processes, its PostgreSQL, its folder. It waits for the end
// of its standard input, which comes when the run closes it, and also when a signal ends the run.
import { execFile } from 'node:child_process';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

const [folder, runPid] = process.argv.slice(2);
if (folder === undefined) throw new Error('Usage: watcher.mjs <folder> [pid of the run]');

// A terminal sends these to all it has started: the run is to end by them, and this after it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined);

let isDone = false;
process.stdin.on('data', () => {
  isDone = true;
});
process.stdin.once('end', async () => {
  // A run that came to its end has ended its processes, or is about to.
  if (!isDone) await killProcesses();
  await stopPostgres();
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  process.exit(0);
});

/**
 * All that have the folder in their environment or command line, but PostgreSQL, which gets to end
 * well.
 */
async function killProcesses() {
  const { stdout } = await promisify(execFile)('ps', ['eww', '-A', '-o', 'pid=,command='], {
    maxBuffer: 2 ** 28,
  }).catch(() => ({ stdout: '' }));
  for (const line of stdout.split('\n').filter((one) => one.includes(folder))) {
    const [, pid = '', command = ''] = /^\s*(\d+)\s+(\S*)/.exec(line) ?? [];
    const isSpared = [String(process.pid), runPid].includes(pid) || /postgres:?$/.test(command);
    if (!isSpared) signal(Number(pid), 'SIGKILL');
  }
}

async function stopPostgres() {
  for (const file of await lockFiles(folder)) {
    const [first = ''] = (await readFile(file, 'utf8').catch(() => '')).split('\n');
    const pid = Number(first);
    if (!(pid > 1) || !signal(pid, 'SIGQUIT')) continue;
    const deadline = Date.now() + 10_000;
    while (signal(pid, 0) && Date.now() < deadline) await sleep(20);
    signal(pid, 'SIGKILL');
  }
}

/** What each PostgreSQL of the run says of itself while it runs. */
async function lockFiles(parent) {
  const entries = await readdir(parent, { withFileTypes: true }).catch(() => []);
  const found = await Promise.all(
    entries.map((entry) => {
      const path = join(parent, entry.name);
      if (entry.name === 'postmaster.pid') return [path];
      return entry.isDirectory() && entry.name !== 'base' ? lockFiles(path) : [];
    }),
  );
  return found.flat();
}

/** Whether the process was there to get it. */
function signal(pid, name) {
  try {
    process.kill(pid, name);
    return true;
  } catch {
    return false;
  }
}
