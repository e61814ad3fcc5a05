import { createHash, createPublicKey, verify } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseNote, parseVerifierKey } from '../../src/receipts/checkpoints/index.ts';
import {
  checkpointKeys,
  consistencyProof,
  type InclusionProof,
  inclusionProofs,
  issueCheckpoint,
  newestCheckpoint,
  newSigningKey,
  readSigningKey,
  tlogProof,
} from '../../src/receipts/index.ts';
import { leafHash, rootByInclusion, rootsByConsistency } from '../../src/receipts/merkle/index.ts';
import type { Instant } from '../../src/values/index.ts';
import { manyFilings } from '../support/many-filings.ts';
import { createTestLedger, type TestLedger } from '../support/test-ledger.ts';

const signing = readSigningKey(newSigningKey(), 'the test');
const key = () => signing;
const now = () => '2024-06-01T12:00:00.000Z' as Instant;
const hex = (text: string) => Buffer.from(text, 'hex');

describe('checkpoints of a ledger of three hundred filings', () => {
  let ledger: TestLedger;
  let first: string | null;

  beforeAll(async () => {
    ledger = await createTestLedger(afterAll);
    expect(await issueCheckpoint(ledger.database, { key, now })).toBeNull();
    const filings = Object.entries(manyFilings(300));
    await ledger.append(Object.fromEntries(filings.slice(0, 60)));
    first = await issueCheckpoint(ledger.database, { key, now });
    await ledger.append(Object.fromEntries(filings.slice(60)));
    await issueCheckpoint(ledger.database, { key, now });
  });

  const hashes = async () => {
    const { rows } = await ledger.database.pool.query<{ hash: Buffer }>(
      'SELECT hash FROM ledger_event ORDER BY position',
    );
    return rows.map(({ hash }) => hash);
  };

  it('a note is text, size and root of C2SP tlog-checkpoint, signed by Ed25519', async () => {
    const newest = await newestCheckpoint(ledger.database.pool);
    const all = await hashes();
    const [body = '', signed = ''] = newest?.note.split('\n\n') ?? [];
    const [origin, size, root, chain, issued] = body.split('\n');
    expect([origin, size, chain, issued]).toEqual([
      `insider-ledger/${all[0]?.toString('hex', 0, 8)}`,
      String(all.length),
      `chain ${all.at(-1)?.toString('hex')}`,
      'issued 2024-06-01T12:00:00.000Z',
    ]);
    expect(Buffer.from(root ?? '', 'base64').toString('hex')).toBe(newest?.rootHash);
    const [dash, name = '', text = ''] = signed.trimEnd().split(' ');
    expect([dash, name]).toEqual(['—', origin]);
    const bytes = Buffer.from(text, 'base64');
    const id = createHash('sha256').update(`${name}\n\x01`).update(signing.publicKey).digest();
    expect(bytes.subarray(0, 4)).toEqual(id.subarray(0, 4));
    const publicKey = createPublicKey(signing.privateKey);
    expect(verify(null, Buffer.from(`${body}\n`), publicKey, bytes.subarray(4))).toBe(true);
    const [listed] = await checkpointKeys(ledger.database.pool);
    expect(parseVerifierKey(listed?.verifierKey ?? '')).toEqual({
      keyId: newest?.keyId,
      publicKey: signing.publicKey,
    });
  });

  it('what is signed already is not signed again', async () => {
    expect(await issueCheckpoint(ledger.database, { key, now })).toBeNull();
  });

  it('the proof of every event leads from its hash to the root', async () => {
    const all = await hashes();
    const positions = all.map((_, index) => BigInt(index + 1));
    const proofs = await inclusionProofs(ledger.database.pool, positions);
    expect(proofs).toHaveLength(all.length);
    for (const { position, leafHash: leaf, path, checkpoint } of proofs) {
      const index = Number(position) - 1;
      expect(leaf).toBe(leafHash(all[index] as Buffer).toString('hex'));
      const at = { leaf: index, size: Number(checkpoint.position) };
      expect(rootByInclusion(at, hex(leaf), path.map(hex))?.toString('hex')).toBe(
        checkpoint.rootHash,
      );
    }
  });

  it('a proof can be had in an earlier checkpoint, as far as that covers the event', async () => {
    const old = parseNote(first ?? '');
    const size = old?.position ?? 0n;
    const proofs = await inclusionProofs(ledger.database.pool, [1n, size, size + 1n], size);
    expect(proofs.map(({ position }) => position)).toEqual([1n, size]);
    expect(proofs.map(({ checkpoint }) => checkpoint.note)).toEqual([first, first]);
    expect(await inclusionProofs(ledger.database.pool, [1n], 1_000_000n)).toEqual([]);
  });

  it('a proof as C2SP tlog-proof stands for itself: index, path and signed checkpoint', async () => {
    const all = await hashes();
    const [proof] = await inclusionProofs(ledger.database.pool, [7n]);
    const [head = '', ...notes] = tlogProof(proof as InclusionProof).split('\n\n');
    const [name, index, ...path] = head.split('\n');
    const note = parseNote(notes.join('\n\n'));
    expect([name, index]).toEqual(['c2sp.org/tlog-proof@v1', 'index 6']);
    const steps = path.map((step) => Buffer.from(step, 'base64'));
    const root = rootByInclusion({ leaf: 6, size: all.length }, leafHash(all[6] as Buffer), steps);
    expect(root).toEqual(note?.rootHash);
    expect(note?.position).toBe(BigInt(all.length));
  });

  it('the ledger of one checkpoint is proved to be the beginning of that of another', async () => {
    const old = parseNote(first ?? '');
    const newest = await newestCheckpoint(ledger.database.pool);
    const [from, to] = [old?.position ?? 0n, newest?.position ?? 0n];
    const proof = await consistencyProof(ledger.database.pool, { from, to });
    const sizes = { first: Number(from), second: Number(to) };
    const roots = rootsByConsistency(sizes, old?.rootHash as Buffer, proof.map(hex));
    expect(roots).toEqual([old?.rootHash, hex(newest?.rootHash ?? '')]);
    const beyond = consistencyProof(ledger.database.pool, { from, to: to + 1n });
    await expect(beyond).rejects.toThrow(/the newest checkpoint covers/);
    const back = consistencyProof(ledger.database.pool, { from: to, to: from });
    await expect(back).rejects.toThrow(/not after to/);
  });

  it('the server changes no tile, key or checkpoint, and no superuser by an ordinary statement', async () => {
    const admin = new pg.Client({ connectionString: ledger.adminUrl });
    await admin.connect();
    try {
      for (const table of ['merkle_tile', 'checkpoint_key', 'checkpoint']) {
        const statement = `DELETE FROM ${table}`;
        await expect(ledger.database.pool.query(statement)).rejects.toThrow(/permission denied/);
        await expect(admin.query(statement)).rejects.toThrow(/append-only/);
      }
    } finally {
      await admin.end();
    }
  });

  it('another key signs the same ledger again, and both stay listed', async () => {
    const next = readSigningKey(newSigningKey(), 'the test');
    const note = await issueCheckpoint(ledger.database, { key: () => next, now });
    expect(parseNote(note ?? '')?.signatures).toHaveLength(1);
    expect(await checkpointKeys(ledger.database.pool)).toHaveLength(2);
  });
});

