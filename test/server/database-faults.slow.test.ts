import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { rebuildProjections, verifyLedger } from '../../src/ledger/index.ts';
import { readConfig } from '../../src/server/config.ts';
import { type Connection, connect } from '../../src/server/connect.ts';
import { type IngestSummary, ingestDocuments } from '../../src/server/ingest-documents.ts';
import type { RevivableDatabase } from '../../src/server/patience.ts';
import type { SourceDocument } from '../../src/values/index.ts';
import { insiderLedger } from '../support/command-line.ts';
import { generateFilings } from '../support/generated-filings.ts';
import { sourceDocument } from '../support/source-document.ts';
import { onStatements } from '../support/statements.ts';
import { createTestLedger } from '../support/test-ledger.ts';

// Of each, several hundred filings and a PostgreSQL of its own: a busy machine is no fault of the
// code.
vi.setConfig({ testTimeout: 600_000 });

const { files } = await generateFilings({ seed: 20, count: 600 });
const DOCUMENTS = [...files]
  .filter(([path]) => !/\.zip$|letter/.test(path))
  .map(([path, bytes]) => sourceDocument(path, bytes));

const QUIET = { say: () => undefined, progress: () => undefined, done: () => undefined };

/** How many documents were asked for in the test that runs. */
let drawn = 0;

async function* inTurn(documents: readonly SourceDocument[]) {
  drawn = 0;
  for (const document of documents) {
    drawn += 1;
    yield document;
  }
}

/** Ingests all documents; gives the summary and the lines printed while waiting. */
async function ingestAll(database: RevivableDatabase) {
  const waits: string[] = [];
  const summary: IngestSummary = await ingestDocuments(database, inTurn(DOCUMENTS), {
    rejected: ({ file, problems }) => {
      throw new Error(`${file}: ${problems[0]?.message}`);
    },
    progress: () => undefined,
    waits: (line) => waits.push(line),
  });
  return { summary, waits };
}

