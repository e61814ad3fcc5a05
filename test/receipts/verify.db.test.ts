import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { chainHash, type LedgerEvent } from '../../src/ledger/events/index.ts';
import { compareProjections } from '../../src/ledger/index.ts';
import { readEvents } from '../../src/ledger/log/index.ts';
import { parseNote, type ReadNote } from '../../src/receipts/checkpoints/index.ts';
import {
  checkpointKeys,
  HeldCheckpoints,
  issueCheckpoint,
  newSigningKey,
  readSigningKey,
} from '../../src/receipts/index.ts';
import type { Instant } from '../../src/values/index.ts';
import { insiderLedger } from '../support/command-line.ts';
import { manyFilings } from '../support/many-filings.ts';
import { createTestLedger, type TestLedger } from '../support/test-ledger.ts';

const signing = readSigningKey(newSigningKey(), 'the test');
const key = () => signing;
const now = () => '2024-06-01T12:00:00.000Z' as Instant;

/** A ledger of which two checkpoints were kept: of half of its filings, and of all. */
async function keptLedger(filings = 200) {
  const ledger = await createTestLedger();
  const documents = Object.entries(manyFilings(filings));
  await ledger.append(Object.fromEntries(documents.slice(0, filings / 2)));
  const half = (await issueCheckpoint(ledger.database, { key, now })) ?? '';
  await ledger.append(Object.fromEntries(documents.slice(filings / 2)));
  const all = (await issueCheckpoint(ledger.database, { key, now })) ?? '';
  return { ledger, half, all };
}

/** Does what a superuser can, past the triggers that refuse it. */
async function asSuperuser(
  { adminUrl }: TestLedger,
  work: (db: pg.Client) => Promise<void>,
): Promise<void> {
  const db = new pg.Client({ connectionString: adminUrl });
  await db.connect();
  try {
    await db.query('SET session_replication_role = replica');
    await work(db);
  } finally {
    await db.end();
  }
}

/** Changes an event's payload, and seals it and all after it anew. */
async function reseal(ledger: TestLedger, position: bigint): Promise<void> {
  const events = await readEvents(ledger.database.pool, position - 2n, 100_000);
  await asSuperuser(ledger, async (db) => {
    let [{ hash }] = events as [LedgerEvent];
    for (const event of events.slice(1)) {
      const isIt = event.position === position;
      const payload = isIt ? { ...event.payload, altered: true } : event.payload;
      const own = chainHash(hash, { ...event, payload } as LedgerEvent);
      await db.query(
        'UPDATE ledger_event SET payload = $2, previous_hash = $3, hash = $4 WHERE position = $1',
        [event.position, JSON.stringify(payload), hash, own],
      );
      hash = own;
    }
  });
}

async function faultsOf(
  { database }: TestLedger,
  notes: readonly string[],
  trusted: readonly Buffer[] | null = null,
) {
  const held = await HeldCheckpoints.open(database.pool, { notes, trusted });
  for (const { hash } of await readEvents(database.pool, 0n, 100_000)) held.add(hash);
  return held.faults();
}

