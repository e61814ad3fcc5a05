import { describe, expect, it } from 'vitest';
import { ingest } from '../../src/ledger/index.ts';
import { backfill, planBackfill } from '../../src/server/backfill/index.ts';
import type { CalendarDate } from '../../src/values/index.ts';
import { clientOf } from '../support/edgar/client-of.ts';
import { dataSetPath, dataSetZip } from '../support/edgar/data-set-zip.ts';
import { inventedListing } from '../support/edgar/listed-filing.ts';
import {
  ALL,
  edgar,
  expected,
  INDEX,
  numbers,
  Q1,
  Q2,
  run,
  SUBMISSION,
  ZIP,
} from '../support/edgar/two-quarters.ts';
import { holdingsOfAll } from '../support/holdings-of-all.ts';
import { sourceDocument } from '../support/source-document.ts';
import { createTestLedger } from '../support/test-ledger.ts';

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
