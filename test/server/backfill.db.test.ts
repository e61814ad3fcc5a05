import { describe, expect, it } from 'vitest';
import { findGaps } from '../../src/desk/index.ts';
import { ingest } from '../../src/ledger/index.ts';
import {
  type BackfillOptions,
  backfill,
  planBackfill,
  type QuarterEnd,
} from '../../src/server/backfill/index.ts';
import type { RejectedFile } from '../../src/server/ingest-documents.ts';
import type { CalendarDate } from '../../src/values/index.ts';
import { clientOf } from '../support/edgar/client-of.ts';
import { dataSetPath, dataSetZip } from '../support/edgar/data-set-zip.ts';
import {
  inventedListing,
  type ListedFiling,
  submissionOf,
} from '../support/edgar/listed-filing.ts';
import { type EdgarServer, startEdgarServer } from '../support/edgar-server.ts';
import { holdingsOfAll } from '../support/holdings-of-all.ts';
import { sourceDocument } from '../support/source-document.ts';
import { createTestLedger, type TestLedger } from '../support/test-ledger.ts';

const TODAY = '2024-11-20' as CalendarDate;
const Q1 = [1, 2, 3].map((number) => inventedListing(number, { day: '2024-02-06' }));
const Q2 = [4, 5, 6, 7].map((number) => inventedListing(number, { day: '2024-05-06' }));
const ALL = [...Q1, ...Q2];
const INDEX = /full-index/;
const SUBMISSION = /edgar\/data/;
const ZIP = /form345/;

/** An EDGAR with the invented filings and their data sets. */
async function edgar(filings: readonly ListedFiling[] = ALL): Promise<EdgarServer> {
  const server = await startEdgarServer({ filings });
  server.put(dataSetPath('2024q1'), await dataSetZip(Q1));
  server.put(dataSetPath('2024q2'), await dataSetZip(Q2));
  return server;
}

/** Runs a backfill of both quarters, or of what the options say. */
async function run(
  { database }: Pick<TestLedger, 'database'>,
  server: EdgarServer,
  options: BackfillOptions = {},
) {
  const { client, retries } = clientOf(server.url);
  const plan = planBackfill({ from: '2024q1', to: '2024q2', ...options }, TODAY);
  const reports = {
    rejected: [] as RejectedFile[],
    missing: [] as string[],
    ends: [] as QuarterEnd[],
  };
  const { summary, finishedBefore } = await backfill({
    database,
    client,
    plan,
    listener: {
      rejected: (file) => reports.rejected.push(file),
      missing: (what, fault) => reports.missing.push(fault === null ? what : `${what}: ${fault}`),
      quarterEnded: (end) => reports.ends.push(end),
      progress: () => undefined,
    },
  });
  return { summary, finishedBefore, retries, ...reports };
}

const numbers = async ({ database }: TestLedger) => {
  const { rows } = await database.pool.query<{ number: string; rendition: string }>(
    'SELECT accession_number AS number, rendition FROM filing ORDER BY 1',
  );
  return rows;
};
const expected = (filings: readonly ListedFiling[], rendition: string) =>
  filings.map(({ accessionNumber: number }) => ({ number, rendition }));

const SOURCES = [
  ['data-set', 'data-set', ZIP],
  ['archive', 'submission-text', INDEX],
] as const;

