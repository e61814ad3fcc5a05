import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { insiderLedger, startInsiderLedger } from '../../support/command-line.ts';
import { createTestLedger } from '../../support/test-ledger.ts';

async function dataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'insider-ledger-serve-'));
  await chmod(folder, 0o755);
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

const serve = (env: Record<string, string>) => insiderLedger(['serve'], { PORT: '0', ...env });

describe('insider-ledger serve, on a database of its own', () => {
  it('says what it does, ends with the addresses, revives what dies, and stops what it started', async () => {
    const folder = await dataFolder();
    const run = startInsiderLedger(['serve'], { PORT: '0', DATA_DIR: folder });
    onTestFinished(() => {
      run.kill('SIGKILL');
    });
    await expect.poll(() => run.soFar().stdout, { timeout: 120_000 }).toMatch(/\/graphql\n$/);
    expect(run.soFar().stderr.split('\n').slice(0, 2)).toEqual([
      `Making a new ledger in ${folder}, with a PostgreSQL of its own. This takes some seconds, once.`,
      'Loading the samples.',
    ]);
    const [head, example, ...places] = run.soFar().stdout.trim().split('\n');
    expect(head).toBe('insider-ledger serves 14 filings. Ctrl+C ends it.');
    expect(example).toBe('  try       npx insider-ledger holdings OSTQ');
    const url = places.at(-1)?.replace('  GraphQL   ', '') ?? '';
    const lock = join(folder, 'postgres', 'postmaster.pid');
    const postmaster = async () => Number((await readFile(lock, 'utf8')).split('\n')[0]);
    process.kill(await postmaster(), 'SIGKILL');
    const asked = async () => {
      const response = await fetch(`${url}?query={ledger{filings}}`);
      return (await response.json()) as object;
    };
    await expect
      .poll(() => run.soFar().stderr, { timeout: 60_000 })
      .toContain('The embedded PostgreSQL had died, and was started again.');
    await expect
      .poll(asked, { timeout: 20_000 })
      .toMatchObject({ data: { ledger: { filings: 14 } } });
    run.kill('SIGINT');
    expect((await run.ended).status).toBe(0);
    expect(existsSync(lock)).toBe(false);
  }, 240_000);

  it('refuses in a sentence a data folder whose passwords are lost or damaged', async () => {
    const folder = await dataFolder();
    await mkdir(join(folder, 'postgres'));
    const lost = await serve({ DATA_DIR: folder });
    expect(lost).toMatchObject({ status: 2, stdout: '' });
    expect(lost.stderr).toMatch(
      /^insider-ledger: The passwords of the database in \S+ are lost: \S+credentials\.json is not there\. Put it back from a copy\. Or let DATA_DIR [^\n]*\n$/m,
    );
    await writeFile(join(folder, 'credentials.json'), '{"superuser":');
    const damaged = await serve({ DATA_DIR: folder });
    expect(damaged.status).toBe(2);
    expect(damaged.stderr).toMatch(
      /credentials\.json is damaged: [^\n]* Put it back from a copy\./,
    );
    expect(damaged.stderr).not.toContain('    at ');
  }, 120_000);

  it('refuses in a sentence a data folder that is a file, or on a disk that is read-only or full', async (context) => {
    const folder = await dataFolder();
    await writeFile(join(folder, 'file'), '');
    const file = await serve({ DATA_DIR: join(folder, 'file') });
    expect(file.status).toBe(2);
    expect(file.stderr).toMatch(
      /^insider-ledger: The data folder \S+ is a file\. Let DATA_DIR name/m,
    );
    const disk = join(folder, 'disk');
    await mkdir(disk);
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk], { stdio: 'ignore' });
    } catch {
      return context.skip('no file system can be mounted here');
    }
    onTestFinished(() => {
      execFileSync('umount', ['--lazy', disk]);
    });
    execFileSync('bash', ['-c', `dd if=/dev/zero of=${disk}/filler bs=4k || true`], {
      stdio: 'ignore',
    });
    const full = await serve({ DATA_DIR: join(disk, 'data') });
    expect(full.status).toBe(2);
    expect(full.stderr).toMatch(/is on a disk that is full\. Make room on it\./);
    execFileSync('mount', ['-o', 'remount,ro', disk]);
    const readOnly = await serve({ DATA_DIR: join(disk, 'data') });
    expect(readOnly.status).toBe(2);
    expect(readOnly.stderr).toMatch(/is on a file system that is read-only\. Let DATA_DIR name/);
  }, 120_000);

  it('refuses in a sentence a port that is taken', async () => {
    const { adminUrl } = await createTestLedger();
    const taken = createServer();
    await new Promise<void>((listening) => taken.listen(0, '127.0.0.1', listening));
    onTestFinished(() => {
      taken.close();
    });
    const address = taken.address();
    const port = typeof address === 'object' ? String(address?.port) : '';
    const { status, stderr } = await serve({ DATABASE_URL: adminUrl, PORT: port });
    expect(status).toBe(2);
    expect(stderr).toContain(`insider-ledger: Port ${port} is taken. Set PORT to another`);
  }, 60_000);
});