/** A folder for an embedded database of the test's own, in a temporary folder or a given one. */
async function dataFolder(parent = tmpdir()): Promise<string> {
  const folder = await mkdtemp(join(parent, 'insider-ledger-faults-'));
  await chmod(folder, 0o755);
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Opens the embedded database of a folder, as commands do. */
async function open(folder: string): Promise<Connection> {
  vi.stubEnv('DATA_DIR', folder);
  vi.stubEnv('DATABASE_URL', '');
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
  return connect(readConfig(), QUIET);
}

/** Calls back once, in a transaction that writes events, when half of the documents are read. */
function inTransaction(database: RevivableDatabase, callback: () => void): void {
  let isDone = false;
  onStatements(database, (statement) => {
    const text = typeof statement === 'string' ? statement : statement.text;
    if (!/^(?:INSERT INTO|COPY) ledger_event/i.test(text)) return;
    if (isDone || drawn < DOCUMENTS.length / 2) return;
    isDone = true;
    callback();
  });
}

/** Every filing once, nothing wrong in the chain, projections as a rebuild makes them. */
async function expectWhole(database: RevivableDatabase, expected = filingsOf(DOCUMENTS)) {
  const { rows } = await database.pool.query<{ remarks: string; count: bigint }>(
    'SELECT remarks, count(*) AS count FROM filing GROUP BY remarks',
  );
  expect(rows.filter(({ count }) => count !== 1n)).toEqual([]);
  expect(rows).toHaveLength(expected);
  expect((await verifyLedger(database.pool)).faults).toEqual([]);
  const rebuilt = await rebuildProjections(database);
  expect(rebuilt.filter(({ same }) => !same)).toEqual([]);
}

/** A folder of documents is one filing's. */
function filingsOf(documents: readonly SourceDocument[]): number {
  return new Set(documents.map(({ name }) => dirname(name))).size;
}

describe('an ingest whose database is lost', () => {
  it('goes on by itself where the connection is ended in the middle of a transaction', async () => {
    const { database, adminUrl } = await createTestLedger();
    const admin = new pg.Client({ connectionString: adminUrl });
    await admin.connect();
    onTestFinished(() => admin.end());
    inTransaction(database, () => {
      void admin.query(
        'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
      );
    });
    const { summary, waits } = await ingestAll(database);
    expect(waits).toHaveLength(1);
    expect(waits[0]).toMatch(/^The database is gone \(.*\); trying again in 0\.5 s \(1 of 10\)\.$/);
    expect(summary.filings).toBe(filingsOf(DOCUMENTS));
    await expectWhole(database);
  });

  it.each([
    ['a process of PostgreSQL', 'backend'],
    ['PostgreSQL itself, which is started again', 'postmaster'],
  ])('goes on by itself where %s is killed in the middle of a transaction', async (_, which) => {
    const folder = await dataFolder();
    const connection = await open(folder);
    const { database } = connection;
    const [lock] = (await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n');
    inTransaction(database, () => {
      const backends = execFileSync('ps', ['-o', 'pid=,args=', '--ppid', String(lock)], {
        encoding: 'utf8',
      });
      const backend = /^\s*(\d+) .*insider_ledger_login .*idle in transaction/m.exec(backends)?.[1];
      process.kill(Number(which === 'backend' ? backend : lock), 'SIGKILL');
    });
    const { summary, waits } = await ingestAll(database);
    expect(waits.length).toBeGreaterThan(0);
    expect(summary.filings).toBe(filingsOf(DOCUMENTS));
    await expectWhole(database);
    await connection.close();
  });
});

describe('an ingest whose database cannot be written to', () => {
  it('stops with one clear message and status 2 where it is read-only, and goes on when it is not', async () => {
    const { adminUrl } = await createTestLedger();
    const folder = await dataFolder();
    for (const { name, bytes } of DOCUMENTS.slice(0, 40)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), bytes);
    }
    const set = async (value: string) => {
      const admin = new pg.Client({ connectionString: adminUrl });
      await admin.connect();
      const name = admin.escapeIdentifier(new URL(adminUrl).pathname.slice(1));
      await admin.query(`BEGIN; SET TRANSACTION READ WRITE;
        ALTER DATABASE ${name} SET default_transaction_read_only = ${value}; COMMIT`);
      await admin.end();
    };
    const run = () => insiderLedger(['ingest', folder], { DATABASE_URL: adminUrl });
    await set('on');
    const refused = await run();
    expect(refused).toMatchObject({ status: 2, stdout: '' });
    expect(refused.stderr).toMatch(/^insider-ledger: The database is read-only: [^\n]*\n[^\n]*\n$/);
    expect(refused.stderr).toContain('Nothing is half stored: 0 filings of this run are in');
    expect(refused.stderr).toContain('Run the same command again once it can be written to');
    await set('off');
    expect(await run()).toMatchObject({ status: 0 });
  });

  it('stops with one clear message where the disk is full, and goes on when there is room', async (context) => {
    const disk = await smallDisk();
    if (disk === null) return context.skip('no file system can be mounted here');
    const folder = await dataFolder(disk);
    const first = await open(folder);
    const filler = join(disk, 'filler');
    inTransaction(first.database, () => {
      // Until nothing more goes in; PostgreSQL holds some room of its own in files it has made
      // already.
      expect(() =>
        execFileSync('dd', ['if=/dev/zero', `of=${filler}`, 'bs=64k'], { stdio: 'ignore' }),
      ).toThrow();
    });
    const failure = await ingestAll(first.database).catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'Anomaly', category: 'Unavailable' });
    expect(String(failure)).toMatch(/The disk .*is full|The disk is full/);
    expect(String(failure)).toContain('Nothing is half stored');
    await first.close().catch(() => undefined);
    await rm(filler);
    const second = await open(folder);
    const { summary } = await ingestAll(second.database);
    expect(summary.filings).toBeGreaterThan(0);
    await expectWhole(second.database);
    await second.close();
  });
});

/**
 * A file system of its own, so small that it can be filled; null where this user may mount none.
 */
async function smallDisk(): Promise<string | null> {
  const folder = await mkdtemp(join(tmpdir(), 'insider-ledger-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=260m,mode=755', 'tmpfs', folder], {
      stdio: 'ignore',
    });
  } catch {
    await rm(folder, { recursive: true, force: true });
    return null;
  }
  onTestFinished(async () => {
    execFileSync('umount', ['--lazy', folder]);
    await rm(folder, { recursive: true, force: true });
  });
  return folder;
}