describe.each(SOURCES)('a backfill from %s', (source, rendition, lists) => {
  it('brings every filing of the quarters in, and asks nothing when it is run again', async () => {
    const [ledger, server] = await Promise.all([createTestLedger(), edgar()]);
    const first = await run(ledger, server, { source });
    expect(first.summary).toMatchObject({ filings: 7, rejected: 0, missing: 0, alreadyHeld: 0 });
    expect(first.ends.map(({ quarter, summary }) => [quarter, summary.filings])).toEqual([
      ['2024q1', 3],
      ['2024q2', 4],
    ]);
    expect(await numbers(ledger)).toEqual(expected(ALL, rendition));
    const asked = server.requests.length;
    const second = await run(ledger, server, { source });
    expect(second).toMatchObject({ summary: { filings: 0 }, finishedBefore: 2 });
    expect(server.requests).toHaveLength(asked);
  });

  it('asks finished quarters again if asked to, only for what has changed', async () => {
    const [ledger, server] = await Promise.all([createTestLedger(), edgar()]);
    await run(ledger, server, { source });
    const asked = server.requests.length;
    const more = inventedListing(8, { day: '2024-05-07' });
    server.list(more);
    server.put(dataSetPath('2024q2'), await dataSetZip([...Q2, more]));
    const again = await run(ledger, server, { source, again: true });
    expect(again.ends.map(({ outcome }) => outcome)).toEqual(['unchanged', 'read']);
    expect(again.summary).toMatchObject({ filings: 1, alreadyHeld: 4 });
    expect(server.asked(lists).filter((path) => path.endsWith(' 304'))).toHaveLength(1);
    expect(server.requests.length - asked).toBe(source === 'archive' ? 3 : 2);
  });

  it('goes on where a run before it broke off, and appends nothing twice', async () => {
    const [ledger, server] = await Promise.all([createTestLedger(), edgar()]);
    const down = source === 'archive' ? /QTR2/ : /2024q2/;
    server.fail(down, { kind: 'status', status: 503 }, 5);
    await expect(run(ledger, server, { source })).rejects.toMatchObject({
      category: 'Unavailable',
    });
    const asked = server.requests.length;
    const { summary, finishedBefore } = await run(ledger, server, { source });
    expect(finishedBefore).toBe(1);
    expect(summary).toMatchObject({ filings: 4, alreadyHeld: 0 });
    const later = server.requests.slice(asked).map(({ path }) => path);
    expect(later.filter((path) => /2024(q1|\/QTR1)/.test(path))).toEqual([]);
    expect(await numbers(ledger)).toEqual(expected(ALL, rendition));
  });

  it('takes the forms asked for, and the others when they are asked for later', async () => {
    const five = inventedListing(9, { day: '2024-02-07', form: '5' });
    const ledger = await createTestLedger();
    const server = await edgar([...ALL, five]);
    server.put(dataSetPath('2024q1'), await dataSetZip([...Q1, five]));
    const quarter = { source, to: '2024q1' };
    expect((await run(ledger, server, { ...quarter, form: ['5'] })).summary.filings).toBe(1);
    expect(await numbers(ledger)).toEqual(expected([five], rendition));
    const all = await run(ledger, server, quarter);
    expect(all).toMatchObject({ summary: { filings: 3, alreadyHeld: 1 }, finishedBefore: 0 });
    const four = await run(ledger, server, { ...quarter, form: ['4'] });
    expect(four).toMatchObject({ summary: { filings: 0 }, finishedBefore: 1 });
  });

  it.each([
    ['issuer', '9000901', 7],
    ['issuer', '9100001', 0],
    ['owner', '9100002', 1],
    ['owner', '9000901', 0],
  ])('takes the filings of the %s %s alone', async (option, cik, count) => {
    const [ledger, server] = await Promise.all([createTestLedger(), edgar()]);
    server.set({ jsonPage: 3 });
    const { summary } = await run(ledger, server, { source, [option]: [cik] });
    expect(summary).toMatchObject({ filings: count, missing: 0 });
    expect(await numbers(ledger)).toHaveLength(count);
  });

  it('counts a quarter that EDGAR does not have as missing, and asks for it the next time', async () => {
    const [ledger, server] = await Promise.all([createTestLedger(), edgar()]);
    const first = await run(ledger, server, { source, to: '2024q3' });
    expect(first.summary).toMatchObject({ filings: 7, missing: 1 });
    expect(first.ends.map(({ outcome }) => outcome)).toEqual(['read', 'read', 'absent']);
    const second = await run(ledger, server, { source, to: '2024q3' });
    expect(second).toMatchObject({ finishedBefore: 2, ends: [{ outcome: 'absent' }] });
  });

  it('does not take a quarter for finished that has hardly ended', async () => {
    const [ledger, server] = await Promise.all([createTestLedger(), edgar()]);
    const early = planBackfill({ source, from: '2024q2' }, '2024-07-02' as CalendarDate);
    expect(early.quarters).toEqual(['2024q2']);
    const { client } = clientOf(server.url);
    const ignore = () => undefined;
    const listener = { rejected: ignore, missing: ignore, quarterEnded: ignore, progress: ignore };
    await backfill({ database: ledger.database, client, plan: early, listener });
    const { rows } = await ledger.database.pool.query('SELECT * FROM backfill_progress');
    expect(rows).toEqual([]);
    const later = await run(ledger, server, { source, from: '2024q2' });
    expect(later).toMatchObject({ finishedBefore: 0, summary: { filings: 0, alreadyHeld: 4 } });
  });
});

