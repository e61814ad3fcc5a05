import { describe, expect, it, vi } from 'vitest';
import type { Database } from '../../src/database/index.ts';
import { revokeKey } from '../../src/desk/index.ts';
import { Callers } from '../../src/server/callers.ts';
import type { Instant } from '../../src/values/index.ts';
import { asOwner, holdKey } from '../support/key-holder.ts';
import { NOW, startSending } from '../support/sending.ts';
import { createTestLedger } from '../support/test-ledger.ts';

const QUESTION = '{ ledger { events } }';
const ANSWER = { data: { ledger: { events: 0 } } };
const WRONG = `il_00000000_${'0'.repeat(64)}`;

const refusal = (message: string) => ({
  errors: [{ message: expect.stringContaining(message), extensions: { code: 'UNAUTHENTICATED' } }],
});

describe('whoever presents a key', () => {
  it('may present it as Bearer, in X-API-Key, or bare', async () => {
    const ledger = await createTestLedger();
    const { text } = await holdKey(ledger, ['READ']);
    const send = await startSending(ledger.database, { settings: { reads: 'keys' } });
    const ways = [
      { authorization: `Bearer ${text}` },
      { Authorization: `bearer   ${text} ` },
      { 'X-API-Key': text },
      { 'x-api-key': text, authorization: 'Basic cHJveHk6c2VjcmV0' },
      { authorization: text },
    ];
    for (const headers of ways) expect(await send(QUESTION, {}, headers)).toEqual(ANSWER);
  });

  it('is refused with a key that is none or wrong, also where reads are open', async () => {
    const ledger = await createTestLedger();
    const { text } = await holdKey(ledger);
    const send = await startSending(ledger.database);
    const wrong = ['Bearer', 'Bearer junk', `Bearer ${WRONG}`, `Bearer ${text.slice(0, -1)}`];
    for (const authorization of [...wrong, text.slice(0, -1)]) {
      const answer = await send(QUESTION, {}, { authorization });
      expect(answer).toMatchObject(refusal('is not one of this ledger'));
      expect(JSON.stringify(answer)).not.toContain(text.slice(12, 40));
    }
    expect(await send(QUESTION, {}, { authorization: 'Basic cHJveHk6c2VjcmV0' })).toEqual(ANSWER);
  });

  it('is refused with a key that has expired or is revoked', async () => {
    const ledger = await createTestLedger();
    const expired = await holdKey(ledger, ['READ'], NOW);
    const revoked = await holdKey(ledger, ['READ']);
    await asOwner(ledger, (pool) => revokeKey(pool, revoked.key.prefix));
    const send = await startSending(ledger.database);
    expect(await send(QUESTION, {}, expired.headers)).toMatchObject(refusal('is expired'));
    expect(await send(QUESTION, {}, revoked.headers)).toMatchObject(refusal('is revoked'));
  });
});

describe('Callers', () => {
  const callersOf = (database: Pick<Database, 'pool' | 'records'>) =>
    new Callers({ database, reads: 'open', now: () => NOW });

  it('asks the database for a key once in five seconds, so that a revoked one stops by then', async () => {
    const ledger = await createTestLedger();
    const { key, text } = await holdKey(ledger);
    const callers = callersOf(ledger.database);
    const reads = vi.spyOn(ledger.database.records(), 'query');
    const writes = vi.spyOn(ledger.database.pool, 'query');
    const clock = vi.spyOn(performance, 'now').mockReturnValue(1_000);
    try {
      const asked = Array.from({ length: 20 }, async () => callers.of({ apiKey: text }));
      const caller = { kind: 'key', id: key.id, name: key.name, scopes: ['INGEST'] };
      expect(await Promise.all(asked)).toEqual(Array.from(asked, () => caller));
      expect([reads, writes].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
      await asOwner(ledger, (pool) => revokeKey(pool, key.prefix));
      clock.mockReturnValue(5_999);
      expect(await callers.of({ apiKey: text })).toEqual(caller);
      clock.mockReturnValue(6_000);
      await expect(callers.of({ apiKey: text })).rejects.toThrow('is revoked');
    } finally {
      clock.mockRestore();
    }
  });

  it('refuses a remembered key from the instant on at which it expires', async () => {
    const ledger = await createTestLedger();
    const expiresAt = '2026-11-21T12:00:01.000Z' as Instant;
    const { text } = await holdKey(ledger, ['READ'], expiresAt);
    let now = NOW;
    const callers = new Callers({ ...ledger, reads: 'open', now: () => now });
    expect(await callers.of({ apiKey: text })).toMatchObject({ kind: 'key' });
    now = expiresAt;
    await expect(callers.of({ apiKey: text })).rejects.toThrow('is expired');
  });

  it('forgets a database that was away, and asks it nothing for what is no key', async () => {
    const ledger = await createTestLedger();
    const { text } = await holdKey(ledger);
    const callers = callersOf(ledger.database);
    const query = vi.spyOn(ledger.database.records(), 'query');
    await expect(callers.of({ apiKey: 'junk' })).rejects.toMatchObject({
      category: 'Unauthenticated',
    });
    expect(query).not.toHaveBeenCalled();
    query.mockImplementationOnce(() => Promise.reject(new Error('away')) as never);
    await expect(callers.of({ apiKey: text })).rejects.toThrow('away');
    expect(await callers.of({ apiKey: text })).toMatchObject({ kind: 'key' });
  });
});
