import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { migrate, SERVER_ROLE } from '../../../src/database/index.ts';
import { openEmbedded } from '../../../src/server/embedded/index.ts';
import { HAS_NATS } from '../../support/nats/nats-server.ts';
import { killRelays } from './kill-relays.ts';

const { values } = parseArgs({
  options: {
    relays: { type: 'string', default: '50' },
    servers: { type: 'string', default: '10' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
if (!HAS_NATS) process.exit(2);

const stopping = new AbortController();
process.once('SIGINT', () => stopping.abort());

const started = performance.now();
const folder = await mkdtemp(join(tmpdir(), 'insider-ledger-kill-relays-'));
const embedded = await openEmbedded(join(folder, 'data'));
try {
  await migrate(embedded.adminUrl);
  await embedded.grantServerLogin(SERVER_ROLE);
  const seed = Number(values.seed);
  const [relays, servers] = [Number(values.relays), Number(values.servers)];
  const { serverUrl } = embedded;
  const plan = { relays, servers, seed, serverUrl, signal: stopping.signal };
  const report = await killRelays(plan, (line) => console.log(line));
  const seconds = Math.round((performance.now() - started) / 1_000);
  console.log(
    `${relays} kills of a relay and ${servers} of the NATS server, seed ${seed}, in ${seconds} s: of ` +
      `${report.events} events ${report.missing} missing in the stream, ${report.repeated} repeated, ` +
      `${report.wrong} wrong`,
  );
  process.exitCode = report.missing + report.repeated + report.wrong === 0 ? 0 : 1;
} finally {
  await embedded.stop();
  await rm(folder, { recursive: true, force: true });
}
