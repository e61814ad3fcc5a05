import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { issueCheckpoint, newSigningKey, readSigningKey } from '../../src/receipts/index.ts';
import { rootByInclusion } from '../../src/receipts/merkle/index.ts';
import type { Instant } from '../../src/values/index.ts';
import { manyFilings } from '../support/many-filings.ts';
import { createTestLedger, type TestLedger } from '../support/test-ledger.ts';
import { type Client, createClient } from './client.ts';

const signing = readSigningKey(newSigningKey(), 'the test');
const key = () => signing;
const now = () => '2024-06-01T12:00:00.000Z' as Instant;
const hex = (text: string) => Buffer.from(text, 'hex');

let ledger: TestLedger;
let client: Client;

beforeAll(async () => {
  ledger = await createTestLedger(afterAll);
  client = createClient(ledger.database);
  await ledger.append(manyFilings(5));
});

it('there is no checkpoint, and no proof, before one is signed', async () => {
  const { data, errors } = await client.send(
    '{ checkpoint { note } event(position: "3") { inclusionProof { path } } }',
  );
  expect(errors).toBeUndefined();
  expect(data).toEqual({ checkpoint: null, event: { inclusionProof: null } });
});

it('each event is served with what its hash is of, and with its proof in a checkpoint', async () => {
  await issueCheckpoint(ledger.database, { key, now });
  const { data } = await client.send(`{
    checkpoint { position rootHash note }
    events(first: 20) { nodes {
      position hash previousHash canonical
      inclusionProof { leafHash path checkpoint { rootHash position } }
    } }
  }`);
  const { checkpoint, events } = data as unknown as Answered;
  expect(events.nodes).toHaveLength(10);
  for (const { position, hash, previousHash, canonical, inclusionProof } of events.nodes) {
    const before = hex(previousHash ?? '');
    expect(createHash('sha256').update(before).update(canonical).digest('hex')).toBe(hash);
    expect(inclusionProof.checkpoint.rootHash).toBe(checkpoint.rootHash);
    const at = { leaf: Number(position) - 1, size: Number(checkpoint.position) };
    const root = rootByInclusion(at, hex(inclusionProof.leafHash), inclusionProof.path.map(hex));
    expect(root?.toString('hex')).toBe(checkpoint.rootHash);
  }
});

it('proofs of a page are made by three statements, however many events it has', async () => {
  const ask = async (first: number) => {
    client.statements();
    await client.send(`{ events(first: ${first}) { nodes { inclusionProof { path } } } }`);
    return client.statements().length;
  };
  await ask(1);
  expect(await ask(10)).toBe(await ask(2));
});

it('consistency is proved between two positions in order, and no others', async () => {
  const ask = async (from: number, to: number) => {
    const text = `{ ledger { consistencyProof(from: "${from}", to: "${to}") } }`;
    const { data, errors } = await client.send(text);
    return errors?.[0]?.extensions.code ?? data?.ledger;
  };
  const { consistencyProof } = (await ask(3, 10)) as { consistencyProof: string[] };
  expect(consistencyProof.every((step) => /^[0-9a-f]{64}$/.test(step))).toBe(true);
  expect(await ask(10, 3)).toBe('BAD_USER_INPUT');
  expect(await ask(3, 11)).toBe('BAD_USER_INPUT');
});

interface Answered {
  readonly checkpoint: { readonly position: string; readonly rootHash: string };
  readonly events: {
    readonly nodes: readonly {
      readonly position: string;
      readonly hash: string;
      readonly previousHash: string | null;
      readonly canonical: string;
      readonly inclusionProof: {
        readonly leafHash: string;
        readonly path: readonly string[];
        readonly checkpoint: { readonly rootHash: string };
      };
    }[];
  };
}