describe('a ledger is held to checkpoints that were kept elsewhere', () => {
  it('what only grew since keeps to all of them', async () => {
    const { ledger, half, all } = await keptLedger(20);
    expect(await faultsOf(ledger, [half, all])).toEqual([]);
  });

  it('the whole chain resealed by a superuser is found, from the event that was changed on', async () => {
    const { ledger, half, all } = await keptLedger();
    // Under no full tile of the tree: two checkpoints tell between which of them.
    await reseal(ledger, 301n);
    expect(await faultsOf(ledger, [half])).toEqual([]);
    expect(await faultsOf(ledger, [all])).toEqual([
      {
        position: 201n,
        message: expect.stringMatching(
          /^rewritten since the checkpoint of 2024-06-01T12.*: some event from 201 to 400 is not/,
        ),
      },
    ]);
    await reseal(ledger, 180n);
    expect((await faultsOf(ledger, [all])).map(({ position }) => position)).toEqual([180n]);
    await asSuperuser(ledger, async (db) => {
      await db.query('DELETE FROM merkle_tile');
      await db.query('DELETE FROM checkpoint');
    });
    expect((await faultsOf(ledger, [all])).map(({ position }) => position)).toEqual([1n]);
    // What it signed last is gone: it is held to what was kept alone.
    await asSuperuser(ledger, async (db) => {
      const { position, rootHash, chainHash } = parseNote(half) as ReadNote;
      await db.query("INSERT INTO checkpoint VALUES ($1, 'deadbeef', $2, $3, now(), $4)", [
        position,
        rootHash,
        chainHash,
        half,
      ]);
    });
    const issued = issueCheckpoint(ledger.database, { key, now });
    await expect(issued).rejects.toThrow(/was rewritten since .* nothing more is signed/);
  });

  it('a tail cut off by a superuser is found, with the first event that is missing', async () => {
    const { ledger, all } = await keptLedger(20);
    await asSuperuser(
      ledger,
      async (db) => void (await db.query('DELETE FROM ledger_event WHERE position > 12')),
    );
    expect(await faultsOf(ledger, [all])).toEqual([
      {
        position: 13n,
        message: expect.stringMatching(/^missing: the checkpoint .* there are 12$/),
      },
    ]);
    const issued = issueCheckpoint(ledger.database, { key, now });
    await expect(issued).rejects.toThrow(/was cut to 12 events/);
  });

  it('a checkpoint of a key that is not trusted, or that was changed, is refused', async () => {
    const { ledger, all } = await keptLedger(20);
    const other = readSigningKey(newSigningKey(), 'the test').publicKey;
    expect((await faultsOf(ledger, [all], [other]))[0]?.message).toMatch(/none of the keys given/);
    expect(await faultsOf(ledger, [all], [signing.publicKey])).toEqual([]);
    const changed = all.replace('issued 2024', 'issued 2023');
    expect((await faultsOf(ledger, [changed]))[0]?.message).toMatch(
      /no key that this ledger lists/,
    );
    expect((await faultsOf(ledger, ['not a note']))[0]?.message).toMatch(/is no checkpoint/);
  });
});

it('a projection changed by a superuser is found, and nothing is changed by the comparison', async () => {
  const { ledger } = await keptLedger(20);
  const same = await compareProjections(ledger.database);
  expect(same.filter((one) => !one.same)).toEqual([]);
  expect(same.find(({ table }) => table === 'filing')?.rows).toBe(20);
  await asSuperuser(
    ledger,
    async (db) => void (await db.query('UPDATE entry SET amount = amount + 1 WHERE position = 8')),
  );
  const [changed, ...others] = (await compareProjections(ledger.database)).filter(
    (one) => !one.same,
  );
  expect(others).toEqual([]);
  expect(changed?.table).toBe('entry');
  expect(changed?.strange).toMatch(/^\(/);
});

it('`verify` holds a ledger to a file of checkpoints and its projections to a rebuild', async () => {
  const { ledger, half, all } = await keptLedger(20);
  const folder = await mkdtemp(join(tmpdir(), 'insider-ledger-verify-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, 'checkpoints.txt');
  await writeFile(file, half + all);
  const [listed] = await checkpointKeys(ledger.database.pool);
  const verify = (...args: string[]) =>
    insiderLedger(['verify', '--checkpoint', file, ...args], { DATABASE_URL: ledger.adminUrl });
  const good = await verify('--projections', '--checkpoint-key', listed?.verifierKey ?? '');
  expect(good.stderr).toBe('');
  expect(good).toMatchObject({ status: 0 });
  expect(good.stdout).toMatch(
    /keeps to 2 checkpoint\(s\)\n16 projections are what a rebuild makes/,
  );
  await reseal(ledger, 12n);
  const bad = await verify('--json');
  expect(bad.status).toBe(1);
  expect(JSON.parse(bad.stdout).faults[0].message).toMatch(/^rewritten since/);
});
