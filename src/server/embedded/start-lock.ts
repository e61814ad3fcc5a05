import { mkdir, rmdir, stat, utimes } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

/** A holder that has not been seen for this long has died. */
const STALE_AFTER_MS = 20_000;

/** Runs work while no other process does so for the same path; a folder there is the lock. */
export async function withStartLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  while (!(await take(path))) await sleep(100);
  const alive = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => undefined);
  }, STALE_AFTER_MS / 4);
  try {
    return await work();
  } finally {
    clearInterval(alive);
    await rmdir(path).catch(() => undefined);
  }
}

async function take(path: string): Promise<boolean> {
  try {
    await mkdir(path);
    return true;
  } catch {
    const seen = await stat(path).then(
      ({ mtimeMs }) => mtimeMs,
      () => Date.now(),
    );
    if (Date.now() - seen > STALE_AFTER_MS) await rmdir(path).catch(() => undefined);
    return false;
  }
}
