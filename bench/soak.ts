import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openDatabase } from '../src/database/index.ts';
import { freshLedger } from './ingest/fresh-ledger.ts';
import { quantile } from './quantile.ts';
import { runBench } from './run-bench.ts';
import { type Cleanup, startServer } from './serve/processes.ts';
import { appendFiling, mixedLoad, type Timed } from './soak/mixed-load.ts';

const HELP = `Whether a server under a mixed load stays as it was: its memory, its handles, its p99.

  npm run test:soak -- [options]

  --minutes N    of the load (60); the first third warms up. The goals: memory grows by less than
                 5 % from then on, handles are what they were, the p99 of the last sixth is at most
                 1.2 times that of the sixth after the warm-up`;

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '60' },
    help: { type: 'boolean', default: false },
  },
});

const OURS = fileURLToPath(new URL('../bin/insider-ledger.mjs', import.meta.url));
const FIRST_FILINGS = 600;
const SAMPLE_MS = 2_000;
/** Connections to the database that nobody uses are closed after ten seconds. */
const REST_MS = 15_000;
const MOST_GROWTH = 0.05;
const MOST_TIMES_SLOWER = 1.2;

interface Sample {
  readonly at: number;
  readonly memoryMb: number;
  /** What of it JavaScript's values take, garbage included. */
  readonly heapMb: number;
}

async function main(cleanup: Cleanup): Promise<void> {
  const { serverUrl, adminUrl } = await freshLedger(cleanup);
  const database = openDatabase({ connectionString: serverUrl, poolSize: 2 });
  cleanup.add(() => database.close());
  for (let number = 0; number < FIRST_FILINGS; number += 1) await appendFiling(database, number);
  const env = { PORT: '0', SAMPLES: 'off', DATABASE_URL: serverUrl, DATABASE_ADMIN_URL: adminUrl };
  const server = await startServer(
    { args: [OURS, 'serve'], env: { ...env, LOG: 'error' } },
    cleanup,
  );
  const lasts = Number(values.minutes) * 60_000;
  // What opens once and stays.
  await mixedLoad(server.url, database, { until: performance.now() + 5_000, from: FIRST_FILINGS });
  await sleep(REST_MS);
  const handlesBefore = await metric(server.url, HANDLES);
  const began = performance.now();
  const samples: Sample[] = [];
  const sampling = setInterval(async () => {
    const heapMb = (await metric(server.url, 'nodejs_heap_size_used_bytes')) / 1_048_576;
    samples.push({ at: performance.now() - began, memoryMb: residentMb(server.pid), heapMb });
  }, SAMPLE_MS);
  const load = await mixedLoad(server.url, database, {
    until: began + lasts,
    from: FIRST_FILINGS + 1_000,
  });
  clearInterval(sampling);
  await sleep(REST_MS);
  const handlesAfter = await metric(server.url, HANDLES);
  const part = (index: number) => (of: { readonly at: number }) =>
    of.at >= (lasts * index) / 6 && of.at < (lasts * (index + 1)) / 6;
  const memory = (index: number) =>
    quantile(
      samples.filter(part(index)).map(({ memoryMb }) => memoryMb),
      0.5,
    );
  const growth = memory(5) / memory(2) - 1;
  const p99 = (index: number) => p99Of(load.times.filter(part(index)));
  const slower = p99(5) / p99(2);
  const { times, failed, appended, subscriptions } = load;
  console.log(
    `${values.minutes} minutes: ${times.length} requests, ${failed} failed, ${appended} filings, ` +
      `${subscriptions} subscriptions.`,
  );
  for (let index = 0; index < 6; index += 1) {
    const heap = Math.min(...samples.filter(part(index)).map(({ heapMb }) => heapMb));
    console.log(
      `part ${index + 1}: ${memory(index).toFixed(0)} MB, of it live at least ${heap.toFixed(0)}, p99 ${p99(index).toFixed(1)} ms`,
    );
  }
  console.log(`memory after warm-up grew by ${(100 * growth).toFixed(1)} %; the goal is 5.`);
  console.log(`p99 ${slower.toFixed(2)} times that after warm-up; the goal is 1.2.`);
  console.log(`handles ${handlesBefore} before, ${handlesAfter} after; the goal is no more.`);
  const isWell =
    growth < MOST_GROWTH &&
    slower <= MOST_TIMES_SLOWER &&
    handlesAfter <= handlesBefore &&
    load.failed === 0;
  if (!isWell) process.exitCode = 1;
}

/** Open files and sockets. */
const HANDLES = 'process_open_fds';

/** One of a server's own figures. */
async function metric(url: string, name: string): Promise<number> {
  const text = await (await fetch(new URL('/metrics', url))).text();
  return Number(new RegExp(`^${name} (\\d+)`, 'm').exec(text)?.[1]);
}

function residentMb(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1_024;
}

function p99Of(times: readonly Timed[]): number {
  return quantile(
    times.map(({ ms }) => ms),
    0.99,
  );
}

if (values.help) console.log(HELP);
else await runBench(main);
