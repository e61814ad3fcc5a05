import { expect, test } from 'vitest';
import { recordsOf } from '../../src/database/index.ts';
import { findKey } from '../../src/desk/index.ts';
import { insiderLedger } from '../support/command-line.ts';
import { createTestLedger } from '../support/test-ledger.ts';

async function commandLine() {
  const { adminUrl, serverUrl, database } = await createTestLedger();
  const env = { DATABASE_URL: serverUrl, DATABASE_ADMIN_URL: adminUrl };
  const run = (...args: string[]) => insiderLedger(['key', ...args], env);
  const json = async (...args: string[]) => JSON.parse((await run(...args, '--json')).stdout);
  return { serverUrl, database, run, json };
}

test('key create prints a key alone on standard output, and list and revoke never show it again', async () => {
  const { database, run } = await commandLine();
  const made = await run('create', '--name', 'nightly feed', '--scope', 'read,ingest');
  expect(made.status).toBe(0);
  expect(made.stdout).toMatch(/^il_[0-9a-f]{8}_[0-9a-f]{64}\n$/);
  const text = made.stdout.trim();
  expect(made.stderr).not.toContain(text);
  expect(await findKey(recordsOf(database), text)).toMatchObject({
    name: 'nightly feed',
    scopes: ['READ', 'INGEST'],
    expiresAt: null,
  });
  const prefix = text.slice(0, 11);
  const listed = await run('list');
  expect(listed.stdout).toMatch(
    new RegExp(`^1  ${prefix}  active  read,ingest .* nightly feed\n$`),
  );
  const revoked = await run('revoke', prefix);
  expect(revoked).toMatchObject({ status: 0, stdout: expect.stringContaining('revoked') });
  const after = await run('list', '--json');
  for (const { stdout, stderr } of [listed, revoked, after]) {
    expect(stdout + stderr).not.toContain(text.slice(12));
  }
});

test('key create, list and revoke print one line of JSON', async () => {
  const { json } = await commandLine();
  expect(await json('list')).toEqual({ keys: [] });
  const made = await json('create', '--name', 'a reader', '--expires', '2199-01-01');
  const { key, ...rest } = made;
  expect(key).toMatch(/^il_/);
  expect(rest).toMatchObject({
    id: '1',
    name: 'a reader',
    scopes: ['read'],
    status: 'active',
    expiresAt: '2199-01-01T00:00:00.000Z',
    lastUsedAt: null,
  });
  expect(await json('list')).toEqual({ keys: [rest] });
  const revoked = await json('revoke', '1');
  expect(revoked).toEqual({ ...rest, status: 'revoked', revokedAt: revoked.revokedAt });
});

test.each([
  [['create'], "required option '--name <name>'"],
  [['create', '--name', ''], "A key's name has 1 to 100 printable characters."],
  [['create', '--name', 'x', '--scope', 'write'], '--scope: "write" is not read, ingest or watch.'],
  [['create', '--name', 'x', '--expires', 'soon'], '--expires: "soon" is no date'],
  [['create', '--name', 'x', '--expires', '2001-01-01'], 'could never be used'],
  [['revoke', '7'], 'No key has "7" as its id or prefix'],
  [['remove'], "unknown command 'remove'"],
])('key %j ends with status 2 and says why', async (args, message) => {
  const { run } = await commandLine();
  const { status, stderr } = await run(...args);
  expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining(message) });
});

test('a login without the rights is refused with the rights to grant', async () => {
  const { serverUrl } = await commandLine();
  const args = ['key', 'create', '--name', 'x'];
  const { status, stderr } = await insiderLedger(args, { DATABASE_URL: serverUrl });
  expect(status).toBe(2);
  expect(stderr).toContain('set DATABASE_ADMIN_URL');
});

test('key --help names its commands', async () => {
  const { status, stdout } = await insiderLedger(['key', '--help']);
  expect(status).toBe(0);
  for (const command of ['create', 'list', 'revoke']) expect(stdout).toContain(command);
});
