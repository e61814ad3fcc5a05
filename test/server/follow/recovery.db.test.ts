import { describe, expect, it } from 'vitest';
import type { Database } from '../../../src/database/index.ts';
import { followedForms } from '../../../src/desk/index.ts';
import { EVENING, eventually, following, numbersIn } from '../../support/edgar/following.ts';
import { inventedListing } from '../../support/edgar/listed-filing.ts';
import { index } from '../../support/edgar/pages.ts';
import { startEdgarServer } from '../../support/edgar-server.ts';
import { createTestLedger } from '../../support/test-ledger.ts';

/** The last day through which each form is complete. */
async function completeThrough({ pool }: Database) {
  const followed = await followedForms(pool);
  return new Map([...followed].map(([form, { through }]) => [form, through]));
}

const DAY_MS = 86_400_000;
const SUBMISSION = /Archives\/edgar\/data/;
const folder = '/Archives/edgar/daily-index/2024/QTR2';
const INDEX = /daily-index/;
/** Filings of days from Monday, the 6th of May, on. */
const WEEK = [6, 7, 8, 9, 10].flatMap((date, at) =>
  [1, 2].map((one) =>
    inventedListing(at * 2 + one, { day: `2024-05-${String(date).padStart(2, '0')}` }),
  ),
);
const numbersOf = (filings: typeof WEEK) => filings.map(({ accessionNumber }) => accessionNumber);

describe('what was missed', () => {
  it('while it was down comes from the daily indexes, though the feed has it no more', async () => {
    const { database } = await createTestLedger();
    const server = await startEdgarServer({
      filings: WEEK.slice(0, 2),
      indexedThrough: '2024-05-05',
    });
    await following(server, database, { once: true }).ended;
    expect(await completeThrough(database)).toEqual(new Map([['4', '2024-05-05']]));
    server.list(...WEEK);
    // Two filings of the last day are all that the feed goes back.
    server.set({ feedEntries: 4, indexedThrough: '2024-05-09' });
    const run = following(server, database, { once: true, now: () => EVENING + 4 * DAY_MS });
    await run.ended;
    expect(await numbersIn(database)).toEqual(numbersOf(WEEK));
    expect(await completeThrough(database)).toEqual(new Map([['4', '2024-05-09']]));
    expect(run.said.filter((line) => line.includes('by its index'))).toEqual([
      '2024-05-07: 2 of 2 filings taken by its index.',
      '2024-05-08: 2 of 2 filings taken by its index.',
      '2024-05-09: 2 of 2 filings taken by its index.',
    ]);
    expect(server.asked(SUBMISSION)).toHaveLength(10);
    // Whether the last business days have changed is asked again.
    const before = server.asked(INDEX).length;
    await following(server, database, { once: true, now: () => EVENING + 4 * DAY_MS }).ended;
    expect(server.asked(INDEX).slice(before)).toEqual([
      `${folder}/index.json`,
      ...[6, 7, 8, 9].map((date) => `${folder}/form.2024050${date}.idx 304`),
    ]);
  });

  it('while it ran comes when the index of the day is there', async () => {
    const { database } = await createTestLedger();
    const server = await startEdgarServer({
      filings: WEEK.slice(0, 2),
      indexedThrough: '2024-05-05',
      feedEntries: 2,
    });
    const run = following(server, database, { recoverEveryMs: 50 });
    await eventually(() => numbersIn(database)).toEqual(numbersOf(WEEK.slice(1, 2)));
    server.set({ indexedThrough: '2024-05-06' });
    await eventually(() => numbersIn(database)).toEqual(numbersOf(WEEK.slice(0, 2)));
    await run.end();
    // The day is not over yet.
    expect(await completeThrough(database)).toEqual(new Map([['4', '2024-05-05']]));
  });

  it('over the end of a quarter and a weekend is found too, each form from where it was', async () => {
    const { database } = await createTestLedger();
    const filings = [
      inventedListing(1, { day: '2024-03-28' }),
      inventedListing(2, { day: '2024-03-28', form: '3' }),
      inventedListing(3, { day: '2024-04-01' }),
      inventedListing(4, { day: '2024-04-01', form: '3' }),
      // Every business day has an index; 2024-03-29 is no federal holiday.
      ...['2024-03-27', '2024-03-29', '2024-04-02'].map((day, at) =>
        inventedListing(5 + at, { day, form: '8-K' }),
      ),
    ];
    const server = await startEdgarServer({ filings, feedEntries: 0 });
    const at = (day: string) => () => Date.parse(`${day}T23:30:00Z`);
    await following(server, database, { once: true, now: at('2024-03-27') }).ended;
    await following(server, database, { once: true, forms: ['3'], now: at('2024-03-30') }).ended;
    expect(await numbersIn(database)).toEqual([]);
    await following(server, database, { once: true, forms: ['3', '4'], now: at('2024-04-03') })
      .ended;
    expect(await numbersIn(database)).toEqual([
      '0009000901-24-000001',
      '0009000901-24-000003',
      '0009000901-24-000004',
    ]);
    expect(await completeThrough(database)).toEqual(
      new Map([
        ['3', '2024-04-02'],
        ['4', '2024-04-02'],
      ]),
    );
  });

  it('of a ledger that was filled otherwise is looked for from its latest day on', async () => {
    const { database, append } = await createTestLedger();
    const [first, ...rest] = WEEK;
    await append({ [`${first?.accessionNumber}.txt`]: first?.text ?? '' });
    const server = await startEdgarServer({ filings: WEEK, feedEntries: 0 });
    const run = following(server, database, { once: true, now: () => EVENING + 7 * DAY_MS });
    expect(await run.ended).toMatchObject({ filings: rest.length });
    expect(run.said.filter((line) => line.includes('backfill'))).toEqual([]);
  });

  it('long before is left to a backfill, and a line says so', async () => {
    const { database, append } = await createTestLedger();
    const [first] = WEEK;
    await append({ [`${first?.accessionNumber}.txt`]: first?.text ?? '' });
    const server = await startEdgarServer({ filings: WEEK, feedEntries: 0 });
    const run = following(server, database, { once: true, now: () => EVENING + 60 * DAY_MS });
    expect(await run.ended).toMatchObject({ filings: 0 });
    expect(run.said).toEqual([
      'Form 4 was not followed before: it is from 2024-07-05 on. For what is earlier, see insider-ledger backfill.',
    ]);
  });
});

it('a day whose index is broken keeps no other day back, and is looked at again', async () => {
  const { database } = await createTestLedger();
  const server = await startEdgarServer({ filings: WEEK.slice(0, 6), feedEntries: 0 });
  const once = (days: number) =>
    following(server, database, { once: true, now: () => EVENING + days * DAY_MS });
  const path = '/Archives/edgar/daily-index/2024/QTR2/form.20240507.idx';
  await once(0).ended;
  server.put(path, Buffer.from('Nothing of an index.'));
  const run = once(3);
  expect(await run.ended).toMatchObject({ filings: 2 });
  expect(run.said).toEqual([
    expect.stringMatching(/^2024-05-07: This is no index of EDGAR.* It is asked for again\.$/),
    expect.stringContaining('2024-05-08: 2 of 2'),
  ]);
  expect(await completeThrough(database)).toEqual(new Map([['4', '2024-05-06']]));
  server.put(path, Buffer.from(index('form', WEEK.slice(2, 4), { daily: true })));
  await once(11).ended;
  expect(await numbersIn(database)).toEqual(numbersOf(WEEK.slice(0, 6)));
  expect(await completeThrough(database)).toEqual(new Map([['4', '2024-05-08']]));
});
