import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import {
  checkpointKeys,
  issueCheckpoint,
  makeReceipt,
  newSigningKey,
  readSigningKey,
} from '../../src/receipts/index.ts';
import type { Instant } from '../../src/values/index.ts';
import { MUTATIONS, type ReceiptJson } from '../support/receipts/mutate-receipt.ts';
import { sampleDocuments } from '../support/samples.ts';
import { createTestLedger } from '../support/test-ledger.ts';

const VERIFIER = fileURLToPath(new URL('../../tools/verify_receipt.py', import.meta.url));
const signing = readSigningKey(newSigningKey(), 'the test');
const key = () => signing;
const now = () => '2024-06-01T12:00:00.000Z' as Instant;
const python = spawnSync('python3', ['--version']).status === 0;

function verified(keys: readonly string[], files: readonly string[]): string[] {
  const args = keys.flatMap((one) => ['--key', one]);
  const { stdout } = spawnSync('python3', [VERIFIER, ...args, ...files], { encoding: 'utf8' });
  return stdout.trimEnd().split('\n');
}

it('the verifier has at most 150 lines and needs no package', async () => {
  const text = await readFile(VERIFIER, 'utf8');
  expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(150);
  expect(text.match(/^(?:import|from) .*/gm)).toEqual([
    'import argparse, base64, hashlib, json, sys',
  ]);
});

it.skipIf(!python)(
  'receipts of all people of the samples are accepted, and one falsified in any way is refused',
  async () => {
    const { database, append } = await createTestLedger();
    await append(sampleDocuments());
    await issueCheckpoint(database, { key, now });
    const [trusted] = await checkpointKeys(database.pool);
    const keys = [trusted?.verifierKey ?? ''];
    const folder = await mkdtemp(join(tmpdir(), 'insider-ledger-receipt-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const write = async (name: string, receipt: unknown) => {
      const path = join(folder, `${name}.json`);
      await writeFile(path, JSON.stringify(receipt));
      return path;
    };
    const { rows: people } = await database.pool.query<{ id: bigint; cik: string; name: string }>(
      'SELECT id, cik, name FROM person ORDER BY id',
    );
    const asked = {
      viewpoint: { asOf: '2026-01-01', knownAt: '2026-01-01T00:00:00.000Z' },
      statuses: ['CURRENT', 'CARRIED', 'EXPIRED', 'CLOSED'],
    } as unknown as Pick<Parameters<typeof makeReceipt>[2], 'viewpoint' | 'statuses'>;
    const receipts = await Promise.all(
      people.map((person) => makeReceipt(database.pool, signing, { person, ...asked })),
    );
    const good = await Promise.all(receipts.map((one, index) => write(`good-${index}`, one)));
    const accepted = verified(keys, good);
    expect(accepted.filter((line) => !/: accepted, \d+ holdings/.test(line))).toEqual([]);
    expect(accepted).toHaveLength(people.length);

    const most = receipts.reduce((a, b) => (a.statement.length > b.statement.length ? a : b));
    const bad = await Promise.all(
      Object.entries(MUTATIONS).map(([name, change]) => {
        const receipt = structuredClone(most) as unknown as ReceiptJson;
        change(receipt, 3);
        return write(name, receipt);
      }),
    );
    expect(verified(keys, bad).filter((line) => !/: refused, /.test(line))).toEqual([]);

    const other = readSigningKey(newSigningKey(), 'the test');
    const forged = await makeReceipt(database.pool, other, {
      person: people[0] as never,
      ...asked,
    });
    const [line] = verified(keys, [await write('forged', forged)]);
    expect(line).toMatch(/: refused, the answer is not signed$/);
  },
);
