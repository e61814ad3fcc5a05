import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { newSigningKey } from '../src/receipts/index.ts';
import {
  buildProgram,
  type Checkout,
  emptyLedger,
  otherCheckout,
  THIS,
} from './ingest/checkout.ts';
import { growLedger } from './ingest/grow-ledger.ts';
import { makeFiles } from './ingest/make-files.ts';
import { makeQuarter } from './ingest/make-quarter.ts';
import { makeYears } from './ingest/make-years.ts';
import { measureIngest, measureStart, together } from './ingest/measure-ingest.ts';
import { measureLive, openLive } from './ingest/measure-live.ts';
import { replayRows } from './ingest/replay-rows.ts';
import { cpuAFiling, describe, describeLive, describeReplay } from './ingest/report.ts';
import { Cleanup } from './serve/processes.ts';

const SAMPLES = new URL('../samples', import.meta.url).pathname;

/** A quarter as the SEC publishes it, in full size. */
const QUARTER = { filings: 70_000, transactions: 110_000 };
const BATCH = 10_000;
const ROUNDS = 3;
/** Filings that are taken one by one, and those before that are not measured. */
const MOST_LIVE = 1_500;
const UNMEASURED = 200;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', multiple: true },
    against: { type: 'string' },
    filings: { type: 'string', default: '100000' },
    years: { type: 'string', default: '6' },
    events: { type: 'string', default: '5000000' },
  },
});
const from = positionals.length === 0 ? [SAMPLES] : positionals;
const checkouts = [THIS, ...(values.against === undefined ? [] : [otherCheckout(values.against)])];

/** Makes files and gives what measures one checkout's ingest of them. */
type Part = (folder: string) => Promise<(checkout: Checkout, cleanup: Cleanup) => Promise<void>>;

/** From files on disk to projected holdings, and a bare COPY of all rows that this has written. */
const files: Part = async (folder) => {
  const folders = await makeFiles(from, folder, Number(values.filings));
  return async (checkout, cleanup) => {
    const ledger = await emptyLedger(checkout, cleanup);
    const start = await measureStart(ledger, folders[0] ?? folder);
    const measured = await measureIngest(ledger, folders, start);
    describe(`${checkout.name}: submissions from files`, measured);
    describeReplay(measured, await replayRows(ledger));
  };
};

/** Years of the same people, a command a year. */
const deep: Part = async (folder) => {
  const [filings, count] = [Number(values.filings), Number(values.years)];
  const years = await makeYears(from, folder, { filings, years: count });
  return async (checkout, cleanup) => {
    const ledger = await emptyLedger(checkout, cleanup);
    const start = await measureStart(ledger, years[0] ?? folder);
    const measured = [];
    for (const [index, year] of years.entries()) {
      const one = await measureIngest(ledger, [year], start);
      describe(`${checkout.name}: year ${index + 1} of the same people`, one);
      measured.push(one);
    }
    describe(`${checkout.name}: all ${count} years`, together(measured));
    const [first, last] = [measured.at(0), measured.at(-1)].map((one) => one && cpuAFiling(one));
    const ratio = ((last ?? 0) / (first ?? 0)).toFixed(2);
    console.log(`  CPU a filing, year ${count} to year 1: ${ratio}`);
  };
};

const quarter: Part = async (folder) => {
  const made = await makeQuarter(from, folder, QUARTER);
  return async (checkout, cleanup) => {
    const measured = await measureIngest(await emptyLedger(checkout, cleanup), [made.path]);
    describe(`${checkout.name}: a data-set quarter, ${made.transactions} transactions`, measured);
  };
};

