import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Database, openDatabase } from '../../src/database/index.ts';
import type { ingest } from '../../src/ledger/index.ts';
import { listFiles } from '../../src/sources/index.ts';
import type { SourceDocument } from '../../src/values/index.ts';
import type { Cleanup } from '../serve/processes.ts';
import type { CheckoutLedger } from './checkout.ts';
import { cpuOfThreads } from './cpu-time.ts';

/** A checkout's own way of taking one filing, on a ledger of its own. */
export interface LiveLedger {
  readonly name: string;
  readonly take: (document: SourceDocument) => Promise<unknown>;
  readonly statements: () => number;
  /** CPU of the one backend that takes filings, milliseconds. */
  readonly cpu: () => Promise<number>;
}

/** What filings took, one by one. */
export interface MeasuredLive {
  readonly filings: number;
  readonly statements: number;
  /** Milliseconds of CPU. */
  readonly postgres: number;
  readonly node: number;
}

/** Opens a ledger by the checkout's own code, on one connection. */
export async function openLive(ledger: CheckoutLedger, cleanup: Cleanup): Promise<LiveLedger> {
  const { checkout, adminUrl } = ledger;
  const from = (path: string) => import(`${checkout.root}src/${path}/index.ts`);
  const opened = (await from('database')) as { openDatabase: typeof openDatabase };
  const writes = (await from('ledger')) as { ingest: typeof ingest };
  let statements = 0;
  const database: Database = opened.openDatabase({
    connectionString: adminUrl,
    poolSize: 1,
    onStatement: () => {
      statements += 1;
    },
  });
  cleanup.add(() => database.close());
  return {
    name: checkout.name,
    take: (document) => writes.ingest(database, [document]),
    statements: () => statements,
    cpu: async () => {
      const { rows } = await database.pool.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      const threads = cpuOfThreads(rows[0]?.pid ?? 0);
      return [...threads.values()].reduce((sum, ms) => sum + ms, 0);
    },
  };
}

/** Filings that one ledger takes before the other has its turn. */
const TURN = 20;

/**
 * Has every ledger take the submissions of a folder one by one, in turns, each after so many that
 * are not measured: they find no statement prepared and no code compiled.
 */
export async function measureLive(
  ledgers: readonly LiveLedger[],
  folder: string,
  unmeasured: number,
): Promise<Map<LiveLedger, MeasuredLive>> {
  const documents = (await listFiles([folder])).map(documentOf);
  const measured = new Map<LiveLedger, MeasuredLive>();
  for (let start = 0; start < documents.length; start += TURN) {
    const turn = documents.slice(start, start + TURN);
    for (const ledger of ledgers) {
      const took = await taken(ledger, turn);
      if (start < unmeasured) continue;
      const known = measured.get(ledger) ?? { filings: 0, statements: 0, postgres: 0, node: 0 };
      measured.set(ledger, {
        filings: known.filings + turn.length,
        statements: known.statements + took.statements,
        postgres: known.postgres + took.postgres,
        node: known.node + took.node,
      });
    }
  }
  return measured;
}

async function taken(ledger: LiveLedger, documents: readonly SourceDocument[]) {
  const postgres = await ledger.cpu();
  const statements = ledger.statements();
  const start = process.cpuUsage();
  for (const document of documents) await ledger.take(document);
  const { user, system } = process.cpuUsage(start);
  return {
    statements: ledger.statements() - statements,
    node: (user + system) / 1_000,
    postgres: (await ledger.cpu()) - postgres,
  };
}

function documentOf(path: string): SourceDocument {
  const name = basename(path);
  const number = /\d{10}-\d{2}-\d{6}/.exec(name)?.[0] ?? null;
  const accessionNumber = number as SourceDocument['accessionNumber'];
  return { name, bytes: readFileSync(path), accessionNumber, filedOn: null };
}