describe('a backfill from both sources', () => {
  it('§2 gives the answers that the archive alone gives', async () => {
    const [both, alone, server] = await Promise.all([
      createTestLedger(),
      createTestLedger(),
      edgar(),
    ]);
    await run(both, server, { source: 'data-set' });
    const { summary } = await run(both, server, { source: 'archive' });
    expect(summary).toMatchObject({ filings: 0, alreadyHeld: 7, rejected: 0 });
    await run(alone, server, { source: 'archive' });
    expect(await numbers(both)).toEqual(await numbers(alone));
    for (const knownAt of ['2024-02-06T20:00:00.000Z', '2024-12-31T00:00:00.000Z']) {
      const [one, other] = await Promise.all(
        [both, alone].map(({ database }) => holdingsOfAll(database, '2024-12-31', knownAt)),
      );
      expect(one).toEqual(other);
      expect(one).not.toEqual([]);
    }
  });

  it('asks the archive for no submission that the ledger holds, and for those of less complete renditions', async () => {
    const [ledger, server] = await Promise.all([createTestLedger(), edgar()]);
    const [first, second, third] = Q1;
    await ingest(ledger.database, [
      sourceDocument(`${first?.accessionNumber}.txt`, first?.text ?? ''),
    ]);
    const xml =
      /<ownershipDocument>[\s\S]*<\/ownershipDocument>/.exec(second?.text ?? '')?.[0] ?? '';
    await ingest(ledger.database, [sourceDocument(`${second?.accessionNumber}.xml`, xml)]);
    await run(ledger, server, { source: 'archive', to: '2024q1' });
    expect(server.asked(SUBMISSION)).toEqual(
      [second, third].map((one) => expect.stringContaining(one?.accessionNumber ?? '')),
    );
  });
});

