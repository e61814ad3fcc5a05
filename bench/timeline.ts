import { chmod, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { type Database, migrate, openDatabase, SERVER_ROLE } from '../src/database/index.ts';
import { chainHash } from '../src/ledger/events/index.ts';
import { ingest, readEventsAt } from '../src/ledger/index.ts';
import { readConsistently } from '../src/reads/index.ts';
import { generateMarket } from '../src/server/demo/index.ts';
import { openEmbedded } from '../src/server/embedded/index.ts';
import { writeTimeline } from '../src/server/export/index.ts';
import { ingestDocuments } from '../src/server/ingest-documents.ts';
import { findDocuments, listFiles } from '../src/sources/index.ts';
import type { CalendarDate } from '../src/values/index.ts';
import { generateFilings } from '../test/support/generated-filings.ts';
import { fillEntries } from '../test/support/million-entries.ts';
import { sourceDocument } from '../test/support/source-document.ts';
import {
  differencesAt,
  differencesFor,
  openTimeline,
  randomTriples,
} from '../test/support/timeline/ask-duckdb.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', default: 'answers,size' },
    triples: { type: 'string', default: '10000' },
    markets: { type: 'string', default: '100' },
    people: { type: 'string', default: '60000' },
  },
});

function exportTo(database: Database, output: string, since: bigint | null = null) {
  return readConsistently(database, new AbortController().signal, (reading) =>
    writeTimeline(reading, { output, since, wrote: () => undefined }),
  );
}

/**
 * Histories with splits, amendments, late lines and provisional identities, exported in two steps:
 * DuckDB is asked for the holdings of people at random times, and at some of everybody's.
 */
async function answers(database: Database, folder: string): Promise<void> {
  const { files } = await generateFilings({ seed: 12, count: 600 });
  const documents = [...files].map(([name, bytes]) => sourceDocument(name, bytes));
  const until = '2024-12-31' as CalendarDate;
  await ingest(
    database,
    documents.filter(({ name }) => !name.endsWith('.zip')),
  );
  const { through } = await exportTo(database, folder);
  await ingest(database, [
    ...generateMarket({ issuers: 10, people: 60, years: 5, seed: 5, until }),
  ]);
  if (positionals.length > 0) {
    const found = findDocuments(await listFiles(positionals));
    await ingestDocuments(database, found, {
      rejected: () => undefined,
      progress: () => undefined,
    });
  }
  const written = await exportTo(database, folder, through);
  const duck = await openTimeline(folder);
  let different = 0;
  let held = 0;
  const triples = await randomTriples(database, Number(values.triples), 7);
  for (const triple of triples) {
    const found = await differencesFor(database, duck, triple);
    held += 1;
    if (found.length > 0) different += 1;
    for (const line of found.slice(0, different < 5 ? 3 : 0)) console.log(line);
  }
  console.log(`${held} random triples of a person and two times: ${different} answered otherwise`);
  const markets = await randomTriples(database, Number(values.markets), 11);
  let otherwise = 0;
  for (const { asOf, knownAt } of markets) {
    if ((await differencesAt(database, duck, { asOf, knownAt })).length > 0) otherwise += 1;
  }
  console.log(`${markets.length} whole markets at two times: ${otherwise} answered otherwise`);
  console.log(`the second export wrote ${JSON.stringify(written.rows)}`);
}

/** A ledger of a million entries, exported whole and then with nothing and a little new. */
async function size(database: Database, folder: string, adminUrl: string): Promise<void> {
  const people = Number(values.people);
  await fillEntries(adminUrl, { people, issuers: Math.ceil(people / 10) });
  await sealHead(database, adminUrl);
  const measured = async (what: string, since: bigint | null) => {
    const cpu = process.cpuUsage();
    const start = performance.now();
    let peak = 0;
    const look = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage().rss);
    }, 100);
    const { through, rows } = await exportTo(database, folder, since);
    clearInterval(look);
    const { user, system } = process.cpuUsage(cpu);
    console.log(
      `${what}: ${JSON.stringify(rows)} in ${((performance.now() - start) / 1_000).toFixed(1)} s, ` +
        `Node ${((user + system) / 1e6).toFixed(1)} s of CPU, ${(peak / 1e6).toFixed(0)} MB resident at most`,
    );
    return through;
  };
  const through = await measured('whole', null);
  console.log(`${((await bytesOf(join(folder, 'current'))) / 1e6).toFixed(0)} MB`);
  const until = '2024-12-31' as CalendarDate;
  await ingest(database, [...generateMarket({ issuers: 2, people: 10, years: 1, seed: 5, until })]);
  await measured('what is new', through);
}

/**
 * Gives the last event of a made ledger, whose hashes are invented, its own, and has the
 * projections hold all events, so that it can be added to.
 */
async function sealHead({ pool }: Database, adminUrl: string): Promise<void> {
  const { rows } = await pool.query<{ head: bigint }>(
    'SELECT max(position) AS head FROM ledger_event',
  );
  const head = rows[0]?.head ?? 0n;
  const [before, last] = await readEventsAt(pool, [head - 1n, head]);
  if (before === undefined || last === undefined) throw new Error('The ledger is empty.');
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query('SET session_replication_role = replica');
  await admin.query('UPDATE ledger_event SET previous_hash = $2, hash = $3 WHERE position = $1', [
    String(head),
    before.hash,
    chainHash(before.hash, last),
  ]);
  await admin.query('UPDATE projection_checkpoint SET position = $1', [String(head)]);
  await admin.end();
}

async function bytesOf(folder: string): Promise<number> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = await Promise.all(
    files
      .filter((file) => file.isFile())
      .map(async (file) => (await stat(join(file.parentPath, file.name))).size),
  );
  return sizes.reduce((sum, one) => sum + one, 0);
}

for (const part of values.only.split(',')) {
  const folder = await mkdtemp(join(tmpdir(), 'insider-ledger-bench-'));
  await chmod(folder, 0o755);
  const embedded = await openEmbedded(folder);
  try {
    await migrate(embedded.adminUrl);
    await embedded.grantServerLogin(SERVER_ROLE);
    const database = openDatabase({ connectionString: embedded.serverUrl });
    const output = join(folder, 'timeline');
    await (part === 'size' ? size(database, output, embedded.adminUrl) : answers(database, output));
    await database.close();
  } finally {
    await embedded.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