it('a tree is the same where it grows at once and where it is stopped and gone on with', async () => {
  const ledger = await createTestLedger();
  await ledger.append(manyFilings(200));
  const stop = AbortSignal.abort(new Error('stopped'));
  const stopped = issueCheckpoint(ledger.database, { key, now, stop });
  await expect(stopped).rejects.toThrow('stopped');
  const note = parseNote((await issueCheckpoint(ledger.database, { key, now })) ?? '');
  const { rows } = await ledger.database.pool.query<{ hash: Buffer }>(
    'SELECT hash FROM ledger_event ORDER BY position',
  );
  const [proof] = await inclusionProofs(ledger.database.pool, [300n]);
  const at = { leaf: 299, size: rows.length };
  const path = proof?.path.map(hex) ?? [];
  expect(rootByInclusion(at, leafHash(rows[299]?.hash as Buffer), path)).toEqual(note?.rootHash);
});

it('proofs asked of one ledger after another, and of one as it grows, lead to each one’s own root', async () => {
  const ledgers = [await createTestLedger(), await createTestLedger()];
  const filings = Object.entries(manyFilings(260));
  for (const [from, to] of [
    [0, 120],
    [120, 160],
    [160, 260],
  ] as const) {
    for (const [index, ledger] of ledgers.entries()) {
      const own = filings.slice(from + index, to);
      await ledger.append(Object.fromEntries(own));
      await issueCheckpoint(ledger.database, { key, now });
    }
    for (const { database } of [...ledgers, ...ledgers]) {
      const { rows } = await database.pool.query<{ position: bigint; hash: Buffer }>(
        'SELECT position, hash FROM ledger_event ORDER BY position',
      );
      const proofs = await inclusionProofs(
        database.pool,
        rows.map(({ position }) => position),
      );
      expect(proofs).toHaveLength(rows.length);
      for (const { position, leafHash: leaf, path, checkpoint } of proofs) {
        const at = { leaf: Number(position) - 1, size: rows.length };
        expect(leaf).toBe(leafHash(rows[at.leaf]?.hash as Buffer).toString('hex'));
        const root = rootByInclusion(at, hex(leaf), path.map(hex));
        expect(root?.toString('hex')).toBe(checkpoint.rootHash);
      }
    }
  }
});
