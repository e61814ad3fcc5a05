import pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { verifyLedger } from '../../../src/ledger/index.ts';
import { sampleDocuments } from '../../support/samples.ts';
import { createTestLedger, type TestLedger } from '../../support/test-ledger.ts';

const CHANGES = ['ledger_event', 'source_document'].flatMap((table) => [
  `UPDATE ${table} SET recorded_at = now()`,
  `UPDATE ${table} SET recorded_at = now() WHERE false`,
  `DELETE FROM ${table}`,
  `TRUNCATE ${table}`,
]);

async function filledLedger(): Promise<TestLedger> {
  const ledger = await createTestLedger();
  await ledger.append(sampleDocuments());
  return ledger;
}

/** A superuser, with or without the triggers. */
async function superuser({ adminUrl }: TestLedger, { triggers }: { triggers: boolean }) {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  onTestFinished(() => client.end());
  if (!triggers) await client.query('SET session_replication_role = replica');
  return client;
}

describe('§4 the ledger is append-only', () => {
  it.each(CHANGES)("PostgreSQL refuses the server's own role: %s", async (statement) => {
    const { database } = await filledLedger();
    await expect(database.pool.query(statement)).rejects.toMatchObject({
      code: '42501',
      message: expect.stringContaining('permission denied'),
    });
  });

  it.each(CHANGES)('a trigger refuses even a superuser: %s', async (statement) => {
    const client = await superuser(await filledLedger(), { triggers: true });
    await expect(client.query(statement)).rejects.toThrow('is append-only');
  });

  it.each([
    'ALTER TABLE ledger_event DISABLE TRIGGER ALL',
    'DROP TABLE ledger_event',
    'CREATE TABLE mine (id int)',
    'SET session_replication_role = replica',
  ])("the server's own role cannot get round it: %s", async (statement) => {
    const { database } = await filledLedger();
    await expect(database.pool.query(statement)).rejects.toMatchObject({ code: '42501' });
  });
});

describe('verify', () => {
  it.each([
    [
      'a value in a payload',
      `UPDATE ledger_event SET payload = jsonb_set(payload::jsonb, '{line}', '99') WHERE position = 9`,
      9n,
      'its content is not what its hash sealed',
    ],
    [
      'one byte of a hash',
      'UPDATE ledger_event SET hash = set_byte(hash, 0, get_byte(hash, 0) # 1) WHERE position = 5',
      5n,
      'its content is not what its hash sealed',
    ],
    [
      'a date of recording',
      `UPDATE ledger_event SET recorded_at = recorded_at + interval '1 ms' WHERE position = 3`,
      3n,
      'its content is not what its hash sealed',
    ],
    ['an event gone', 'DELETE FROM ledger_event WHERE position = 6', 6n, '1 event(s) missing'],
    [
      'the first event gone',
      'DELETE FROM ledger_event WHERE position = 1',
      1n,
      '1 event(s) missing',
    ],
  ])('names the position of %s changed behind its back', async (_, change, position, message) => {
    const ledger = await filledLedger();
    const client = await superuser(ledger, { triggers: false });
    expect((await verifyLedger(ledger.database.pool)).faults).toEqual([]);
    await client.query(change);
    expect((await verifyLedger(ledger.database.pool)).faults[0]).toEqual({ position, message });
  });

  it('names source bytes that were changed, and the event whose source is gone', async () => {
    const ledger = await filledLedger();
    const client = await superuser(ledger, { triggers: false });
    await client.query(
      `UPDATE source_document SET packed = set_byte(packed, 9, get_byte(packed, 9) # 1)
       WHERE hash = (SELECT hash FROM source_document ORDER BY hash LIMIT 1)`,
    );
    const [changed] = (await verifyLedger(ledger.database.pool)).faults;
    expect(changed?.message).toMatch(
      /^source document [0-9a-f]{64} is not the bytes that were kept$/,
    );
    await client.query('DELETE FROM source_document');
    expect((await verifyLedger(ledger.database.pool)).faults[0]).toMatchObject({ position: 1n });
  });
});

describe('§4 an ingest on a chain that is broken at its head', () => {
  it.each([
    [
      'its hash',
      'hash = sha256(hash)',
      /broken at event \d+: its content is not what its hash sealed/,
    ],
    ['its link', 'previous_hash = sha256(hash)', /broken at event \d+: not chained/],
    ['a gap before it', 'position = position + 3', /broken at event \d+: 3 event\(s\) missing/],
  ])('appends nothing and says so: %s', async (_, change, said) => {
    const ledger = await createTestLedger();
    const [first, ...rest] = Object.entries(sampleDocuments());
    if (first === undefined) throw new Error('There are samples.');
    await ledger.append(Object.fromEntries(rest));
    const client = await superuser(ledger, { triggers: false });
    await client.query(
      `UPDATE ledger_event SET ${change} WHERE position = (SELECT max(position) FROM ledger_event)`,
    );
    const count = async () => (await client.query('SELECT count(*) FROM ledger_event')).rows;
    const before = await count();
    await expect(ledger.append({ [first[0]]: first[1] })).rejects.toMatchObject({
      category: 'Conflict',
      message: expect.stringMatching(said),
    });
    expect(await count()).toEqual(before);
  });
});
