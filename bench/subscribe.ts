import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Database, migrate, openDatabase, SERVER_ROLE } from '../src/database/index.ts';
import { ingest } from '../src/ledger/index.ts';
import { openEmbedded } from '../src/server/embedded/index.ts';
import { inventedForm4 } from '../test/schema/invented.ts';
import { sourceDocument } from '../test/support/source-document.ts';
import { cpuMilliseconds } from './serve/processes.ts';

const PROGRAM = fileURLToPath(new URL('../bin/insider-ledger.mjs', import.meta.url));
const WARM_UP = 10;
const ROUNDS = 60;
const QUERY = `subscription {
  eventAppended { position type knownAt filing { form issuer { name } }
    ... on TransactionReported { code shares pricePerShare people { name } } }
}`;

/** Prints how long after its commit an event reaches so many subscribers of one server process. */
async function main(counts: readonly number[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'insider-ledger-bench-'));
  await chmod(folder, 0o755);
  const embedded = await openEmbedded(folder);
  await migrate(embedded.adminUrl);
  await embedded.grantServerLogin(SERVER_ROLE);
  const database = openDatabase({ connectionString: embedded.serverUrl });
  const lastCommit = watchCommits(database);
  console.log(`Node ${process.version}; ${ROUNDS} appends of two events each, after ${WARM_UP}.`);
  try {
    let round = 0;
    await append(database, round);
    for (const count of counts) {
      const { child, port } = await serve(embedded.adminUrl);
      const subscribers = new Subscribers();
      await subscribers.open(port, count);
      const latencies: number[] = [];
      const before = cpuMilliseconds(child.pid ?? 0);
      for (let index = 0; index < WARM_UP + ROUNDS; index += 1) {
        round += 1;
        const reached = subscribers.reached(2);
        await append(database, round);
        const at = await reached;
        const committed = lastCommit();
        if (index >= WARM_UP) latencies.push(...at.map((time) => time - committed));
        await new Promise((later) => setTimeout(later, 100));
      }
      const cpu = (cpuMilliseconds(child.pid ?? 0) ?? 0) - (before ?? 0);
      report(count, latencies, cpu / (2 * (WARM_UP + ROUNDS)));
      subscribers.close();
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
  } finally {
    await database.close();
    await embedded.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

function report(count: number, latencies: number[], cpuMs: number): void {
  latencies.sort((a, b) => a - b);
  const at = (share: number) =>
    (latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0).toFixed(
      0,
    );
  console.log(
    `${count} subscribers over SSE: commit to client p50 ${at(0.5)} ms, p90 ${at(0.9)} ms, ` +
      `p99 ${at(0.99)} ms, most ${at(1)} ms (${latencies.length} events received); ` +
      `${cpuMs.toFixed(1)} ms of the server's CPU an event`,
  );
}

/** When the last COMMIT was sent: before the database has it, so that nothing is left out. */
function watchCommits({ pool }: Database): () => number {
  let sent = 0;
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    Object.assign(client, {
      query: (...args: unknown[]) => {
        if (args[0] === 'COMMIT') sent = performance.now();
        return query(...args);
      },
    });
  });
  return () => sent;
}

async function append(database: Database, round: number): Promise<void> {
  const number = String(round).padStart(6, '0');
  const text = inventedForm4({
    period: '2023-05-02',
    signedOn: '2023-05-02',
    owners: [{ cik: '0009000931', name: 'Timely Nobody' }],
    lines: [{ shares: String(100 + round), price: '2.5', after: '1000' }],
  });
  await ingest(database, [sourceDocument(`0009000901-23-${number}.xml`, text)]);
}

/** Started with the options of `npm start`. */
function serve(databaseUrl: string): Promise<{ child: ChildProcess; port: number }> {
  const child = spawn(process.execPath, ['--max-semi-space-size=64', PROGRAM, 'serve'], {
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: databaseUrl,
      PORT: '0',
      NODE_ENV: 'production',
      LOG: 'warn',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error('The server did not start.')));
    child.stdout?.on('data', (chunk) => {
      const port = /localhost:(\d+)/.exec(String(chunk))?.[1];
      if (port !== undefined) resolve({ child, port: Number(port) });
    });
  });
}

/** Sockets that read server-sent events and note when each came. */
class Subscribers {
  readonly #sockets: Socket[] = [];
  #times: number[] = [];
  #wanted = 0;
  #done: () => void = () => undefined;

  /** Opens so many, a few at a time, each answered before it counts. */
  async open(port: number, count: number): Promise<void> {
    for (let opened = 0; opened < count; opened += 100) {
      const batch = Array.from({ length: Math.min(100, count - opened) }, () => this.#one(port));
      await Promise.all(batch);
    }
  }

  /** When each subscriber received so many events from now on. */
  async reached(events: number): Promise<number[]> {
    this.#times = [];
    this.#wanted = events * this.#sockets.length;
    await new Promise<void>((resolve) => {
      this.#done = resolve;
    });
    return this.#times;
  }

  close(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  #one(port: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1');
      this.#sockets.push(socket);
      const body = JSON.stringify({ query: QUERY });
      socket.write(
        `POST /graphql HTTP/1.1\r\nhost: localhost\r\naccept: text/event-stream\r\n` +
          `content-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
      );
      socket.on('error', reject);
      socket.on('data', (chunk) => this.#read(chunk, resolve));
    });
  }

  #read(chunk: Buffer, opened: () => void): void {
    const now = performance.now();
    let from = chunk.indexOf('event: next');
    if (from < 0) opened();
    while (from >= 0) {
      this.#times.push(now);
      from = chunk.indexOf('event: next', from + 1);
    }
    if (this.#times.length === this.#wanted) this.#done();
  }
}

const counts = process.argv.slice(2).map(Number);
await main(counts.length === 0 ? [1_000, 5_000] : counts);
