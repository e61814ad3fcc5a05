import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { insiderLedger, PROGRAM, startInsiderLedger } from '../../support/command-line.ts';
import { generateFilings } from '../../support/generated-filings.ts';
import { createTestLedger } from '../../support/test-ledger.ts';

async function manyFilings(count: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'insider-ledger-cli-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const { files } = await generateFilings({ seed: 15, count });
  for (const [path, bytes] of files) {
    if (/\.zip$|letter/.test(path)) continue;
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
  return folder;
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  onTestFinished(() => client.end());
  return client;
}

/** What colours a terminal's text: ESC [ 3x m. */
const COLOUR = new RegExp(`${String.fromCharCode(27)}\\[\\d*3\\dm`);

/** Transactions in which events are being written. */
const WRITERS = `SELECT count(*) FROM pg_locks
  WHERE relation = 'ledger_event'::regclass AND mode = 'RowExclusiveLock'
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;

describe('Ctrl+C', () => {
  it('in an ingest says what is in and what to do, and the next run goes on from there', async () => {
    const { adminUrl, database } = await createTestLedger();
    const folder = await manyFilings(300);
    const env = { DATABASE_URL: adminUrl };
    const run = startInsiderLedger(['ingest', folder], env);
    const count = async () =>
      (await database.pool.query<{ count: bigint }>('SELECT count(*) FROM filing')).rows[0]?.count;
    const writers = async () =>
      (await database.pool.query<{ count: bigint }>(WRITERS)).rows[0]?.count ?? 0n;
    await expect.poll(writers, { timeout: 280_000, interval: 10 }).toBeGreaterThan(0n);
    run.kill('SIGINT');
    const { status, stdout, stderr } = await run.ended;
    expect({ status, stdout }).toEqual({ status: 130, stdout: '' });
    const [, filings] =
      /^insider-ledger: Stopped\. Nothing is half stored: (\d+) filings of this run are in, .*Run the same command again: it goes on from there\.\n$/m.exec(
        stderr,
      ) ?? [];
    expect(await count()).toBe(BigInt(filings ?? -1));
    const { answer } = JSON.parse(
      `{"answer":${(await insiderLedger(['ingest', folder, '--json'], env)).stdout.trim().split('\n').at(-1)}}`,
    );
    expect(answer.alreadyHeld).toBeGreaterThanOrEqual(Number(filings));
    expect(await count()).toBe(BigInt(Number(filings) + answer.filings));
  }, 400_000);

  it('in a command that waits for the database ends its statement, with 130', async () => {
    const { adminUrl } = await createTestLedger();
    // Two connections: within the transaction of a lock, who is active is read once and kept.
    const [locking, watching] = await Promise.all([connect(adminUrl), connect(adminUrl)]);
    await locking.query('BEGIN; LOCK TABLE reported_line');
    const run = startInsiderLedger(['audit'], { DATABASE_URL: adminUrl });
    const waiting = async () =>
      (
        await watching.query<{ count: string }>(
          "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
        )
      ).rows[0]?.count;
    await expect.poll(waiting, { timeout: 60_000 }).toBe('1');
    run.kill('SIGINT');
    expect(await run.ended).toMatchObject({ status: 130, stdout: '' });
    await expect.poll(waiting).toBe('0');
  }, 300_000);
});

describe('a terminal', () => {
  const hasScript = spawnSync('script', ['--version']).status === 0;

  it.skipIf(!hasScript)(
    'that reports 0 columns does not hang an ingest',
    async () => {
      const { adminUrl } = await createTestLedger();
      const folder = await manyFilings(50);
      const shown = execFileSync(
        'script',
        ['-qec', `${process.execPath} ${PROGRAM} ingest ${folder}`, '/dev/null'],
        {
          env: {
            PATH: process.env.PATH,
            DATABASE_URL: adminUrl,
            NO_COLOR: '1',
            TERM: 'xterm-256color',
          },
          stdio: ['ignore', 'pipe', 'inherit'],
          encoding: 'utf8',
          timeout: 100_000,
          maxBuffer: 5_000_000,
        },
      );
      expect(shown).toContain('0 filings appended');
      expect(shown).toMatch(/\d+ filings \(\d+ events\) appended/);
      // NO_COLOR: no colour among what steers the terminal.
      expect(shown).not.toMatch(COLOUR);
    },
    300_000,
  );
});

describe('a reader that goes away', () => {
  it('ends a command that prints more, without a word', async () => {
    const { adminUrl } = await createTestLedger();
    const folder = await manyFilings(200);
    const bash = spawn('bash', ['-c', `${process.execPath} ${PROGRAM} parse ${folder} | head -2`], {
      env: { PATH: process.env.PATH, DATABASE_URL: adminUrl },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stderr = '';
    bash.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    bash.stdout.resume();
    await new Promise((ended) => bash.once('close', ended));
    // Its filings have no line, of which it warns.
    const said = stderr.split('\n').filter((line) => !line.includes('warning NO_LINES'));
    expect(said).toEqual(['']);
  }, 200_000);
});

describe('--quiet', () => {
  it('prints results and rejections alone', async () => {
    const { adminUrl } = await createTestLedger();
    const folder = await manyFilings(3);
    await writeFile(join(folder, 'letter.txt'), 'Dear reader');
    const { stdout, stderr } = await insiderLedger(['ingest', folder, '--quiet'], {
      DATABASE_URL: adminUrl,
    });
    expect(stdout).toMatch(/^\d+ filings .* 1 rejected, .*\n$/);
    expect(stderr).toMatch(/^rejected \S+letter\.txt\n {2}UNKNOWN_RENDITION at 1:1: [^\n]*\n$/);
    const status = await insiderLedger(['--quiet', 'status', '--gaps'], { DATABASE_URL: adminUrl });
    expect(status).toEqual({ status: 0, stdout: '', stderr: '' });
  }, 200_000);
});
