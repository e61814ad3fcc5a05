import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { countFilingsBeside } from '../../reads/index.ts';
import { listFiles } from '../../sources/index.ts';
import { Anomaly, parseCalendarDate } from '../../values/index.ts';
import { generateMarket, type MarketSize, marketFiler } from '../demo/index.ts';
import { type IngestListener, type IngestSummary, ingestDocuments } from '../ingest-documents.ts';
import type { RevivableDatabase } from '../patience.ts';
import { describeRejected } from './describe-rejected.ts';
import type { ExitStatus } from './exit-status.ts';
import { describeSummary, interrupted } from './ingest.ts';
import type { OutputOptions } from './options.ts';
import { SAMPLES } from './sample-files.ts';
import type { Terminal } from './terminal.ts';
import { withDatabase } from './with-database.ts';

/** Options of `demo`, as they stand on the command line. */
export interface DemoOptions extends OutputOptions {
  readonly issuers: string;
  readonly people: string;
  readonly years: string;
  readonly until: string;
  readonly seed: string;
}

/**
 * `insider-ledger demo`: appends the filings of a generated market by the ordinary ingest. Again
 * with the same options it goes on where it was. Conflict where the ledger holds other filings than
 * the samples and this market: what is appended is never taken out again.
 */
export async function demoCommand(
  terminal: Terminal,
  { json = false, ...options }: DemoOptions,
): Promise<ExitStatus> {
  const size = sizeOf(options);
  const started = performance.now();
  const work = async (database: RevivableDatabase, stop: AbortSignal) => {
    await refuseBeside(database, size);
    const summary = await ingestMarket(terminal, database, size, stop);
    if (stop.aborted) throw interrupted(stop.reason, summary);
    return summary;
  };
  const summary = await withDatabase(terminal, work, { graceMs: 10_000, appends: true });
  const seconds = Math.round(performance.now() - started) / 1_000;
  terminal.print(
    json ? JSON.stringify({ ...size, ...summary, seconds }) : describeSummary(summary, seconds),
  );
  return summary.rejected === 0 ? 0 : 1;
}

async function ingestMarket(
  terminal: Terminal,
  database: RevivableDatabase,
  size: MarketSize,
  stop: AbortSignal,
): Promise<IngestSummary> {
  const listener: IngestListener = {
    rejected: ({ file, problems }) => terminal.warn(describeRejected(file, problems)),
    progress: (_, { filings }) =>
      terminal.progress(`${filings} filings of an invented market appended`),
    waits: (line) => terminal.warn(line),
  };
  try {
    return await ingestDocuments(database, documentsOf(size), listener, stop);
  } finally {
    terminal.done();
  }
}

async function* documentsOf(size: MarketSize) {
  yield* generateMarket(size);
}

async function refuseBeside({ pool }: RevivableDatabase, size: MarketSize): Promise<void> {
  const files = await listFiles([SAMPLES]);
  const sources = await Promise.all(
    files.map(async (path) =>
      createHash('sha256')
        .update(await readFile(path))
        .digest(),
    ),
  );
  const others = await countFilingsBeside(pool, { numbers: marketFiler(size), sources });
  if (others === 0) return;
  throw new Anomaly(
    'Conflict',
    `This ledger holds ${others} filings that are not of this market. An invented market would stay ` +
      'among them for ever: name another ledger by DATA_DIR or DATABASE_URL.',
  );
}

/** Incorrect where an option is none. */
function sizeOf({ issuers, people, years, until, seed }: DemoOptions): MarketSize {
  const day = parseCalendarDate(until);
  if (day === null || day < '1980-01-01' || day > '2037-12-31') {
    throw new Anomaly('Incorrect', '--until has to be a day from 1980-01-01 to 2037-12-31.');
  }
  return {
    issuers: whole('--issuers', issuers, { least: 1, most: 8_000 }),
    people: whole('--people', people, { least: 2, most: 10_000 }),
    years: whole('--years', years, { least: 1, most: 40 }),
    seed: whole('--seed', seed, { least: 0, most: 2 ** 32 - 1 }),
    until: day,
  };
}

function whole(
  option: string,
  text: string,
  { least, most }: { readonly least: number; readonly most: number },
): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= least && number <= most) return number;
  throw new Anomaly('Incorrect', `${option} has to be a whole number from ${least} to ${most}.`);
}
