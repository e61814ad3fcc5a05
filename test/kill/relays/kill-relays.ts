import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { type Database, openDatabase } from '../../../src/database/index.ts';
import { ingest } from '../../../src/ledger/index.ts';
import { Random } from '../../../src/server/demo/index.ts';
import { form4Document } from '../../support/form4.ts';
import { compareStream, type StreamComparison } from '../../support/nats/compare-stream.ts';
import { freePort, NatsServer } from '../../support/nats/nats-server.ts';
import { readStream } from '../../support/nats/read-stream.ts';
import { KilledProcess } from '../watches/killed-process.ts';

/** How often to kill what, and of what ledger. */
export interface KillRelays {
  readonly relays: number;
  readonly servers: number;
  readonly seed: number;
  /** An empty, migrated ledger, as the server's own login. */
  readonly serverUrl: string;
  readonly signal: AbortSignal;
}

const STREAM = 'killed';

/**
 * Appends filings without a pause, while two nodes relay to a NATS server, and kills a node or the
 * server with SIGKILL at random moments; then waits until all is relayed, and compares.
 */
export async function killRelays(
  { relays, servers, seed, serverUrl, signal }: KillRelays,
  say: (line: string) => void = () => undefined,
): Promise<StreamComparison> {
  const folder = await mkdtemp(join(tmpdir(), 'insider-ledger-kill-relays-'));
  const random = new Random(seed);
  const database = openDatabase({ connectionString: serverUrl, poolSize: 3 });
  const nats = new NatsServer(await freePort(), folder);
  const script = fileURLToPath(new URL('relay-process.ts', import.meta.url));
  const node = ['--import', 'tsx', script, serverUrl, nats.url, STREAM];
  const nodes = [new KilledProcess(node), new KilledProcess(node)];
  let isAppending = true;
  let appended = Promise.resolve();
  try {
    await nats.start();
    await Promise.all(nodes.map((each) => each.start()));
    appended = append(database, () => isAppending && !signal.aborted);
    const left = { relays, servers };
    while (left.relays + left.servers > 0 && !signal.aborted) {
      await sleep(random.below(400));
      const isServer = random.below(left.relays + left.servers) < left.servers;
      const killed = isServer ? nats : random.pick(nodes);
      await killed.kill();
      left[isServer ? 'servers' : 'relays'] -= 1;
      await sleep(random.below(100));
      await killed.start();
      const kills = relays + servers - left.relays - left.servers;
      if (kills % 20 === 0) say(`${kills} kills`);
    }
    isAppending = false;
    await appended;
    await allRelayed(database, nats.url, signal);
    return await compareStream(database, await readStream(nats.url, STREAM));
  } finally {
    isAppending = false;
    await appended.catch(() => undefined);
    await Promise.all([...nodes, nats].map((each) => each.kill()));
    await database.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function append(database: Database, goesOn: () => boolean): Promise<void> {
  const lines = Array.from({ length: 5 }, (_, line) => ({
    code: 'P',
    shares: '10',
    price: '1',
    after: String(10 * (line + 1)),
  }));
  for (let number = 1; goesOn() && number < 900_000; number += 1) {
    const owners = [{ cik: 431, name: 'Brackwell Juno' }];
    await ingest(database, [form4Document({ number, owners, lines })]);
    await sleep(5);
  }
}

async function allRelayed({ pool }: Database, url: string, signal: AbortSignal): Promise<void> {
  const connection = await connect({ servers: url });
  try {
    const manager = await jetstreamManager(connection);
    while (!signal.aborted) {
      const { rows } = await pool.query<{ head: bigint }>(
        'SELECT max(position) AS head FROM ledger_event',
      );
      const info = await manager.streams.info(STREAM).catch(() => null);
      if (info !== null && BigInt(info.state.last_seq) >= (rows[0]?.head ?? 0n)) return;
      await sleep(200);
    }
  } finally {
    await connection.close();
  }
}
