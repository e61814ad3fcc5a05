import { describe, expect, it } from 'vitest';
import { findGaps } from '../../src/desk/index.ts';
import { dataSetPath, dataSetZip } from '../support/edgar/data-set-zip.ts';
import { inventedListing, submissionOf } from '../support/edgar/listed-filing.ts';
import {
  edgar,
  expected,
  INDEX,
  numbers,
  Q1,
  Q2,
  run,
  SUBMISSION,
} from '../support/edgar/two-quarters.ts';
import { createTestLedger } from '../support/test-ledger.ts';

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
