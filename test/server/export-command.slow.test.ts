import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { childEnvironment } from '../support/child-environment.ts';
import { insiderLedger, PROGRAM } from '../support/command-line.ts';
import { exported } from '../support/exported.ts';
import { sampleDocuments } from '../support/samples.ts';
import { createTestLedger, type TestLedger } from '../support/test-ledger.ts';

let ledger: TestLedger;

beforeAll(async () => {
  ledger = await createTestLedger(afterAll);
  await ledger.append(sampleDocuments());
});

const run = (...args: string[]) =>
  insiderLedger(['export', ...args], { DATABASE_URL: ledger.adminUrl });

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'insider-ledger-export-test-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

function start(...args: string[]): { child: ChildProcess; ended: Promise<number | null> } {
  const child = spawn(process.execPath, [PROGRAM, 'export', ...args], {
    env: { ...childEnvironment(), DATABASE_URL: ledger.adminUrl },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return { child, ended: new Promise((resolve) => child.once('close', resolve)) };
}

describe('insider-ledger export', () => {
  it('writes rows to standard output and the summary to standard error', async () => {
    const asked = ['--as-of', '2023-12-31', '--known-at', '2023-12-31T00:00:00Z'];
    const { status, stdout, stderr } = await run('holdings', ...asked);
    const { bytes } = await exported(ledger.database, {
      what: 'holdings',
      format: 'csv',
      asOf: '2023-12-31',
      knownAt: '2023-12-31T00:00:00.000Z',
    });
    expect(status).toBe(0);
    expect(stdout).toBe(bytes.toString());
    expect(stderr).toMatch(/^\d+ rows \(\d+ bytes\) exported in [\d.]+ s\n$/);
  });

  it('writes a file and the summary as a line of JSON', async () => {
    const path = join(await emptyFolder(), 'events.ndjson');
    const { status, stdout } = await run(
      'events',
      '--format',
      'ndjson',
      '--output',
      path,
      '--json',
    );
    const file = await readFile(path, 'utf8');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      exported: 'events',
      format: 'ndjson',
      rows: file.split('\n').length - 1,
      bytes: Buffer.byteLength(file),
      notes: [],
    });
  });

  it('§3 a day of --known-at stands for all of it in New York', async () => {
    const ends = ['2023-03-09', '2023-03-09T23:59:59.999-05:00'];
    const [day, instant] = await Promise.all(ends.map((end) => run('events', '--known-at', end)));
    const before = await run('events', '--known-at', '2023-03-09T21:00:00-05:00');
    expect(day?.stdout).toBe(instant?.stdout);
    expect(day?.stdout.length).toBeGreaterThan(before.stdout.length);
  });

  it('takes people and issuers by CIK and by the ids that it writes', async () => {
    const all = await run('holdings', '--format', 'ndjson');
    const rows = all.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const one = rows.find(({ person_cik }) => person_cik !== null);
    const byCik = await run('holdings', '--person', String(Number(one.person_cik)));
    const byId = await run('holdings', '--person', one.person_id);
    const withoutNow = (text: string) => text.replace(/,[^,]*\r\n/g, '\r\n');
    expect(withoutNow(byId.stdout)).toBe(withoutNow(byCik.stdout));
    expect(byCik.stdout.trim().split('\r\n').length).toBeGreaterThan(1);
  });

  it.each([
    [['people'], 'cannot be exported'],
    [['events', '--output', '/'], 'is a folder'],
  ])('refuses %j and says why', async (args, message) => {
    const { status, stdout, stderr } = await run(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(message);
  });

  it('ends quietly, and not as whole, when nobody reads it any more', async () => {
    const { child, ended } = start('ledger');
    let stderr = '';
    child.stderr?.on('data', (chunk) => {
      stderr += chunk;
    });
    child.stdout?.destroy();
    expect(await ended).toBe(1);
    expect(stderr).toBe('');
  });

  it.runIf(process.platform === 'linux')('says that the disk is full', async () => {
    const { status, stderr } = await run('ledger', '--output', '/dev/full');
    expect(status).toBe(2);
    expect(stderr).toMatch(/^insider-ledger: There is no room left for \/dev\/full/);
  });

  it.each([
    ['SIGINT', 130, 0],
    ['SIGTERM', 143, 0],
    ['SIGKILL', null, 1],
  ] as const)('%s leaves no file under the name', async (signal, status, left) => {
    const folder = await emptyFolder();
    const locker = new pg.Client({ connectionString: ledger.adminUrl });
    await locker.connect();
    try {
      // The export waits for the lock, and so in the middle of its work.
      await locker.query('BEGIN; LOCK TABLE reported_line IN ACCESS EXCLUSIVE MODE');
      const { child, ended } = start('events', '--output', join(folder, 'events.csv'));
      await vi.waitFor(async () => expect(await readdir(folder)).toHaveLength(1), {
        timeout: 30_000,
      });
      child.kill(signal);
      expect(await ended).toBe(status);
      const files = await readdir(folder);
      expect(files).toHaveLength(left);
      expect(files).not.toContain('events.csv');
    } finally {
      await locker.end();
    }
  });

  it('says that the database went away', async () => {
    const folder = await emptyFolder();
    const other = new pg.Client({ connectionString: ledger.adminUrl });
    await other.connect();
    try {
      await other.query('BEGIN; LOCK TABLE reported_line IN ACCESS EXCLUSIVE MODE');
      const { child, ended } = start('events', '--output', join(folder, 'events.csv'));
      let stderr = '';
      child.stderr?.on('data', (chunk) => {
        stderr += chunk;
      });
      await vi.waitFor(async () => expect(await readdir(folder)).toHaveLength(1), {
        timeout: 30_000,
      });
      await vi.waitFor(
        async () => {
          const ended = await other.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
            WHERE datname = current_database() AND query ~ '^(DECLARE|FETCH)'`);
          expect(ended.rowCount).toBe(1);
        },
        { timeout: 30_000 },
      );
      expect(await ended).toBe(2);
      expect(stderr).toContain('The export stopped before its end. The database is gone');
      expect(await readdir(folder)).toEqual([]);
    } finally {
      await other.end();
    }
  });
});
