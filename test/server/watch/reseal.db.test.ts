import { randomBytes } from 'node:crypto';
import { expect, it, onTestFinished, vi } from 'vitest';
import { findSealedWatch } from '../../../src/desk/index.ts';
import { readConfig } from '../../../src/server/config.ts';
import { configuredWatches } from '../../../src/server/watch/index.ts';
import { vaultOf } from '../../../src/server/watch/vault.ts';
import { createTestLedger, type TestLedger } from '../../support/test-ledger.ts';

const [OLD, NEXT, OTHER] = [1, 2, 3].map(() => randomBytes(32).toString('hex')) as [
  string,
  string,
  string,
];
const ASKED = { keyId: null, name: 'a test', filter: {}, after: 0n } as const;

async function watchesBy({ database }: TestLedger, keys: string) {
  vi.stubEnv('WATCH_KEY', keys);
  vi.stubEnv('SMTP_URL', 'smtp://localhost:9');
  vi.stubEnv('MAIL_FROM', 'a@example.org');
  onTestFinished(() => void vi.unstubAllEnvs());
  const opened = await configuredWatches(database, readConfig());
  if (opened === null) throw new Error('There is a key.');
  return opened;
}

/** What a watch is sealed of, by one key. */
async function unsealed({ database: { pool } }: TestLedger, id: bigint, key: string) {
  const { target, secret } = await findSealedWatch(pool, id);
  const vault = vaultOf(key, 'WATCH_KEY');
  return [vault.open(target, 'target'), secret && vault.open(secret, 'secret')];
}

it('watches are sealed anew by the first of two keys, so that the other can go', async () => {
  const ledger = await createTestLedger();
  const old = await watchesBy(ledger, OLD);
  const url = 'https://hooks.example.org/a?secret=1';
  const hook = await old.watches.make({ ...ASKED, to: { url } });
  const mail = { mail: 'you@example.org', digest: null };
  const letter = await old.watches.make({ ...ASKED, to: mail });
  const both = await watchesBy(ledger, `${NEXT},${OLD}`);
  expect(await both.reseal()).toBe(2);
  expect(await unsealed(ledger, hook.watch.id, NEXT)).toEqual([url, hook.secret]);
  expect(await unsealed(ledger, letter.watch.id, NEXT)).toEqual(['you@example.org', null]);
  await expect(unsealed(ledger, hook.watch.id, OLD)).rejects.toThrow('another key');
  for (const opened of [old, both]) await opened.close();
});

it('nothing is sealed anew where one was sealed with none of the keys', async () => {
  const ledger = await createTestLedger();
  const [old, other] = [await watchesBy(ledger, OLD), await watchesBy(ledger, OTHER)];
  const url = 'https://hooks.example.org/a';
  const first = await old.watches.make({ ...ASKED, to: { url } });
  await other.watches.make({ ...ASKED, to: { url } });
  const both = await watchesBy(ledger, `${NEXT},${OLD}`);
  await expect(both.reseal()).rejects.toThrow('another key than WATCH_KEY');
  expect(await unsealed(ledger, first.watch.id, OLD)).toEqual([url, first.secret]);
  for (const opened of [old, other, both]) await opened.close();
});
