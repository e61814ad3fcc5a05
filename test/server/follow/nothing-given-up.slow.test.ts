import { describe, expect, it } from 'vitest';
import { countEdgarFaults, feedStates, findGaps } from '../../../src/desk/index.ts';
import {
  FILINGS,
  filedBefore,
  followedToThursday,
  numbersOf,
  once,
} from '../../support/edgar/days-of-may.ts';
import { numbersIn } from '../../support/edgar/following.ts';
import { inventedListing } from '../../support/edgar/listed-filing.ts';
import { ACCESS_DENIED, atomFeed, IN_PLACE_OF_A_TEXT, index } from '../../support/edgar/pages.ts';
import { type Fault, startEdgarServer } from '../../support/edgar-server.ts';
import { createTestLedger } from '../../support/test-ledger.ts';

describe('a day that is first looked at four days later, while one try fails', () => {
  const friday = /form\.20240503/;
  it.each<[string, RegExp, Fault, number]>([
    ['404 for its index', friday, { kind: 'status', status: 404 }, 1],
    ['410 for its index', friday, { kind: 'status', status: 410 }, 1],
    ['AccessDenied for its index', friday, { kind: 'answer', body: ACCESS_DENIED, status: 403 }, 1],
    ['a text without header', friday, { kind: 'answer', body: '4  SOMETHING  1  x\n' }, 1],
    ['a page for its index', friday, { kind: 'answer', body: `<?xml version="1.0"?><html/>` }, 5],
    ['five 503s for its index', friday, { kind: 'status', status: 503 }, 5],
    ['404 for the list of indexes', /index\.json/, { kind: 'status', status: 404 }, 1],
    [
      'an empty list of indexes',
      /index\.json/,
      { kind: 'answer', body: '{"directory":{"item":[]}}' },
      1,
    ],
    ['five 503s for one filing', /000003\.txt/, { kind: 'status', status: 503 }, 5],
    ['404 for one filing', /000003\.txt/, { kind: 'status', status: 404 }, 1],
  ])('loses nothing: %s', async (_, matching, fault, times) => {
    const { ledger, server } = await followedToThursday();
    server.fail(matching, fault, times);
    const { summary, said } = await once(ledger, server, '2024-05-07');
    expect(summary.faults).toBeGreaterThan(0);
    expect(said.join('\n')).toMatch(/asked for again|did not give/);
    await once(ledger, server, '2024-05-08');
    expect(await numbersIn(ledger.database)).toEqual(numbersOf(filedBefore('2024-05-07')));
    expect((await findGaps(ledger.database.pool)).filings).toEqual([]);
  });
});

describe('an index', () => {
  it("that is listed after the next day's is read when it comes", async () => {
    const { ledger, server } = await followedToThursday({ withoutIndex: ['2024-05-03'] });
    await once(ledger, server, '2024-05-07');
    expect(await numbersIn(ledger.database)).toHaveLength(4);
    server.set({ withoutIndex: [] });
    await once(ledger, server, '2024-05-08');
    expect(await numbersIn(ledger.database)).toEqual(numbersOf(filedBefore('2024-05-07')));
  });

  it('that comes after its day was passed over is read all the same', async () => {
    const { ledger, server } = await followedToThursday({ withoutIndex: ['2024-05-03'] });
    server.list(...FILINGS);
    await once(ledger, server, '2024-05-06');
    const { summary } = await once(ledger, server, '2024-05-13');
    expect(summary.faults).toBe(1);
    expect(await findGaps(ledger.database.pool)).toMatchObject({
      days: [{ day: '2024-05-03', reason: 'EDGAR lists no index of the day.' }],
    });
    server.set({ withoutIndex: [] });
    await once(ledger, server, '2024-05-14');
    expect(await numbersIn(ledger.database)).toEqual(numbersOf(FILINGS));
    expect(await findGaps(ledger.database.pool)).toEqual({ days: [], filings: [] });
  });

  it('that is filled up later is read again, and asked for only if it has changed', async () => {
    const { ledger, server } = await followedToThursday();
    const late = inventedListing(99, { day: '2024-05-03' });
    await once(ledger, server, '2024-05-04');
    server.list(late);
    await once(ledger, server, '2024-05-09');
    expect(await numbersIn(ledger.database)).toContain(late.accessionNumber);
    await once(ledger, server, '2024-05-09');
    expect(server.asked(/form\.20240503/).at(-1)).toMatch(/ 304$/);
  });

  it('with a new last column, or a bad row, is taken', async () => {
    const { ledger, server } = await followedToThursday();
    const friday = FILINGS.filter(({ filedOn }) => filedOn === '2024-05-03');
    const lines = index('form', friday, { daily: true }).split('\n');
    const odd = lines.map((line) =>
      /File Name/.test(line) ? `${line.trimEnd()}      Accepted` : `${line}   20240503161200`,
    );
    const path = '/Archives/edgar/daily-index/2024/QTR2/form.20240503.idx';
    server.put(path, Buffer.from([...odd, '4   NO SUCH LINE'].join('\r\n')));
    const { summary, said } = await once(ledger, server, '2024-05-06');
    expect(await numbersIn(ledger.database)).toEqual(numbersOf(filedBefore('2024-05-07')));
    expect(summary.faults).toBeGreaterThan(0);
    expect(said).toContainEqual(expect.stringMatching(/20240503.*lines that cannot be read/));
  });

  it('of a weekend or a federal holiday is not waited for', async () => {
    const holiday = { filings: [inventedListing(1, { day: '2024-05-24' })], feedEntries: 0 };
    const [ledger, server] = [await createTestLedger(), await startEdgarServer(holiday)];
    await once(ledger, server, '2024-05-24');
    const { summary } = await once(ledger, server, '2024-05-28');
    expect(summary.faults).toBe(0);
    expect(await numbersIn(ledger.database)).toHaveLength(1);
    expect((await findGaps(ledger.database.pool)).days).toEqual([]);
  });
});

