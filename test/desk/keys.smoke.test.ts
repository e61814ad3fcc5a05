import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { recordsOf } from '../../src/database/index.ts';
import {
  allows,
  createKey,
  findKey,
  hasKeys,
  keyStatus,
  listKeys,
  noteUse,
  revokeKey,
} from '../../src/desk/index.ts';
import type { Instant } from '../../src/values/index.ts';
import { asOwner, holdKey } from '../support/key-holder.ts';
import { createTestLedger } from '../support/test-ledger.ts';

const NOW = '2026-11-21T12:00:00.000Z' as Instant;
const LATER = '2027-01-01T00:00:00.000Z' as Instant;

describe('an API key', () => {
  it('is recognised by its text, and by no text that differs from it', async () => {
    const ledger = await createTestLedger();
    const records = recordsOf(ledger.database);
    expect(await hasKeys(records)).toBe(false);
    const { key, text } = await holdKey(ledger, ['INGEST', 'READ']);
    expect(await hasKeys(records)).toBe(true);
    expect(text).toMatch(/^il_[0-9a-f]{8}_[0-9a-f]{64}$/);
    expect(text.startsWith(`${key.prefix}_`)).toBe(true);
    expect(await findKey(records, text)).toEqual(key);
    const other = text.endsWith('0') ? '1' : '0';
    const wrong = ['', key.prefix, text.slice(0, -1), `${text.slice(0, -1)}${other}`, `${text} `];
    for (const each of [...wrong, text.toUpperCase()]) {
      expect(await findKey(records, each)).toBeNull();
    }
  });

  it('is kept as its SHA-256 alone, and listed without it', async () => {
    const ledger = await createTestLedger();
    const { text } = await holdKey(ledger);
    const { rows } = await ledger.database.pool.query('SELECT * FROM api_key');
    const secret = text.slice(12);
    const dump = JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? '' : value));
    expect(dump).not.toContain(secret);
    expect(rows[0].hash).toEqual(createHash('sha256').update(text).digest());
    const listed = await listKeys(recordsOf(ledger.database));
    expect(Object.keys(listed[0] ?? {})).not.toContain('hash');
  });

  it('is refused by whoever cannot make it: an empty name, no scope, a time gone by', async () => {
    const ledger = await createTestLedger();
    const good = { name: 'feed', scopes: ['READ'], expiresAt: null } as const;
    const bad = [
      { ...good, name: ' ' },
      { ...good, name: 'a\u0007b' },
      { ...good, name: 'x'.repeat(101) },
      { ...good, scopes: [] },
      { ...good, expiresAt: NOW },
    ];
    await asOwner(ledger, async (pool) => {
      for (const each of bad) {
        await expect(createKey(pool, each, NOW)).rejects.toMatchObject({ category: 'Incorrect' });
      }
      expect(await listKeys(recordsOf(ledger.database))).toEqual([]);
    });
  });

  it('is revoked by id, prefix or text, once and for good', async () => {
    const ledger = await createTestLedger();
    const made = [await holdKey(ledger), await holdKey(ledger), await holdKey(ledger)];
    const whiches = [String(made[0]?.key.id), made[1]?.key.prefix ?? '', made[2]?.text ?? ''];
    await asOwner(ledger, async (pool) => {
      for (const [index, which] of whiches.entries()) {
        const revoked = await revokeKey(pool, which);
        expect(revoked.id).toBe(made[index]?.key.id);
        expect(keyStatus(revoked, NOW)).toBe('revoked');
        expect(await revokeKey(pool, which)).toEqual(revoked);
      }
      await expect(revokeKey(pool, '99')).rejects.toMatchObject({ category: 'NotFound' });
      const wrong = `il_00000000_${'ab'.repeat(32)}`;
      await expect(revokeKey(pool, `${wrong}c`)).rejects.toThrow(/^(?!.*abab)/);
    });
    const listed = await listKeys(recordsOf(ledger.database));
    expect(listed.map((key) => keyStatus(key, NOW))).toEqual(['revoked', 'revoked', 'revoked']);
  });

  it('is refused from the instant on at which it expires', async () => {
    const ledger = await createTestLedger();
    const { key } = await holdKey(ledger, ['READ'], LATER);
    expect(keyStatus(key, '2026-12-31T23:59:59.999Z' as Instant)).toBe('active');
    expect(keyStatus(key, LATER)).toBe('expired');
  });

  it('notes the hour of its use, and writes nothing more within it', async () => {
    const ledger = await createTestLedger();
    const { pool } = ledger.database;
    const { key, text } = await holdKey(ledger);
    await noteUse(pool, key);
    const { rows } = await pool.query('SELECT xmin::text, last_used_at FROM api_key');
    expect(rows[0].last_used_at).toMatch(/:00:00\.000Z$/);
    await asOwner(ledger, (owner) =>
      // As if the hour were not over: it may end while the test runs.
      owner.query(`UPDATE api_key SET last_used_at = now() + interval '1 day'`),
    );
    const before = await pool.query('SELECT xmin::text FROM api_key');
    await noteUse(pool, key);
    expect((await pool.query('SELECT xmin::text FROM api_key')).rows).toEqual(before.rows);
    expect((await findKey(recordsOf(ledger.database), text))?.lastUsedAt).not.toBeNull();
  });

  it.each([
    [['READ'], { READ: true, INGEST: false }],
    [['INGEST'], { READ: true, INGEST: true }],
    [['READ', 'INGEST'], { READ: true, INGEST: true }],
  ] as const)('with the scopes %j allows %j', (scopes, { READ, INGEST }) => {
    expect({ READ: allows(scopes, 'READ'), INGEST: allows(scopes, 'INGEST') }).toEqual({
      READ,
      INGEST,
    });
  });
});

describe("the server's own role", () => {
  it.each([
    `INSERT INTO api_key (name, prefix, hash, scopes) VALUES ('x', 'x', sha256(''), '{READ}')`,
    'UPDATE api_key SET revoked_at = NULL',
    `UPDATE api_key SET scopes = '{INGEST}'`,
    'DELETE FROM api_key',
    'TRUNCATE api_key',
  ])('cannot make, change or remove a key: %s', async (statement) => {
    const { database } = await createTestLedger();
    await expect(database.pool.query(statement)).rejects.toMatchObject({ code: '42501' });
  });

  it('learns what to do where it tries', async () => {
    const { database } = await createTestLedger();
    const key = { name: 'x', scopes: ['READ'], expiresAt: null } as const;
    const refusal = {
      category: 'Forbidden',
      message: expect.stringContaining('DATABASE_ADMIN_URL'),
    };
    await expect(createKey(database.pool, key, NOW)).rejects.toMatchObject(refusal);
    await expect(revokeKey(database.pool, '1')).rejects.toMatchObject(refusal);
  });
});
