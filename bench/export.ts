import { spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { migrate, SERVER_ROLE } from '../src/database/index.ts';
import { openEmbedded } from '../src/server/embedded/index.ts';
import { fillEntries } from '../test/support/million-entries.ts';
import type { Exported } from './export/one.ts';

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '60000' },
    runs: { type: 'string', default: '2' },
  },
});

const ONE = fileURLToPath(new URL('export/one.ts', import.meta.url));

/**
 * Exports a ledger of a million entries in each format, each in a process of its own, beside a bare
 * COPY of the same rows; the better of some runs. COPY comes first and warms the database for the
 * others.
 */
async function main(people: number, runs: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'insider-ledger-bench-'));
  await chmod(folder, 0o755);
  const embedded = await openEmbedded(folder);
  try {
    await migrate(embedded.adminUrl);
    await embedded.grantServerLogin(SERVER_ROLE);
    await fillEntries(embedded.adminUrl, { people, issuers: Math.ceil(people / 10) });
    console.log(`Node ${process.version}, ${people} people.\n`);
    console.log(line(['export', 'rows', 's', 'rows/s', 'of COPY', 'MB', 'peak MB']));
    for (const what of ['holdings', 'events']) {
      let copied = 0;
      for (const format of ['copy', 'csv', 'ndjson', 'parquet']) {
        const all: Exported[] = [];
        for (let run = 0; run < runs; run += 1) {
          all.push(await one([embedded.serverUrl, what, format]));
        }
        const best = all.reduce((a, b) => (b.seconds < a.seconds ? b : a));
        const rate = best.rows / best.seconds;
        if (format === 'copy') copied = rate;
        const megabytes = (bytes: number) => (bytes / 1e6).toFixed(0);
        console.log(
          line([
            `${what} ${format}`,
            String(best.rows),
            best.seconds.toFixed(1),
            String(Math.round(rate)),
            `${((100 * rate) / copied).toFixed(0)} %`,
            megabytes(best.bytes),
            megabytes(Math.max(...all.map(({ peak }) => peak))),
          ]),
        );
      }
    }
  } finally {
    await embedded.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

function one(args: readonly string[]): Promise<Exported> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', ONE, ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let stdout = '';
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
    });
    child.once('error', reject);
    child.once('close', (status) => {
      if (status === 0) resolve(JSON.parse(stdout) as Exported);
      else reject(new Error(`${args.slice(1).join(' ')} ended with ${status}`));
    });
  });
}

function line(cells: readonly string[]): string {
  return cells.map((cell, index) => (index === 0 ? cell.padEnd(18) : cell.padStart(10))).join('');
}

await main(Number(values.people), Number(values.runs));