/** The same filings into an empty ledger, and others into one of millions of events. */
const growth: Part = async (folder) => {
  const first = await makeFiles(from, join(folder, 'first'), BATCH);
  const more: string[][] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    more.push(await makeFiles(from, join(folder, `more${round}`), BATCH, 100 + round * 50));
  }
  return async (checkout, cleanup) => {
    const ledger = await emptyLedger(checkout, cleanup);
    const start = await measureStart(ledger, first[0] ?? folder);
    const empty = await measureIngest(ledger, first, start);
    describe(`${checkout.name}: into an empty ledger`, empty);
    const events = await growLedger(ledger.adminUrl, Number(values.events));
    const costs: number[] = [];
    for (const folders of more) {
      const full = await measureIngest(ledger, folders, start);
      describe(`${checkout.name}: into a ledger of ${events} events`, full);
      costs.push(cpuAFiling(full));
    }
    const median = costs.sort((a, b) => a - b)[1] ?? Number.NaN;
    const ratio = (median / cpuAFiling(empty)).toFixed(2);
    console.log(`  CPU a filing, ${events} events to none: ${ratio}`);
  };
};

/** The same filings without a key and with one, in turns, each into an empty ledger. */
const receipts: Part = async (folder) => {
  const folders = await makeFiles(from, folder, Number(values.filings));
  const costs: [number[], number[]] = [[], []];
  return async (checkout, cleanup) => {
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [index, checkpointKey] of ['', newSigningKey()].entries()) {
        const ledger = { ...(await emptyLedger(checkout, cleanup)), checkpointKey };
        const start = await measureStart(ledger, folders[0] ?? folder);
        const measured = await measureIngest(ledger, folders, start);
        describe(`${checkout.name}: ${index === 0 ? 'unsigned' : 'signed'}`, measured);
        costs[index]?.push(cpuAFiling(measured));
        await cleanup.run();
      }
    }
    const [unsigned, signed] = costs.map((all) => all.sort((a, b) => a - b)[1] ?? Number.NaN);
    const ratio = ((signed ?? 0) / (unsigned ?? 0)).toFixed(3);
    console.log(`  CPU a filing, signed to unsigned, medians of ${ROUNDS}: ${ratio}`);
  };
};

/**
 * Filings one by one into ledgers that hold the same people's of a year before, in turns; then
 * those of a year later, into ledgers of many events.
 */
async function live(folder: string, cleanup: Cleanup): Promise<void> {
  const filings = Math.min(Number(values.filings), MOST_LIVE);
  const [before = '', now = '', later = ''] = await makeYears(from, folder, { filings, years: 3 });
  const kept = [];
  for (const checkout of checkouts) {
    const ledger = await emptyLedger(checkout, cleanup);
    await measureIngest(ledger, [before]);
    kept.push({ ledger, opened: await openLive(ledger, cleanup) });
  }
  const ledgers = kept.map(({ opened }) => opened);
  describeLive('one by one', await measureLive(ledgers, now, UNMEASURED));
  let events = 0;
  for (const { ledger } of kept) {
    events = await growLedger(ledger.adminUrl, Number(values.events));
  }
  describeLive(`into ${events} events`, await measureLive(ledgers, later, UNMEASURED));
}

const parts = { files, deep, quarter, growth, receipts };
const names = [...Object.keys(parts), 'live'];
const asked = values.only ?? names;
const unknown = asked.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`--only ${unknown.join(', ')}: it is one of ${names.join(', ')}.`);
  process.exit(2);
}
for (const checkout of checkouts) buildProgram(checkout);
for (const name of names) {
  if (!asked.includes(name)) continue;
  const folder = await mkdtemp(join(tmpdir(), 'insider-ledger-bench-files-'));
  try {
    await run(name, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function run(name: string, folder: string): Promise<void> {
  const cleaned = async (measure: (cleanup: Cleanup) => Promise<void>) => {
    const cleanup = new Cleanup();
    await measure(cleanup).finally(() => cleanup.run());
  };
  if (!(name in parts)) return cleaned((cleanup) => live(folder, cleanup));
  const measure = await parts[name as keyof typeof parts](folder);
  for (const checkout of checkouts) await cleaned((cleanup) => measure(checkout, cleanup));
}
