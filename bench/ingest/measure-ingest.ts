import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { IngestSummary } from '../../src/server/ingest-documents.ts';
import { listFiles } from '../../src/sources/index.ts';
import { asAdmin } from '../serve/ledger.ts';
import { type CheckoutLedger, startCommand } from './checkout.ts';
import { cpuOfEndedChildren, cpuOfPostgres, cpuOfThreads, highestResident } from './cpu-time.ts';

/** What an ingest took: seconds by the clock, and milliseconds of CPU. */
export interface MeasuredIngest {
  readonly summary: IngestSummary;
  readonly seconds: number;
  /** Node, all threads; PostgreSQL with all that runs beside its backends. */
  readonly cpu: { readonly node: number; readonly postgres: number };
  /** What Node's main thread had of it; the others parse and collect garbage. */
  readonly mainThread: number;
  /** Bytes of write-ahead log. */
  readonly wal: number;
  /** Node's resident memory at its highest, bytes. */
  readonly resident: number;
}

const LOOK_MS = 250;

/** CPU that a command takes before and after what it is for, milliseconds. */
export type Start = Pick<MeasuredIngest, 'cpu' | 'mainThread'>;

const NO_START: Start = { cpu: { node: 0, postgres: 0 }, mainThread: 0 };
/** More than are prepared before the threads start. */
const FILES_TO_START = 128;

/** What a command takes to start and end: it finds a few filings that are held already. */
export async function measureStart(ledger: CheckoutLedger, folder: string): Promise<Start> {
  const few = (await listFiles([folder])).slice(0, FILES_TO_START);
  await measureIngest(ledger, few);
  return measureIngest(ledger, few);
}

/**
 * Ingests paths by the command line and measures it, from start to end of the command; less the
 * CPU of the command's start, where it is given.
 */
export async function measureIngest(
  ledger: CheckoutLedger,
  paths: readonly string[],
  begun: Start = NO_START,
): Promise<MeasuredIngest> {
  const before = await totals(ledger);
  const start = performance.now();
  const child = startCommand(ledger, ['ingest', '--json', ...paths]);
  const pid = child.pid ?? 0;
  let resident = 0;
  let mainThread = 0;
  const look = setInterval(() => {
    resident = Math.max(resident, highestResident(pid));
    mainThread = cpuOfThreads(pid).get(String(pid)) ?? mainThread;
  }, LOOK_MS);
  const closed = once(child, 'close');
  let last = '';
  if (child.stdout !== null) {
    for await (const line of createInterface({ input: child.stdout })) last = line;
  }
  await closed;
  clearInterval(look);
  const seconds = (performance.now() - start) / 1_000;
  const after = await totals(ledger);
  const summary = summaryOf(last);
  return {
    summary,
    seconds,
    cpu: {
      node: after.node - before.node - begun.cpu.node,
      postgres: after.postgres - before.postgres - begun.cpu.postgres,
    },
    mainThread: mainThread - begun.mainThread,
    wal: after.wal - before.wal,
    resident,
  };
}

function summaryOf(line: string): IngestSummary {
  const read: unknown = line === '' ? null : JSON.parse(line);
  if (typeof read !== 'object' || read === null || !('filings' in read)) {
    throw new Error(`The ingest ended early: ${line}`);
  }
  return read as IngestSummary;
}

async function totals({ adminUrl, clusterFolder }: CheckoutLedger) {
  const wal = await asAdmin(adminUrl, async (client) => {
    const { rows } = await client.query<{ bytes: string }>(
      "SELECT pg_current_wal_lsn() - '0/0' AS bytes",
    );
    return Number(rows[0]?.bytes);
  });
  return { node: cpuOfEndedChildren(), postgres: cpuOfPostgres(clusterFolder), wal };
}

/** Several ingests, one after the other, as one. */
export function together(measured: readonly MeasuredIngest[]): MeasuredIngest {
  const total = (of: (one: MeasuredIngest) => number) =>
    measured.reduce((sum, one) => sum + of(one), 0);
  return {
    summary: {
      filings: total(({ summary }) => summary.filings),
      events: total(({ summary }) => summary.events),
      alreadyHeld: total(({ summary }) => summary.alreadyHeld),
      rejected: total(({ summary }) => summary.rejected),
      warned: total(({ summary }) => summary.warned),
    },
    seconds: total(({ seconds }) => seconds),
    cpu: { node: total(({ cpu }) => cpu.node), postgres: total(({ cpu }) => cpu.postgres) },
    mainThread: total(({ mainThread }) => mainThread),
    wal: total(({ wal }) => wal),
    resident: Math.max(...measured.map(({ resident }) => resident)),
  };
}
