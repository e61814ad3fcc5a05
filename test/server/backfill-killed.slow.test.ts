import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { rebuildProjections, verifyLedger } from '../../src/ledger/index.ts';
import { childEnvironment } from '../support/child-environment.ts';
import { insiderLedger, PROGRAM } from '../support/command-line.ts';
import { dataSetPath, dataSetZip } from '../support/edgar/data-set-zip.ts';
import { inventedListing } from '../support/edgar/listed-filing.ts';
import { type EdgarServer, startEdgarServer } from '../support/edgar-server.ts';
import { createTestLedger, type TestLedger } from '../support/test-ledger.ts';

/** Four processes, one after the other; a busy machine is no fault of theirs. */
const A_BUSY_MACHINE = 600_000;

/**
 * So many filings of a day, numbered from 1 in the first half of the year and from 1,001 after it.
 */
const listings = (day: string, count: number) =>
  Array.from({ length: count }, (_, at) =>
    inventedListing(at + (day < '2024-04' ? 1 : 1_001), { day }),
  );

/** A ledger, an EDGAR, and a real process between them that can be killed. */
async function scene(server: EdgarServer, source: 'data-set' | 'archive') {
  const ledger = await createTestLedger();
  const temporary = await mkdtemp(join(tmpdir(), 'backfill-killed-'));
  onTestFinished(() => rm(temporary, { recursive: true }));
  const env = {
    DATABASE_URL: ledger.adminUrl,
    EDGAR_USER_AGENT: 'Invented Reader reader@example.org',
    EDGAR_BASE_URL: server.url,
    EDGAR_DATA_URL: server.url,
    TMPDIR: temporary,
  };
  const args = ['backfill', '--from', '2024q1', '--to', '2024q2', '--source', source, '--json'];
  return {
    ledger,
    temporary,
    finish: () => insiderLedger(args, env),
    /** Runs the command and kills it as soon as that is so. */
    killedWhen: async (isSo: () => boolean | Promise<boolean>): Promise<void> => {
      const child = spawn(process.execPath, [PROGRAM, ...args], {
        env: { ...childEnvironment(), ...env },
        stdio: 'ignore',
      });
      const ended = new Promise<unknown>((resolve) => {
        child.once('close', (_, signal) => resolve(signal));
      });
      let isOver = false;
      const over = () => {
        isOver = true;
      };
      ended.then(over, over);
      while (!isOver && !(await isSo())) await setTimeout(5);
      child.kill('SIGKILL');
      expect(await ended, 'it ended before it could be killed').toBe('SIGKILL');
    },
  };
}

async function held({ database }: TestLedger): Promise<number> {
  const { rows } = await database.pool.query<{ count: bigint }>('SELECT count(*) FROM filing');
  return Number(rows[0]?.count);
}

/**
 * What must be so after all: everything once, the chain whole, projections as a rebuild makes them.
 */
async function expectWhole(
  { ledger, temporary }: { readonly ledger: TestLedger; readonly temporary: string },
  numbers: readonly string[],
): Promise<void> {
  const { database } = ledger;
  const { rows } = await database.pool.query<{ number: string }>(
    'SELECT accession_number AS number FROM filing ORDER BY 1',
  );
  expect(rows.map(({ number }) => number)).toEqual([...numbers].sort());
  const received = await database.pool.query(
    `SELECT count(*)::int AS count FROM ledger_event WHERE type = 'FILING_RECEIVED'`,
  );
  expect(received.rows).toEqual([{ count: numbers.length }]);
  expect(await verifyLedger(database.pool)).toMatchObject({ faults: [] });
  const rebuilt = await rebuildProjections(database);
  expect(rebuilt.filter(({ same }) => !same)).toEqual([]);
  expect((await readdir(temporary)).filter((name) => name.startsWith('insider'))).toEqual([]);
}

describe('a backfill that is killed, and run again', () => {
  it(
    'from data sets has every filing once, and asks for no quarter that was finished',
    async () => {
      // The second takes more than one transaction.
      const [first, second] = [listings('2024-02-06', 300), listings('2024-05-06', 1_300)];
      const server = await startEdgarServer();
      server.put(dataSetPath('2024q1'), await dataSetZip(first));
      server.put(dataSetPath('2024q2'), await dataSetZip(second));
      const { ledger, temporary, killedWhen, finish } = await scene(server, 'data-set');
      await killedWhen(() => server.asked(/2024q1/).length > 0);
      expect(await held(ledger)).toBe(0);
      await killedWhen(async () => (await held(ledger)) > 0);
      expect(await held(ledger)).toBeLessThan(1_600);
      await killedWhen(async () => (await held(ledger)) > 300);
      const asked = server.asked(/2024q1/).length;
      const { status, stdout } = await finish();
      expect(status).toBe(0);
      expect(JSON.parse(stdout.trim().split('\n').at(-1) ?? '')).toMatchObject({
        finishedBefore: 1,
      });
      expect(server.asked(/2024q1/)).toHaveLength(asked);
      const numbers = [...first, ...second].map(({ accessionNumber }) => accessionNumber);
      await expectWhole({ ledger, temporary }, numbers);
    },
    A_BUSY_MACHINE,
  );

  it(
    'from the archive has every filing once, and asks for no submission that is held',
    async () => {
      const filings = [...listings('2024-02-06', 12), ...listings('2024-05-06', 12)];
      const server = await startEdgarServer({ filings });
      const { ledger, temporary, killedWhen, finish } = await scene(server, 'archive');
      await killedWhen(() => server.asked(/full-index/).length > 0);
      await killedWhen(() => server.asked(/edgar\/data/).length > 5);
      await killedWhen(() => server.asked(/QTR2/).length > 0);
      expect(await held(ledger)).toBe(12);
      const asked = server.requests.length;
      expect((await finish()).status).toBe(0);
      const later = server.requests.slice(asked).map(({ path }) => path);
      expect(later.filter((path) => /QTR1|-24-00\d+\.txt/.test(path))).toHaveLength(12);
      await expectWhole(
        { ledger, temporary },
        filings.map(({ accessionNumber }) => accessionNumber),
      );
    },
    A_BUSY_MACHINE,
  );
});
