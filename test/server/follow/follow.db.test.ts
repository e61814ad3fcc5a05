import { describe, expect, it } from 'vitest';
import { verifyLedger } from '../../../src/ledger/index.ts';
import { EVENING, eventually, following, numbersIn } from '../../support/edgar/following.ts';
import { inventedListing, submissionOf } from '../../support/edgar/listed-filing.ts';
import { startEdgarServer } from '../../support/edgar-server.ts';
import { createTestLedger } from '../../support/test-ledger.ts';

const listings = (from: number, to: number, more: Parameters<typeof inventedListing>[1] = {}) =>
  Array.from({ length: to - from + 1 }, (_, index) => inventedListing(from + index, more));
const numbers = (of: ReturnType<typeof listings>) =>
  of.map(({ accessionNumber }) => accessionNumber).sort();
const BAD = inventedListing(2);
const SUBMISSION = /Archives\/edgar\/data/;
const FEED = /getcurrent/;
/** The day's index comes at night. */
const NO_INDEX = { indexedThrough: '2024-05-05' };

describe('following the feed', () => {
  it('takes what is listed, and what is listed later', async () => {
    const { database } = await createTestLedger();
    const server = await startEdgarServer({ ...NO_INDEX, filings: listings(1, 3) });
    const run = following(server, database);
    await eventually(() => numbersIn(database)).toEqual(numbers(listings(1, 3)));
    server.list(...listings(4, 5));
    await eventually(() => numbersIn(database)).toEqual(numbers(listings(1, 5)));
    expect(await run.end()).toMatchObject({ filings: 5, rejected: 0, missing: 0 });
    expect((await verifyLedger(database.pool)).faults).toEqual([]);
  });

  it('asks for each filing once, however long it follows, and for none that the ledger holds', async () => {
    const { database, append } = await createTestLedger();
    const filings = listings(1, 8);
    await append({ [`${filings[0]?.accessionNumber}.txt`]: filings[0]?.text ?? '' });
    const server = await startEdgarServer({ ...NO_INDEX, filings });
    const run = following(server, database);
    await eventually(() => server.asked(FEED).length).toBeGreaterThan(6);
    await run.end();
    expect(
      server
        .asked(SUBMISSION)
        .map((path) => path.slice(-24, -4))
        .sort(),
    ).toEqual(numbers(filings).slice(1));
    const again = following(server, database, { once: true });
    expect(await again.ended).toMatchObject({ filings: 0 });
    expect(server.asked(SUBMISSION)).toHaveLength(7);
  });

  it('asks no more for a filing that was rejected, in this run or a later one', async () => {
    const { database } = await createTestLedger();
    const server = await startEdgarServer({
      ...NO_INDEX,
      filings: [inventedListing(1), { ...BAD, text: submissionOf(BAD, 'Nothing.') }],
    });
    const run = following(server, database);
    await eventually(() => server.asked(FEED).length).toBeGreaterThan(5);
    expect(await run.end()).toMatchObject({ filings: 1, rejected: 1 });
    expect(run.rejected).toMatchObject([{ file: expect.stringContaining('24-000002.txt') }]);
    const again = following(server, database, { once: true });
    expect(await again.ended).toMatchObject({ filings: 0, rejected: 0 });
    expect(server.asked(/000002\.txt/)).toHaveLength(1);
  });

  it('reads on over pages to what it knows, and no further', async () => {
    const { database } = await createTestLedger();
    const server = await startEdgarServer({ ...NO_INDEX, filings: listings(1, 75) });
    // A page has a hundred entries, two a filing, and the pages overlap.
    const first = following(server, database, { once: true });
    expect(await first.ended).toMatchObject({ filings: 75 });
    expect(server.asked(FEED)).toHaveLength(2);
    const run = following(server, database);
    // The first time it makes sure that nothing is missing behind what it knows.
    await eventually(() => server.asked(FEED).length).toBeGreaterThan(5);
    const starts = () => server.asked(FEED).map((path) => /start=(\d+)/.exec(path)?.[1]);
    expect(starts().slice(0, 4)).toEqual(['0', '90', '0', '90']);
    expect(new Set(starts().slice(4))).toEqual(new Set(['0']));
    server.list(...listings(76, 123));
    await eventually(() => numbersIn(database)).toHaveLength(123);
    await run.end();
    expect(starts().slice(4)).toContain('90');
    expect(starts().slice(4)).not.toContain('180');
    expect(server.asked(SUBMISSION)).toHaveLength(123);
  });

  it('takes forms asked for alone, with their amendments', async () => {
    const { database } = await createTestLedger();
    const forms = ['3', '3/A', '4', '4/A', '424B4', '5', '40-F', '8-K'];
    const server = await startEdgarServer({
      ...NO_INDEX,
      filings: forms.map((form, index) => inventedListing(index + 1, { form })),
    });
    const run = following(server, database, { once: true, forms: ['3', '4'] });
    expect(await run.ended).toMatchObject({ filings: 4, missing: 0 });
    expect(run.rejected).toEqual([]);
    expect(server.asked(SUBMISSION)).toHaveLength(4);
  });

  it('waits for a text that is listed before it is there', async () => {
    const { database } = await createTestLedger();
    const early = inventedListing(1, { text: null });
    const server = await startEdgarServer({ ...NO_INDEX, filings: [early, inventedListing(2)] });
    let now = EVENING;
    const run = following(server, database, { now: () => now });
    await eventually(() => server.asked(FEED).length).toBeGreaterThan(4);
    expect(server.asked(/000001\.txt/)).toHaveLength(1);
    expect(run.said).toContainEqual(
      expect.stringMatching(/000001.*is not there. It is asked for again\.$/),
    );
    now += 5_000;
    await eventually(() => server.asked(/000001\.txt/).length).toBe(2);
    server.list(inventedListing(1));
    now += 10_000;
    await eventually(() => numbersIn(database)).toHaveLength(2);
    expect(await run.end()).toMatchObject({ filings: 2, missing: 0 });
  });

  it('gives a text up that is not there for fourteen days, and says so', async () => {
    const { database } = await createTestLedger();
    const server = await startEdgarServer({
      ...NO_INDEX,
      filings: [inventedListing(1, { text: null })],
    });
    let now = EVENING;
    const run = following(server, database, { now: () => now });
    await eventually(() => server.asked(/000001\.txt/).length).toBe(1);
    now += 14 * 86_400_000;
    await eventually(() => run.said).toContainEqual(expect.stringContaining('It is given up'));
    now += 86_400_000;
    const polls = server.asked(FEED).length;
    await eventually(() => server.asked(FEED).length).toBeGreaterThan(polls + 3);
    expect(server.asked(/000001\.txt/)).toHaveLength(2);
    expect(await run.end()).toMatchObject({ missing: 1 });
  });

  it('adds nothing twice where two processes follow at once', async () => {
    const { database } = await createTestLedger();
    const server = await startEdgarServer({ ...NO_INDEX, filings: listings(1, 30) });
    const runs = [following(server, database), following(server, database)];
    await eventually(() => numbersIn(database)).toHaveLength(30);
    server.list(...listings(31, 50));
    await eventually(() => numbersIn(database)).toHaveLength(50);
    const summaries = await Promise.all(runs.map((run) => run.end()));
    expect(summaries.reduce((sum, { filings }) => sum + filings, 0)).toBe(50);
    expect((await verifyLedger(database.pool)).faults).toEqual([]);
  });
});