describe('faults of a backfill', () => {
  it('of a zip that comes cut or damaged are mended by asking again, and nothing is half in', async () => {
    const [ledger, server] = await Promise.all([createTestLedger(), edgar()]);
    const whole = await dataSetZip(Q1);
    server.fail(/2024q2/, { kind: 'cut' });
    server.put(dataSetPath('2024q1'), whole.subarray(0, -30));
    const first = await run(ledger, server);
    expect(first.retries).toHaveLength(1);
    expect(first.ends.map(({ outcome }) => outcome)).toEqual(['broken', 'read']);
    expect(server.asked(/2024q1/)).toHaveLength(3);
    expect(await numbers(ledger)).toEqual(expected(Q2, 'data-set'));
    server.put(dataSetPath('2024q1'), whole);
    expect(await run(ledger, server)).toMatchObject({ finishedBefore: 1, summary: { filings: 3 } });
  });

  it('of an index that is a page or damaged are mended too, and bad lines are counted', async () => {
    const [ledger, server] = await Promise.all([createTestLedger(), edgar()]);
    server.fail(INDEX, { kind: 'page' });
    const { summary } = await run(ledger, server, { source: 'archive', to: '2024q1' });
    expect(summary).toMatchObject({ filings: 3, badLines: 0 });
    const path = '/Archives/edgar/full-index/2024/QTR2/master.gz';
    const lines = 'CIK|Company Name|Form Type|Date Filed|Filename\n1|half';
    server.put(path, Buffer.from(lines));
    const odd = await run(ledger, server, { source: 'archive' });
    expect(odd.summary).toMatchObject({ filings: 0, badLines: 1 });
  });

  it('of documents are reported: missing ones, and rejected ones that are not asked for again', async () => {
    const ledger = await createTestLedger();
    const [first, second, ...others] = Q1;
    if (first === undefined || second === undefined) throw new Error('no filings');
    const server = await edgar([
      { ...first, text: null },
      { ...second, text: submissionOf(second, 'Dear reader') },
      ...others,
    ]);
    const other = others[0]?.accessionNumber ?? '';
    server.fail(new RegExp(other), { kind: 'status', status: 500 }, 5);
    const options = { source: 'archive', to: '2024q1' };
    const { summary, missing, rejected } = await run(ledger, server, options);
    expect(summary).toMatchObject({ filings: 0, missing: 1, failed: 1, rejected: 1 });
    expect(missing.sort()).toEqual([
      expect.stringMatching(`${first.accessionNumber}.txt$`),
      expect.stringMatching(`${other}.txt: .*500`),
    ]);
    expect(rejected).toHaveLength(1);
    // What EDGAR failed to give it is asked for again: the quarter is not finished.
    const next = await run(ledger, server, options);
    expect(next).toMatchObject({
      finishedBefore: 0,
      summary: { filings: 1, missing: 1, failed: 0, rejected: 0 },
    });
    const again = await run(ledger, server, { ...options, again: true });
    expect(again.ends).toMatchObject([{ outcome: 'unchanged' }]);
    server.list(inventedListing(8, { day: '2024-02-07' }));
    await run(ledger, server, { ...options, again: true });
    expect(server.asked(new RegExp(second.accessionNumber))).toHaveLength(1);
    expect(await numbers(ledger)).toHaveLength(2);
  });

  it('of a document that is not there are gaps, which later runs and no finished quarter pass over', async () => {
    const ledger = await createTestLedger();
    const [first, ...others] = Q1;
    if (first === undefined) throw new Error('no filing');
    const server = await edgar([{ ...first, text: null }, ...others]);
    const options = { source: 'archive', to: '2024q1' };
    await run(ledger, server, options);
    const gaps = async () => (await findGaps(ledger.database.pool)).filings;
    expect(await gaps()).toMatchObject([
      {
        accessionNumber: first.accessionNumber,
        reason: 'EDGAR lists it, and it is not there.',
        givenUpAt: expect.any(String),
      },
    ]);
    expect(await run(ledger, server, options)).toMatchObject({
      finishedBefore: 1,
      summary: { filings: 0, missing: 1 },
    });
    server.list(first);
    expect(await run(ledger, server, options)).toMatchObject({
      finishedBefore: 1,
      summary: { filings: 1, missing: 0 },
    });
    expect(await gaps()).toEqual([]);
    const asked = server.requests.length;
    await run(ledger, server, options);
    expect(server.requests).toHaveLength(asked);
  });

  it('of an EDGAR that is down end the run, and the next goes on', async () => {
    const [ledger, server] = await Promise.all([createTestLedger(), edgar()]);
    server.fail(SUBMISSION, { kind: 'status', status: 503 }, 10);
    const options = { source: 'archive', parallel: '1' };
    await expect(run(ledger, server, options)).rejects.toMatchObject({ category: 'Unavailable' });
    expect(server.asked(SUBMISSION)).toHaveLength(10);
    const { summary } = await run(ledger, server, options);
    expect(summary).toMatchObject({ filings: 7, failed: 0 });
  });

  it('of filers that EDGAR does not know are reported', async () => {
    const [ledger, server] = await Promise.all([createTestLedger(), edgar()]);
    const { summary, missing } = await run(ledger, server, { source: 'archive', owner: ['5'] });
    expect(summary).toMatchObject({ filings: 0, missing: 1 });
    expect(missing).toEqual(['the filer with CIK 0000000005']);
  });
});
