import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Database, openDatabase } from '../../../src/database/index.ts';
import { ingest } from '../../../src/ledger/index.ts';
import { Random } from '../../../src/server/demo/index.ts';
import { reachOf } from '../../../src/server/watch/reach.ts';
import { vaultOf } from '../../../src/server/watch/vault.ts';
import { openWatches } from '../../../src/server/watch/watches.ts';
import { openWebhooks } from '../../../src/server/watch/webhook.ts';
import { form4Document, type LineSketch } from '../../support/form4.ts';
import { KilledProcess } from './killed-process.ts';

/** How often to kill, and of what ledger. */
export interface KillWatches {
  /** Kills in all, of a sender or of a receiver. */
  readonly kills: number;
  readonly seed: number;
  /** An empty, migrated ledger, as the server's own login. */
  readonly serverUrl: string;
  readonly signal: AbortSignal;
}

/** What arrived, compared with the ledger. */
export interface KillWatchesReport {
  readonly senders: number;
  readonly receivers: number;
  /** Notices that the ledger has, over all watches. */
  readonly notices: number;
  readonly arrived: number;
  readonly lost: number;
  readonly outOfOrder: number;
  /** That came again, under an id they had before. */
  readonly repeats: number;
  /** That came again with another text, or under ids that no notice has. */
  readonly wrong: number;
}

const WATCHES = 3;
const BOUGHT: LineSketch = { code: 'P', shares: '500', price: '10', after: '1500' };

/**
 * Appends filings and amendments without a pause, while two nodes send to three watches, and kills
 * a node or the receiver with SIGKILL at random moments; then waits until all is sent.
 */
export async function killWatches(
  { kills, seed, serverUrl, signal }: KillWatches,
  say: (line: string) => void = () => undefined,
): Promise<KillWatchesReport> {
  const folder = await mkdtemp(join(tmpdir(), 'insider-ledger-kill-watches-'));
  const file = join(folder, 'received');
  const key = randomBytes(32).toString('hex');
  const random = new Random(seed);
  const database = openDatabase({ connectionString: serverUrl, poolSize: 3 });
  const port = await freePort();
  const script = (name: string) => fileURLToPath(new URL(name, import.meta.url));
  const node = ['--import', 'tsx', script('sender.ts'), serverUrl, key];
  const senders = [new KilledProcess(node), new KilledProcess(node)];
  const receiver = new KilledProcess([script('receiver.mjs'), file, String(port)]);
  const counts = { senders: 0, receivers: 0 };
  let isAppending = true;
  let appended = Promise.resolve();
  try {
    await makeWatches(database, { key, port });
    await Promise.all([...senders, receiver].map((each) => each.start()));
    appended = append(database, () => isAppending && !signal.aborted);
    for (let kill = 0; kill < kills && !signal.aborted; kill += 1) {
      await sleep(random.below(400));
      const isSender = random.chance(600);
      const killed = isSender ? random.pick(senders) : receiver;
      await killed.kill();
      counts[isSender ? 'senders' : 'receivers'] += 1;
      await sleep(random.below(100));
      await killed.start();
      if ((kill + 1) % 20 === 0) say(`${kill + 1} kills`);
    }
    isAppending = false;
    await appended;
    await allSent(database, signal);
    return { ...counts, ...compare(await expected(database), await readFile(file, 'utf8')) };
  } finally {
    isAppending = false;
    await appended.catch(() => undefined);
    await Promise.all([...senders, receiver].map((each) => each.kill()));
    await database.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function makeWatches(
  database: Database,
  { key, port }: { readonly key: string; readonly port: number },
): Promise<void> {
  const reach = reachOf(['127.0.0.1']);
  const webhooks = openWebhooks(reach);
  const channels = { vault: vaultOf(key, 'WATCH_KEY'), webhooks, mails: null };
  const limits = { perKey: WATCHES, inAll: WATCHES };
  const watches = openWatches({ database, channels, reach, limits });
  const to = { url: `http://127.0.0.1:${port}/hook` };
  for (let number = 0; number < WATCHES; number += 1) {
    await watches.make({ keyId: null, name: `watch ${number}`, filter: {}, to, after: 0n });
  }
  await webhooks.close();
}

/** Every third filing amends the one before it. */
async function append(database: Database, goesOn: () => boolean): Promise<void> {
  for (let number = 1; goesOn() && number < 900_000; number += 1) {
    const issuer = 9_000_301 + Math.floor((number - 1) / 3);
    const isAmendment = number % 3 === 0;
    const amends = isAmendment ? { amends: '2024-03-05', signedOn: '2024-03-10' } : {};
    const lines = [isAmendment ? { ...BOUGHT, shares: '400' } : BOUGHT];
    const owners = [{ cik: 431 + (number % 3 === 1 ? 1 : 0), name: 'Brackwell Juno' }];
    await ingest(database, [form4Document({ number, issuer, owners, lines, ...amends })]);
    await sleep(5);
  }
}

async function allSent({ pool }: Database, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const { rows } = await pool.query<{ isDone: boolean }>(
      `SELECT bool_and(position >= coalesce((
         SELECT max(position) FROM ledger_event WHERE type IN ('TRANSACTION_REPORTED', 'FILING_AMENDED')
       ), 0)) AS "isDone" FROM watch`,
    );
    if (rows[0]?.isDone === true) return;
    await sleep(200);
  }
}

/** The ids of what each watch is to be sent, in order, by the events alone. */
async function expected({ pool }: Database): Promise<string[][]> {
  const { rows } = await pool.query<{ position: bigint }>(
    `SELECT position FROM ledger_event
     WHERE type = 'TRANSACTION_REPORTED'
       OR type = 'FILING_AMENDED' AND json_array_length(payload->'superseded') > 0
     ORDER BY position`,
  );
  const { rows: watches } = await pool.query<{ id: bigint }>('SELECT id FROM watch ORDER BY id');
  return watches.map(({ id }) => rows.map(({ position }) => `watch_${id}_${position}`));
}

function compare(
  expectedIds: readonly (readonly string[])[],
  text: string,
): Omit<KillWatchesReport, 'senders' | 'receivers'> {
  const arrivals = text
    .split('\n')
    .filter((line) => line.endsWith(']'))
    .map((line) => JSON.parse(line) as [string, string]);
  const texts = new Map<string, string>();
  let repeats = 0;
  let wrong = 0;
  for (const [id, body] of arrivals) {
    const before = texts.get(id);
    if (before === undefined) texts.set(id, body);
    else {
      repeats += 1;
      if (before !== body) wrong += 1;
    }
  }
  const known = new Set(expectedIds.flat());
  for (const id of texts.keys()) if (!known.has(id)) wrong += 1;
  let lost = 0;
  let outOfOrder = 0;
  for (const ids of expectedIds) {
    const own = new Set(ids);
    lost += ids.filter((id) => !texts.has(id)).length;
    const first = [...texts.keys()].filter((id) => own.has(id));
    const due = ids.filter((id) => texts.has(id));
    outOfOrder += first.filter((id, index) => id !== due[index]).length;
  }
  const notices = known.size;
  return { notices, arrived: arrivals.length, lost, outOfOrder, repeats, wrong };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}
