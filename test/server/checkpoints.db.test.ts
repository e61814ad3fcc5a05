import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { parseNote } from '../../src/receipts/checkpoints/index.ts';
import {
  issueCheckpoint,
  keepIssuing,
  newestCheckpoint,
  newSigningKey,
  readSigningKey,
  splitNotes,
} from '../../src/receipts/index.ts';
import { checkpointSink } from '../../src/server/checkpoints/checkpoint-sink.ts';
import { replaceSigningKey, signingKeyOf } from '../../src/server/checkpoints/index.ts';
import type { Instant } from '../../src/values/index.ts';
import { insiderLedger } from '../support/command-line.ts';
import { startServer } from '../support/live-server.ts';
import { manyFilings } from '../support/many-filings.ts';
import { createTestLedger } from '../support/test-ledger.ts';

const pem = newSigningKey();
const signing = readSigningKey(pem, 'the test');
const key = () => signing;
const now = () => '2024-06-01T12:00:00.000Z' as Instant;

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'insider-ledger-checkpoints-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

it('/checkpoint gives the newest note or the first that covers an event, /checkpoint/keys the keys', async () => {
  const { database, append } = await createTestLedger();
  const origin = new URL((await startServer(database)).url).origin;
  expect((await fetch(`${origin}/checkpoint`)).status).toBe(404);
  await append(manyFilings(2));
  const first = await issueCheckpoint(database, { key, now });
  await append(manyFilings(3));
  const second = await issueCheckpoint(database, { key, now });
  const newest = await fetch(`${origin}/checkpoint`);
  expect(newest.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(await newest.text()).toBe(second);
  expect(await (await fetch(`${origin}/checkpoint?position=4`)).text()).toBe(first);
  expect(await (await fetch(`${origin}/checkpoint?position=5`)).text()).toBe(second);
  expect((await fetch(`${origin}/checkpoint?position=7`)).status).toBe(404);
  expect((await fetch(`${origin}/checkpoint?position=x`)).status).toBe(400);
  const keys = await (await fetch(`${origin}/checkpoint/keys`)).text();
  expect(keys).toMatch(/^insider-ledger\/[0-9a-f]{16}\+[0-9a-f]{8}\+[A-Za-z0-9+/]{44}\n$/);
});

it('what is kept of an answer goes when a checkpoint is signed', async () => {
  const { database, append } = await createTestLedger();
  const origin = new URL((await startServer(database)).url).origin;
  await append(manyFilings(1));
  const ask = async () => {
    const response = await fetch(`${origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ checkpoint { position } }' }),
    });
    return response.json();
  };
  expect(await ask()).toMatchObject({ data: { checkpoint: null } });
  await issueCheckpoint(database, { key, now });
  expect(await ask()).toMatchObject({ data: { checkpoint: { position: '2' } } });
});

it('whatever is appended is signed within the next interval, and copied to a file and to a URL', async () => {
  const { database, append } = await createTestLedger();
  const file = join(await emptyFolder(), 'checkpoints.txt');
  const posted: string[] = [];
  const server = createServer(async (request, response) => {
    const [chunk] = await once(request, 'data');
    posted.push(String(chunk));
    response.end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const sinks = [
    checkpointSink(file),
    checkpointSink(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`),
  ];
  const failures: unknown[] = [];
  const kept = keepIssuing(database, {
    key,
    now,
    everyMs: 5,
    sink: async (note) => {
      for (const sink of sinks) await sink(note);
    },
    failed: (error) => failures.push(error),
  });
  await append(manyFilings(1));
  await expect.poll(async () => (await newestCheckpoint(database.pool))?.position).toBe(2n);
  await append(manyFilings(2));
  await kept.close();
  const notes = splitNotes(await readFile(file, 'utf8'));
  expect(notes.map((note) => parseNote(note)?.position)).toEqual([2n, 4n]);
  expect(posted).toEqual(notes);
  expect(failures).toEqual([]);
});

it('a copy that cannot be made is reported, and what is signed is signed', async () => {
  const { database, append } = await createTestLedger();
  await append(manyFilings(1));
  const failures: unknown[] = [];
  const sink = checkpointSink(join(await emptyFolder(), 'no', 'such', 'folder'));
  const kept = keepIssuing(database, { key, now, sink, failed: (error) => failures.push(error) });
  await kept.close();
  expect(failures.map(String)).toEqual([expect.stringMatching(/CHECKPOINT_SINK took no copy/)]);
  expect((await newestCheckpoint(database.pool))?.position).toBe(2n);
});

it('`ingest` signs what it has appended by CHECKPOINT_KEY, and nothing where there is no key', async () => {
  const { database, adminUrl } = await createTestLedger();
  const folder = await emptyFolder();
  for (const [name, text] of Object.entries(manyFilings(2)))
    await writeFile(join(folder, name), text);
  const env = { DATABASE_URL: adminUrl, DATA_DIR: folder };
  const none = await insiderLedger(['ingest', join(folder, '0009000199-24-000001.xml')], env);
  expect(none).toMatchObject({ status: 0, stderr: '' });
  expect(await newestCheckpoint(database.pool)).toBeNull();
  const CHECKPOINT_KEY = pem.replaceAll('\n', '\\n');
  const signed = await insiderLedger(['ingest', folder], { ...env, CHECKPOINT_KEY });
  expect(signed).toMatchObject({ status: 0, stderr: '' });
  expect(await newestCheckpoint(database.pool)).toMatchObject({ position: 4n });
});

it('the key of a data folder is made once, readable by its owner alone, and replaced on request', async () => {
  const dataFolder = await emptyFolder();
  const place = { dataFolder, databaseUrl: undefined, checkpointKey: undefined };
  const read = signingKeyOf(place);
  const [first, again] = [await read?.(), await read?.()];
  expect(again?.publicKey).toEqual(first?.publicKey);
  expect((await stat(join(dataFolder, 'checkpoint-key.pem'))).mode & 0o777).toBe(0o600);
  await replaceSigningKey(dataFolder);
  expect((await read?.())?.publicKey).not.toEqual(first?.publicKey);
  const wrong = { ...place, checkpointKey: 'no key' };
  expect(() => signingKeyOf(wrong)).toThrow('CHECKPOINT_KEY is no Ed25519 key as PKCS8 PEM.');
  expect(signingKeyOf({ ...place, databaseUrl: 'postgres://elsewhere' })).toBeNull();
});
