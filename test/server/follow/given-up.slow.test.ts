import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { findGaps, openFollower, reopenGaps } from '../../../src/desk/index.ts';
import { ingest } from '../../../src/ledger/index.ts';
import { readDocuments } from '../../../src/sources/index.ts';
import type { SourceDocument } from '../../../src/values/index.ts';
import { dataSetZip } from '../../support/edgar/data-set-zip.ts';
import {
  DAY_MS,
  evening,
  FILINGS,
  filedBefore,
  followedToThursday,
  numbersOf,
  once,
} from '../../support/edgar/days-of-may.ts';
import { EVENING, eventually, following, numbersIn } from '../../support/edgar/following.ts';
import { inventedListing } from '../../support/edgar/listed-filing.ts';
import { index } from '../../support/edgar/pages.ts';
import { startEdgarServer } from '../../support/edgar-server.ts';
import { createTestLedger } from '../../support/test-ledger.ts';

describe('what is given up', () => {
  it('is listed with its reason, asked for no more, and taken when gaps are asked for', async () => {
    const ledger = await createTestLedger();
    const lost = { ...inventedListing(3, { day: '2024-05-03' }), text: null };
    const server = await startEdgarServer({ filings: [...filedBefore('2024-05-03'), lost] });
    const { pool } = ledger.database;
    await once(ledger, server, '2024-05-03');
    expect((await once(ledger, server, '2024-05-10')).summary.missing).toBe(1);
    expect((await once(ledger, server, '2024-05-18')).summary.missing).toBe(1);
    const asked = server.asked(/000003\.txt/).length;
    expect((await once(ledger, server, '2024-06-03')).summary.missing).toBe(0);
    expect(server.asked(/000003\.txt/)).toHaveLength(asked);
    expect((await findGaps(pool)).filings).toMatchObject([
      {
        accessionNumber: lost.accessionNumber,
        form: '4',
        day: '2024-05-03',
        reason: 'EDGAR lists it, and it is not there.',
        asked: 3,
        nextAt: null,
        givenUpAt: '2024-05-18T23:30:00.000Z',
      },
    ]);
    server.list(inventedListing(3, { day: '2024-05-03' }));
    await reopenGaps(pool, new Date(evening('2024-06-03')));
    expect((await once(ledger, server, '2024-06-03')).summary).toMatchObject({ filings: 1 });
    expect((await findGaps(pool)).filings).toEqual([]);
  });

  it('of a day is said, listed and asked for again in the same way', async () => {
    const { ledger, server } = await followedToThursday();
    const { pool } = ledger.database;
    const path = '/Archives/edgar/daily-index/2024/QTR2/form.20240503.idx';
    server.put(path, Buffer.from('Nothing of an index.'));
    await once(ledger, server, '2024-05-07');
    const { said } = await once(ledger, server, '2024-05-21');
    expect(said).toContainEqual(expect.stringMatching(/^2024-05-03: .* It is given up/));
    const friday = async () =>
      (await findGaps(pool)).days.filter(({ day }) => day === '2024-05-03');
    expect(await friday()).toMatchObject([{ forms: ['4'], givenUpAt: expect.any(String) }]);
    const asked = server.asked(/form\.20240503/).length;
    await once(ledger, server, '2024-05-28');
    expect(server.asked(/form\.20240503/)).toHaveLength(asked);
    const filings = FILINGS.filter(({ filedOn }) => filedOn === '2024-05-03');
    server.put(path, Buffer.from(index('form', filings, { daily: true })));
    await reopenGaps(pool, new Date(evening('2024-05-28')));
    await once(ledger, server, '2024-05-28');
    expect(await numbersIn(ledger.database)).toEqual(numbersOf(filedBefore('2024-05-07')));
    expect(await friday()).toEqual([]);
  });
});