describe('in place of a submission, with status 200,', () => {
  const cut = (inventedListing(3, { day: '2024-05-03' }).text ?? '').slice(0, 900);
  it.each([...Object.entries(IN_PLACE_OF_A_TEXT), ['a text cut in the middle', cut]])(
    '%s is asked for again, and never rejected',
    async (_, body) => {
      const { ledger, server } = await followedToThursday();
      server.fail(/000003\.txt/, { kind: 'answer', body }, 5);
      const first = await once(ledger, server, '2024-05-06');
      expect(first.summary).toMatchObject({ rejected: 0, missing: 1 });
      expect((await findGaps(ledger.database.pool)).filings).toMatchObject([
        { accessionNumber: FILINGS[2]?.accessionNumber, asked: 1, givenUpAt: null },
      ]);
      await once(ledger, server, '2024-05-07');
      expect(await numbersIn(ledger.database)).toEqual(numbersOf(filedBefore('2024-05-07')));
    },
  );
});

describe('a feed that is not there or cannot be read', () => {
  const ofThree = /type=3/;
  const whole = atomFeed([inventedListing(1, { form: '3' })], 0, 100);
  it.each<[string, Fault]>([
    ['404', { kind: 'status', status: 404 }],
    ['410', { kind: 'status', status: 410 }],
    ['AccessDenied', { kind: 'answer', body: ACCESS_DENIED, status: 403 }],
    ['a lasting 503', { kind: 'status', status: 503 }],
    ['a page', { kind: 'page' }],
    ['a feed without an end', { kind: 'answer', body: whole.slice(0, 700) }],
    ['an error of S3', { kind: 'answer', body: IN_PLACE_OF_A_TEXT['an error of S3'] ?? '' }],
  ])('stops no other form, and is a fault: %s', async (_, fault) => {
    const ledger = await createTestLedger();
    const forms = ['3', '4', '5'].map((form, at) => inventedListing(at + 1, { form }));
    const server = await startEdgarServer({ filings: forms, indexedThrough: '' });
    server.fail(ofThree, fault, 5);
    const { summary, said } = await once(ledger, server, '2024-05-06', { forms: ['3', '4', '5'] });
    expect(await numbersIn(ledger.database)).toEqual(numbersOf(forms.slice(1)));
    expect(summary.faults).toBe(1);
    expect(said.join('\n')).toMatch(/type=3|feed of Form 3/);
    expect(await countEdgarFaults(ledger.database.pool)).toEqual([{ kind: 'feed', count: 1 }]);
  });

  it.each([
    ['a raw ampersand', (feed: string) => feed.replace('Vesper', 'Vesper & Co')],
    ['a blank first line', (feed: string) => `\n${feed}`],
    ['a prefix', (feed: string) => feed.replaceAll(/<(\/?)(?=\w)/g, '<$1atom:')],
    [
      'another spelling of its form',
      (feed: string) => feed.replaceAll('term="3"', 'term="Form 3"'),
    ],
  ])('is read with %s', async (_, change) => {
    const ledger = await createTestLedger();
    const forms = ['3', '4', '5'].map((form, at) => inventedListing(at + 1, { form }));
    const server = await startEdgarServer({ filings: forms, indexedThrough: '' });
    server.fail(ofThree, { kind: 'answer', body: change(whole) });
    const { summary } = await once(ledger, server, '2024-05-06', { forms: ['3', '4', '5'] });
    expect(summary).toMatchObject({ filings: 3, faults: 0 });
  });
});

describe('silence', () => {
  it('is a fault where a feed listed filings for days, and says since when', async () => {
    const ledger = await createTestLedger();
    const server = await startEdgarServer({
      filings: filedBefore('2024-05-03'),
    });
    await once(ledger, server, '2024-05-02');
    await once(ledger, server, '2024-05-03');
    server.set({ feedEntries: 0 });
    expect((await once(ledger, server, '2024-05-03')).summary.faults).toBe(0);
    server.set({ feedEntries: 100 });
    await once(ledger, server, '2024-05-04');
    server.set({ feedEntries: 0 });
    const { summary, said } = await once(ledger, server, '2024-05-05');
    expect(summary.faults).toBe(1);
    expect(said).toContainEqual(
      'The feed of Form 4 lists nothing. It listed filings from 2024-05-02T23:30:00.000Z to 2024-05-04T23:30:00.000Z.',
    );
    expect(await feedStates(ledger.database.pool)).toMatchObject([
      { form: '4', seenAt: '2024-05-04T23:30:00.000Z', polledAt: '2024-05-05T23:30:00.000Z' },
    ]);
  });

  it('of a list of indexes that had some is a fault, and passes nothing over', async () => {
    const { ledger, server } = await followedToThursday();
    await once(ledger, server, '2024-05-03');
    server.fail(/index\.json/, { kind: 'answer', body: '{"directory":{"item":[]}}' }, 2);
    expect((await once(ledger, server, '2024-05-07')).summary.faults).toBe(1);
    expect((await once(ledger, server, '2024-05-20')).summary.faults).toBe(1);
    expect((await findGaps(ledger.database.pool)).days).toEqual([]);
    await once(ledger, server, '2024-05-20');
    expect(await numbersIn(ledger.database)).toEqual(numbersOf(filedBefore('2024-05-07')));
  });
});
