import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { migrate, SERVER_ROLE } from '../../../src/database/index.ts';
import { openEmbedded } from '../../../src/server/embedded/index.ts';
import { killWatches } from './kill-watches.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '100' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});

const stopping = new AbortController();
process.once('SIGINT', () => stopping.abort());

const started = performance.now();
const folder = await mkdtemp(join(tmpdir(), 'insider-ledger-kill-watches-'));
const embedded = await openEmbedded(join(folder, 'data'));
try {
  await migrate(embedded.adminUrl);
  await embedded.grantServerLogin(SERVER_ROLE);
  const seed = Number(values.seed);
  const kills = Number(values.kills);
  const { serverUrl } = embedded;
  const { signal } = stopping;
  const report = await killWatches({ kills, seed, serverUrl, signal }, (line) => console.log(line));
  const seconds = Math.round((performance.now() - started) / 1_000);
  console.log(
    `${report.senders} kills of a sender and ${report.receivers} of the receiver, seed ${seed}, in ` +
      `${seconds} s: of ${report.notices} notices ${report.lost} lost, ${report.outOfOrder} out of ` +
      `order, ${report.repeats} repeats under the ids they had, ${report.wrong} of them otherwise`,
  );
  process.exitCode = report.lost + report.outOfOrder + report.wrong === 0 ? 0 : 1;
} finally {
  await embedded.stop();
  await rm(folder, { recursive: true, force: true });
}
