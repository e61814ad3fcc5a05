import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jetstreamManager } from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ingest } from '../../../src/ledger/index.ts';
import { openRelay, type Relay } from '../../../src/server/relay/index.ts';
import { relaySettings } from '../../../src/server/relay-config.ts';
import { form4Document } from '../../support/form4.ts';
import { compareStream } from '../../support/nats/compare-stream.ts';
import { freePort, HAS_NATS, NatsServer } from '../../support/nats/nats-server.ts';
import { readStream } from '../../support/nats/read-stream.ts';
import { createTestLedger, type TestLedger } from '../../support/test-ledger.ts';

const STREAM = 'insider-ledger';
const WHOLE = { missing: 0, repeated: 0, wrong: 0 };

/** A NATS server of a test's own. */
async function startNats(more: readonly string[] = []): Promise<NatsServer> {
  const folder = await mkdtemp(join(tmpdir(), 'insider-ledger-nats-'));
  const server = new NatsServer(await freePort(), folder, more);
  onTestFinished(async () => {
    await server.kill();
    await rm(folder, { recursive: true, force: true });
  });
  await server.start();
  return server;
}

/** A relay as one node has it, and what its log says. */
function relayOf(ledger: TestLedger, url: string) {
  const settings = relaySettings({ RELAY: [url], RELAY_STREAM: STREAM });
  if (settings === null) throw new Error('There is an address.');
  const said: string[] = [];
  const relay = openRelay({
    database: ledger.database,
    settings,
    pollMs: 50,
    log: {
      noted: (line) => said.push(line),
      failed: (message, cause) => said.push(`${message}: ${(cause as Error).message}`),
    },
  });
  onTestFinished(() => relay.close());
  return { relay, said };
}

let number = 0;

async function append(ledger: TestLedger, filings = 1, note?: string): Promise<void> {
  const noted = note === undefined ? {} : { note };
  const lines = [{ code: 'P', shares: '10', price: '1', after: '10', ...noted }];
  const owners = [{ cik: 971, name: 'Relayed Rhoda' }];
  for (let count = 0; count < filings; count += 1) {
    number += 1;
    await ingest(ledger.database, [form4Document({ number, owners, lines })]);
  }
}

async function headOf({ database }: TestLedger): Promise<bigint> {
  const { rows } = await database.pool.query<{ head: bigint }>(
    'SELECT max(position) AS head FROM ledger_event',
  );
  return rows[0]?.head ?? 0n;
}

async function relayed(relay: Relay, ledger: TestLedger): Promise<void> {
  await expect.poll(() => relay.position).toBe(await headOf(ledger));
}

/** As an operator's own tool talks to the server. */
async function operator(url: string): Promise<NatsConnection> {
  const connection = await connect({ servers: url });
  onTestFinished(() => connection.close());
  return connection;
}

