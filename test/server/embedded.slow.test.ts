import { execFileSync, spawn } from 'node:child_process';
import { appendFile, chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { expect, onTestFinished, test, vi } from 'vitest';
import { findBinaries } from '../../src/server/embedded/binaries.ts';
import { openEmbedded } from '../../src/server/embedded/index.ts';
import { databaseUser } from '../../src/server/embedded/os-user.ts';

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

test('the embedded PostgreSQL is stopped by the last process to leave it, also of idle ones', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'insider-ledger-embedded-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await chmod(folder, 0o755);
  const idle = await openEmbedded(folder);
  const command = await openEmbedded(folder);
  await command.release();
  expect(await answers(idle.adminUrl)).toBe(true);
  await idle.release();
  expect(await answers(idle.adminUrl)).toBe(false);
});

test('however many processes begin in a new folder at once, they share one PostgreSQL', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'insider-ledger-embedded-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await chmod(folder, 0o755);
  const users = await Promise.all(Array.from({ length: 8 }, () => openEmbedded(folder)));
  expect(new Set(users.map(({ adminUrl }) => adminUrl)).size).toBe(1);
  for (const user of users) await user.release();
  expect(await answers(users[0]?.adminUrl ?? '')).toBe(false);
});

test('the embedded PostgreSQL, killed, is started again at its address by one of those who use it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'insider-ledger-embedded-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await chmod(folder, 0o755);
  const users = await Promise.all([openEmbedded(folder), openEmbedded(folder)]);
  const [first, second] = users;
  await first.revive();
  const lock = await readFile(join(first.folder, 'postmaster.pid'), 'utf8');
  process.kill(Number(lock.split('\n')[0]), 'SIGKILL');
  await expect.poll(() => answers(first.adminUrl)).toBe(false);
  await Promise.all(users.map((user) => user.revive()));
  expect(await answers(first.adminUrl)).toBe(true);
  await first.release();
  expect(await answers(second.adminUrl)).toBe(true);
  await second.release();
  expect(await answers(second.adminUrl)).toBe(false);
});

test('a new command finds the embedded PostgreSQL that was killed at its address again', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'insider-ledger-embedded-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await chmod(folder, 0o755);
  const before = await openEmbedded(folder);
  const lock = await readFile(join(before.folder, 'postmaster.pid'), 'utf8');
  process.kill(Number(lock.split('\n')[0]), 'SIGKILL');
  await expect.poll(() => answers(before.adminUrl)).toBe(false);
  const after = await openEmbedded(folder);
  expect(after.adminUrl).toBe(before.adminUrl);
  await before.revive();
  await after.release();
  expect(await answers(before.adminUrl)).toBe(true);
  await before.release();
});

test('what is left of a first start that was killed half way is removed by the next', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'insider-ledger-embedded-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await chmod(folder, 0o755);
  const program = `
    import { openEmbedded } from ${JSON.stringify(new URL('../../src/server/embedded/index.ts', import.meta.url).href)};
    await openEmbedded(${JSON.stringify(folder)});`;
  const first = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    stdio: 'ignore',
  });
  // Killed as soon as any of the cluster's files are there.
  await expect
    .poll(async () => (await readdir(folder)).some((name) => name.startsWith('postgres')), {
      timeout: 40_000,
      interval: 10,
    })
    .toBe(true);
  first.kill('SIGKILL');
  const database = await openEmbedded(folder);
  expect(await answers(database.adminUrl)).toBe(true);
  await database.stop();
  expect((await readdir(folder)).filter((name) => name.startsWith('postgres'))).toEqual([
    'postgres',
  ]);
  // Whoever was killed held the lock, which is left alone for twenty seconds.
}, 120_000);

test('the embedded PostgreSQL is waited for while it recovers, however long its start takes', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'insider-ledger-embedded-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await chmod(folder, 0o755);
  const before = await openEmbedded(folder);
  await before.stop();
  // A standby that answers nobody says what a server says that recovers.
  await writeFile(join(before.folder, 'standby.signal'), '');
  await chmod(join(before.folder, 'standby.signal'), 0o666);
  await appendFile(join(before.folder, 'postgresql.conf'), 'hot_standby = off\n');
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  const opening = openEmbedded(folder);
  await expect
    .poll(() => readFile(join(before.folder, 'server.log'), 'utf8'), { timeout: 20_000 })
    .toMatch(/the database system is (?:starting up|not accepting connections)/);
  vi.setSystemTime(Date.now() + 60_000);
  await sleep(2_000);
  const user = databaseUser();
  execFileSync(findBinaries(user).pgCtl, ['promote', `--pgdata=${before.folder}`], {
    cwd: before.folder,
    stdio: 'ignore',
    ...(user === null ? {} : { uid: user.uid, gid: user.gid }),
  });
  const after = await opening;
  expect(await answers(after.adminUrl)).toBe(true);
  await after.stop();
});
