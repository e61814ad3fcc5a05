import { expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../src/database/index.ts';
import { openPace } from '../../src/desk/index.ts';
import { createTestLedger } from '../support/test-ledger.ts';

/** Databases of as many processes on one ledger. */
async function processes(count: number) {
  const { serverUrl } = await createTestLedger();
  return Array.from({ length: count }, () => {
    const database = openDatabase({ connectionString: serverUrl, poolSize: 3 });
    onTestFinished(() => database.close());
    return database;
  });
}

it('turns of all processes together are as far apart as the rate wants, and nobody is early', async () => {
  const given: number[] = [];
  const late: number[] = [];
  const paces = (await processes(3)).map((database) =>
    openPace(database, { perSecond: 50, given: (at) => given.push(at) }),
  );
  await Promise.all(
    paces.flatMap((pace) =>
      Array.from({ length: 6 }, async () => {
        await pace.turn();
        late.push(Date.now());
      }),
    ),
  );
  given.sort((a, b) => a - b);
  const gaps = given.slice(1).map((at, index) => at - (given[index] ?? 0));
  expect(given).toHaveLength(18);
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(20);
  // One machine, one clock: the database's moments are those of this process.
  late.sort((a, b) => a - b);
  for (const [index, at] of late.entries())
    expect(at).toBeGreaterThanOrEqual((given[index] ?? 0) - 1);
});

it('a hold is one for every process', async () => {
  const [one, two] = await processes(2);
  if (one === undefined || two === undefined) throw new Error('two processes');
  const given: number[] = [];
  const waits: number[] = [];
  const held = openPace(one, { perSecond: 10, given: (at) => given.push(at) });
  const other = openPace(two, {
    perSecond: 10,
    given: (at) => given.push(at),
    waiting: (ms) => waits.push(ms),
  });
  await held.turn();
  await held.hold(60_000);
  const closing = new AbortController();
  const turn = other.turn(closing.signal);
  await expect.poll(() => waits.length).toBe(1);
  closing.abort(new Error('closing'));
  await expect(turn).rejects.toThrow('closing');
  const [before = 0, after = 0] = given;
  expect(after - before).toBeGreaterThanOrEqual(60_000);
  await held.hold(1_000);
  await expect(other.turn(AbortSignal.abort(new Error('closed')))).rejects.toThrow('closed');
});