describe.skipIf(!HAS_NATS)('the relay to NATS JetStream', () => {
  it('publishes what is there and what is appended, each event under its position and kind', async () => {
    const [ledger, nats] = await Promise.all([createTestLedger(), startNats()]);
    await append(ledger, 2);
    const { relay } = relayOf(ledger, nats.url);
    await relayed(relay, ledger);
    await append(ledger);
    await relayed(relay, ledger);
    const stream = await readStream(nats.url, STREAM);
    expect(await compareStream(ledger.database, stream)).toMatchObject(WHOLE);
    expect(stream.map(({ subject }) => subject)).toContain(`${STREAM}.events.transaction-reported`);
    expect(JSON.parse(String(stream[0]?.body))).toMatchObject({
      position: '1',
      type: 'FILING_RECEIVED',
    });
  });

  it('goes on after the last event of the stream, and says so where that was purged', async () => {
    const [ledger, nats] = await Promise.all([createTestLedger(), startNats()]);
    await append(ledger, 2);
    const first = relayOf(ledger, nats.url);
    await relayed(first.relay, ledger);
    await first.relay.close();
    const before = await headOf(ledger);
    const manager = await jetstreamManager(await operator(nats.url));
    await manager.streams.purge(STREAM);
    await append(ledger);
    const second = relayOf(ledger, nats.url);
    await relayed(second.relay, ledger);
    const stream = await readStream(nats.url, STREAM);
    expect(stream.map(({ id }) => BigInt(id))[0]).toBe(before + 1n);
    expect(second.said).toEqual([
      `The relay goes on after event ${before} of ${STREAM}. It was purged: what came before is not sent again.`,
    ]);
  });

  it('of several nodes one relays, and another goes on where it ends', async () => {
    const [ledger, nats] = await Promise.all([createTestLedger(), startNats()]);
    await append(ledger);
    const one = relayOf(ledger, nats.url);
    await relayed(one.relay, ledger);
    const other = relayOf(ledger, nats.url);
    await append(ledger, 2);
    await relayed(one.relay, ledger);
    expect(other.relay.position).toBeNull();
    await one.relay.close();
    await append(ledger);
    await relayed(other.relay, ledger);
    const stream = await readStream(nats.url, STREAM);
    expect(await compareStream(ledger.database, stream)).toMatchObject(WHOLE);
  });

  it('comes back where the server was away, and says once that it is', async () => {
    const [ledger, nats] = await Promise.all([createTestLedger(), startNats()]);
    await nats.kill();
    await append(ledger);
    const { relay, said } = relayOf(ledger, nats.url);
    await expect.poll(() => said.length).toBe(1);
    expect(said[0]).toMatch(/^Events are not relayed: /);
    await nats.start();
    await relayed(relay, ledger);
    expect(said).toHaveLength(2);
  });

  it.for([
    ['goes beyond it', 2, 1, /goes to position \d+, this ledger to \d+: .* delete it/],
    ['is of another one', 1, 2, /^Events are not relayed: Event \d+ of the stream .* is not that/],
  ] as const)('a ledger whose stream %s is not relayed to it', async ([, theirs, ours, says]) => {
    const [foreign, ledger, nats] = await Promise.all([
      createTestLedger(),
      createTestLedger(),
      startNats(),
    ]);
    await append(foreign, theirs);
    await append(ledger, ours);
    const before = relayOf(foreign, nats.url);
    await relayed(before.relay, foreign);
    await before.relay.close();
    const { relay, said } = relayOf(ledger, nats.url);
    await expect.poll(() => said.length).toBe(1);
    expect(said[0]).toMatch(says);
    expect(relay.position).toBeNull();
    const stream = await readStream(nats.url, STREAM);
    expect(await compareStream(foreign.database, stream)).toMatchObject(WHOLE);
  });

  it('a stream that takes other subjects, or holds what others publish, is refused', async () => {
    const [ledger, nats] = await Promise.all([createTestLedger(), startNats()]);
    await append(ledger);
    const connection = await operator(nats.url);
    const manager = await jetstreamManager(connection);
    await manager.streams.add({ name: STREAM, subjects: ['orders.>'] });
    const other = relayOf(ledger, nats.url);
    await expect.poll(() => other.said.length).toBe(1);
    expect(other.said[0]).toContain('does not take insider-ledger.events.>: add it.');
    await other.relay.close();
    await manager.streams.update(STREAM, { subjects: ['orders.>', `${STREAM}.events.>`] });
    await connection.request('orders.new', 'one');
    const mixed = relayOf(ledger, nats.url);
    await expect.poll(() => mixed.said.length).toBe(1);
    expect(mixed.said[0]).toContain('a stream to which nobody else publishes');
  });

  it('an event larger than the server takes comes without its body, and says how large it is', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'insider-ledger-nats-conf-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const file = join(folder, 'nats.conf');
    await writeFile(file, 'max_payload: 3000\n');
    const [ledger, nats] = await Promise.all([createTestLedger(), startNats(['-c', file])]);
    await append(ledger, 1, 'A long note. '.repeat(200));
    const { relay } = relayOf(ledger, nats.url);
    await relayed(relay, ledger);
    const stream = await readStream(nats.url, STREAM);
    expect(await compareStream(ledger.database, stream)).toMatchObject(WHOLE);
    expect(stream.map(({ leftOut }) => Number(leftOut) > 2_000)).toContain(true);
    expect(stream.map(({ body }) => body.length > 0)).toContain(true);
  });

  it('logs in with what its address says, and never says it', async () => {
    const [ledger, nats] = await Promise.all([
      createTestLedger(),
      startNats(['--user', 'rhoda', '--pass', 'p@ss/word']),
    ]);
    await append(ledger);
    const as = (login: string) => nats.url.replace('//', `//${login}@`);
    const refused = relayOf(ledger, as('rhoda:wrong-secret'));
    await expect.poll(() => refused.said.length).toBe(1);
    expect(refused.said[0]).not.toContain('wrong-secret');
    await refused.relay.close();
    const { relay, said } = relayOf(ledger, as('rhoda:p%40ss%2Fword'));
    await relayed(relay, ledger);
    expect(said.join()).not.toContain('word');
  });
});
