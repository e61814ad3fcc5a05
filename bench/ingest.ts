import { parseArgs } from 'node:util';
import { bareCopy } from './ingest/bare-copy.ts';
import { type FreshLedger, freshLedger } from './ingest/fresh-ledger.ts';
import { growLedger } from './ingest/grow-ledger.ts';
import { makeFiles } from './ingest/make-files.ts';
import { makeQuarter } from './ingest/make-quarter.ts';
import { type MeasuredIngest, measureIngest } from './ingest/measure-ingest.ts';
import { Cleanup } from './serve/processes.ts';

const SAMPLES = new URL('../samples', import.meta.url).pathname;

/** A quarter as the SEC publishes it, in full size. */
const QUARTER = { filings: 70_000, transactions: 110_000 };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', multiple: true },
    filings: { type: 'string', default: '100000' },
    events: { type: 'string', default: '5000000' },
  },
});
const from = positionals.length === 0 ? [SAMPLES] : positionals;
const asked = values.only ?? ['files', 'quarter', 'growth'];

/** From files on disk to projected holdings, and beside it a bare COPY of the same ledger rows. */
async function files(ledger: FreshLedger): Promise<void> {
  const folders = await makeFiles(from, `${ledger.folder}/files`, Number(values.filings));
  const measured = await measureIngest(ledger.serverUrl, folders);
  print(`${values.filings} submissions from files`, measured);
  const { filings } = measured.summary;
  const events = await bareCopy(ledger.adminUrl, 'ledger_event', ledger.folder);
  const sources = await bareCopy(ledger.adminUrl, 'source_document', ledger.folder);
  const both = events.seconds + sources.seconds;
  for (const [what, seconds] of [
    ['events', events.seconds],
    ['events and source bytes', both],
  ] as const) {
    const bare = filings / seconds;
    console.log(
      `  bare COPY of the same ${what}: ${Math.round(bare)} filings/s; ratio ${(measured.rate / bare).toFixed(2)}`,
    );
  }
}

async function quarter(ledger: FreshLedger): Promise<void> {
  const made = await makeQuarter(from, ledger.folder, QUARTER);
  const measured = await measureIngest(ledger.serverUrl, [made.path]);
  print(`data-set quarter, ${made.filings} filings, ${made.transactions} transactions`, measured);
}

/** The same filings into an empty ledger and into one of millions of events, in turns. */
async function growth(ledger: FreshLedger): Promise<void> {
  const batch = 10_000;
  const copies = await makeFiles(from, `${ledger.folder}/first`, batch);
  const empty = await measureIngest(ledger.serverUrl, copies);
  print('into an empty ledger', empty);
  const events = await growLedger(ledger.adminUrl, Number(values.events));
  const rates: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const folder = `${ledger.folder}/more${round}`;
    const more = await makeFiles(from, folder, batch, 100 + round * 50);
    const full = await measureIngest(ledger.serverUrl, more);
    print(`into a ledger of ${events} events`, full);
    rates.push(full.rate);
  }
  const median = rates.sort((a, b) => a - b)[1] ?? Number.NaN;
  console.log(`  a filing costs ${(empty.rate / median).toFixed(2)} times what it does at first`);
}

function print(what: string, measured: MeasuredIngest): void {
  const { summary, seconds, rate, rateAtStart, rateAtEnd, megabytes } = measured;
  console.log(
    `${what}: ${summary.filings} filings, ${summary.events} events, ${seconds.toFixed(1)} s`,
  );
  console.log(
    `  ${Math.round(rate)} filings/s, at the start ${Math.round(rateAtStart)}, at the end ` +
      `${Math.round(rateAtEnd)} (${(rateAtEnd / rateAtStart).toFixed(2)}); ` +
      `${Math.round(megabytes)} MB resident; ${summary.rejected} rejected`,
  );
}

for (const [name, run] of Object.entries({ files, quarter, growth })) {
  if (!asked.includes(name)) continue;
  const cleanup = new Cleanup();
  try {
    await run(await freshLedger(cleanup));
  } finally {
    await cleanup.run();
  }
}