describe('several followers', () => {
  it('share the work and the pace: each filing is asked for by one of them, ten a second at most', async () => {
    const ledger = await createTestLedger();
    const filings = Array.from({ length: 40 }, (_, at) => inventedListing(at + 1));
    const server = await startEdgarServer({ filings, indexedThrough: '2024-05-05' });
    const runs = [1, 2, 3].map(() =>
      following(server, ledger.database, { now: () => EVENING, perSecond: 10 }),
    );
    await eventually(() => numbersIn(ledger.database)).toHaveLength(40);
    for (const run of runs) await run.end();
    const asked = server.asked(/Archives\/edgar\/data/);
    expect(new Set(asked).size).toBe(asked.length);
    expect(asked).toHaveLength(40);
    const moments = server.requests.map(({ at }) => at);
    const seconds = (Math.max(...moments) - Math.min(...moments)) / 1_000;
    // A busy machine notes some late, and so close together: over all they are ten a second.
    expect(moments.length).toBeLessThanOrEqual(10 * (seconds + 1));
  });

  it('take over what one that was killed had begun, and leave alone what one that lives has', async () => {
    const ledger = await createTestLedger();
    const { pool } = ledger.database;
    const server = await startEdgarServer({
      filings: filedBefore('2024-05-03'),
      indexedThrough: '2024-05-01',
    });
    const other = openFollower(ledger.database);
    const [one, two] = filedBefore('2024-05-03');
    await pool.query(
      `INSERT INTO edgar_listing (accession_number, form, path, first_looked_at, next_at, claimed_by)
       VALUES ($1, '4', $2, '2024-05-02', '2024-05-02', $3)`,
      [
        one?.accessionNumber,
        `/Archives/edgar/data/9000901/${one?.accessionNumber}.txt`,
        await other.number(),
      ],
    );
    await once(ledger, server, '2024-05-02');
    expect(await numbersIn(ledger.database)).toEqual([two?.accessionNumber]);
    await other.close();
    await once(ledger, server, '2024-05-02');
    expect(await numbersIn(ledger.database)).toHaveLength(2);
  });
});

it('§2 a filing that is held from a data set alone is fetched in full, once', async () => {
  const ledger = await createTestLedger();
  const filings = filedBefore('2024-05-03');
  const server = await startEdgarServer({ filings, indexedThrough: '2024-05-01' });
  const folder = await mkdtemp(join(tmpdir(), 'insider-ledger-follow-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, '2024q2_form345.zip'), await dataSetZip(filings));
  const documents: SourceDocument[] = [];
  for await (const one of readDocuments(join(folder, '2024q2_form345.zip'))) {
    if ('bytes' in one) documents.push(one);
  }
  await ingest(ledger.database, documents);
  expect(await numbersIn(ledger.database)).toHaveLength(2);
  await once(ledger, server, '2024-05-02');
  await once(ledger, server, '2024-05-02');
  expect(server.asked(/Archives\/edgar\/data/)).toHaveLength(2);
  const { rows } = await ledger.database.pool.query(
    "SELECT FROM filing WHERE rendition = 'submission-text'",
  );
  expect(rows).toHaveLength(2);
});

it('a filing that is put off is asked for after twice as long, six hours at most', async () => {
  const ledger = await createTestLedger();
  const lost = inventedListing(1, { day: '2024-05-02', text: null });
  const server = await startEdgarServer({ filings: [lost], indexedThrough: '2024-05-01' });
  let now = evening('2024-05-02');
  const gaps: number[] = [];
  const asked = () => server.asked(/000001\.txt/).length;
  let last = now;
  for (let steps = 0; steps < 40 && now < evening('2024-05-04'); steps += 1) {
    await once(ledger, server, '2024-05-02', { now: () => now });
    gaps.push((now - last) / 1_000);
    last = now;
    const [gap] = (await findGaps(ledger.database.pool)).filings;
    now = Date.parse(gap?.nextAt ?? '');
  }
  expect(asked()).toBe(gaps.length);
  expect(gaps.slice(1, 7)).toEqual([5, 5, 10, 20, 40, 80]);
  expect(Math.max(...gaps)).toBe(21_600);
  expect(now - evening('2024-05-02')).toBeGreaterThan(DAY_MS);
});
