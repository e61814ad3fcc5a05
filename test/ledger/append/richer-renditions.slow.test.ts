import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ingest, rebuildProjections, verifyLedger } from '../../../src/ledger/index.ts';
import type { CalendarDate, Instant, SourceDocument } from '../../../src/values/index.ts';
import { parseFiling } from '../../support/parse.ts';
import { pictureOf } from '../../support/picture.ts';
import {
  type FullFiling,
  RENDITION_NAMES,
  RENDITIONS,
  type RenditionName,
} from '../../support/renditions.ts';
import { sampleDocuments } from '../../support/samples.ts';
import { createTestLedger, type TestLedger } from '../../support/test-ledger.ts';

/**
 * Invented filings of one issuer: an original, its amendment, amounts of four decimals, joint
 * owners.
 */
const FILINGS = Object.entries(sampleDocuments())
  .filter(([path]) => path.startsWith('tarnwick/'))
  .map(([path, text]): FullFiling => {
    const filing = parseFiling(text, path);
    const signed = filing.signatures[0]?.date ?? '2023-01-01';
    const filedOn = filing.filedOn ?? signed;
    return {
      ...filing,
      accessionNumber: filing.accessionNumber ?? '',
      filedOn: filedOn as CalendarDate,
      acceptedAt: filing.acceptedAt ?? (`${filedOn}T21:14:05.000Z` as Instant),
    } as FullFiling;
  });
const VIEWPOINTS = [
  ['2023-03-07', '2023-03-09T00:00:00.000Z'],
  ['2023-05-10', '2023-06-30T00:00:00.000Z'],
  ['2023-12-01', '2099-01-01T00:00:00.000Z'],
  ['2024-07-01', '2099-01-01T00:00:00.000Z'],
] as const;

const NUMBERS = FILINGS.map(({ accessionNumber }) => accessionNumber);
const print = (rendition: RenditionName, number: string): SourceDocument => {
  const filing = FILINGS.find(({ accessionNumber }) => accessionNumber === number);
  if (filing === undefined) throw new Error(`No sample ${number}`);
  return (RENDITIONS[rendition] as (filing: FullFiling) => SourceDocument)(filing);
};

async function ledgerOf(batches: readonly (readonly SourceDocument[])[]) {
  const drops: (() => Promise<void>)[] = [];
  const ledger = await createTestLedger((drop) => drops.push(drop));
  let events = 0;
  for (const batch of batches) {
    for (const answer of await ingest(ledger.database, batch)) {
      if (answer.outcome === 'rejected') throw new Error(JSON.stringify(answer));
      events += answer.events;
    }
  }
  return { ledger, events, drop: () => Promise.all(drops.map((each) => each())) };
}

/**
 * The picture after batches; fails where the ledger does not verify, rebuild alike, or count right.
 */
async function pictureAfter(batches: readonly (readonly SourceDocument[])[]) {
  const { ledger, events, drop } = await ledgerOf(batches);
  const picture = await pictureOf(ledger, VIEWPOINTS);
  await holdsItself(ledger, events);
  await drop();
  return picture;
}

async function holdsItself({ database }: TestLedger, events: number) {
  expect((await verifyLedger(database.pool)).faults).toEqual([]);
  const rebuilt = await rebuildProjections(database);
  expect(rebuilt.filter(({ same }) => !same)).toEqual([]);
  const { rows } = await database.pool.query('SELECT max(position) AS head FROM ledger_event');
  expect(rows).toEqual([{ head: BigInt(events) }]);
}

const inBatches = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );

/** A filing with amounts of four decimals and a holding line. */
const NUMBER = '0009000101-23-000007';

const orders = <T>(items: readonly T[]): T[][] =>
  items.length <= 1
    ? [[...items]]
    : items.flatMap((first, index) =>
        orders(items.filter((_, other) => other !== index)).map((rest) => [first, ...rest]),
      );

describe('§2 §3 a richer rendition of a filing held', () => {
  it.each(RENDITION_NAMES.filter((name) => name !== 'submission'))(
    '%s before, after or beside the full submission gives the picture of that alone',
    async (lesser) => {
      const [rich, poor] = [print('submission', NUMBER), print(lesser, NUMBER)];
      const alone = await pictureAfter([[rich]]);
      expect(alone.filings).toMatchObject([
        {
          accession_number: NUMBER,
          known_at_basis: 'ACCEPTANCE',
          known_at: '2023-05-22T21:14:05.000Z',
          issuer_id: 9000101n,
        },
      ]);
      expect(alone.lines).toMatchObject([{ amount_after: '9431.5307' }, { amount_after: '600' }]);
      for (const batches of [[[poor], [rich]], [[rich], [poor]], [[poor, rich]], [[rich, poor]]]) {
        expect(await pictureAfter(batches)).toEqual(alone);
      }
    },
  );

  it('three renditions in all six orders put together what each knows', async () => {
    const names = ['text page', 'data set', 'xml without a number'] as const;
    const documents = names.map((name) => print(name, NUMBER));
    const [first, ...others] = await Promise.all(
      orders(documents).map((order) => pictureAfter(inBatches(order, 1))),
    );
    expect(others).toHaveLength(5);
    for (const other of others) expect(other).toEqual(first);
    // The number and the date are the data set's, the exact amount the XML's.
    expect(first?.filings).toMatchObject([
      { accession_number: NUMBER, known_at_basis: 'FILING_DATE', rendition: 'ownership-xml' },
    ]);
    expect(first?.lines).toMatchObject([{ amount_after: '9431.5307' }, {}]);
  });

  it('adds one event that says what was learned, and nothing when met again', async () => {
    const { database } = await createTestLedger();
    const [page, submission] = [print('text page', NUMBER), print('submission', NUMBER)];
    const [received] = await ingest(database, [page]);
    expect(await ingest(database, [submission])).toMatchObject([
      { outcome: 'alreadyHeld', events: 1, filingId: received?.outcome === 'appended' ? 1n : null },
    ]);
    const { rows } = await database.pool.query(
      `SELECT payload->>'to' AS number, payload->>'evidence' AS evidence FROM ledger_event
       WHERE type = 'IDENTITY_RESOLVED'`,
    );
    expect(rows).toEqual([
      {
        number: NUMBER,
        evidence:
          'the same filing in the full submission text, which tells the accession number, ' +
          'the issuer’s CIK, CIKs of owners, the filing date, the acceptance time, ' +
          'owners in more detail, lines in more detail',
      },
    ]);
    const every = RENDITION_NAMES.map((name) => print(name, NUMBER));
    const again = await ingest(database, [...every, ...every]);
    expect(new Set(again.map(({ outcome }) => outcome))).toEqual(new Set(['alreadyHeld']));
    expect(again.every((answer) => answer.outcome === 'alreadyHeld' && answer.events === 0)).toBe(
      true,
    );
    const sources = await database.pool.query('SELECT count(*) AS sources FROM source_document');
    expect(sources.rows).toEqual([{ sources: 2n }]);
  });

  it('§4 leaves every earlier event as it is, positions and ids too', async () => {
    const { database } = await createTestLedger();
    const events = async () =>
      (await database.pool.query('SELECT * FROM ledger_event ORDER BY position')).rows;
    const places = async () =>
      (
        await database.pool.query(
          'SELECT position, filing_id, security_table, line FROM reported_line ORDER BY 1',
        )
      ).rows;
    await ingest(database, [print('text page', NUMBER)]);
    const [before, placed] = [await events(), await places()];
    await ingest(database, [print('submission', NUMBER)]);
    expect((await events()).slice(0, before.length)).toEqual(before);
    expect(await places()).toEqual(placed);
  });
});

describe('§2 a data set that lacks a row', () => {
  const [cut, XML] = [print('data set', NUMBER), print('xml', NUMBER)];
  const rows = new TextDecoder().decode(cut.bytes);
  const short = {
    ...cut,
    bytes: new TextEncoder().encode(rows.replace(/#NONDERIV_HOLDING\n(?:.+\n)+?(?=#)/, '')),
  };

  it('gets it from the XML, as if the XML had come first', async () => {
    expect(short.bytes.byteLength).toBeLessThan(cut.bytes.byteLength);
    const xmlFirst = await pictureAfter([[XML], [short]]);
    expect(xmlFirst.lines).toHaveLength(2);
    expect(await pictureAfter([[short], [XML]])).toEqual(xmlFirst);
    expect(await pictureAfter([[short, XML]])).toEqual(xmlFirst);
  });

  it('is a conflict where the XML lacks a row, whichever came first: nothing is lost', async () => {
    const text = new TextDecoder().decode(XML.bytes);
    const lines = text.replace(/<nonDerivativeHolding>[\s\S]*?<\/nonDerivativeHolding>/, '');
    const less = { ...XML, bytes: new TextEncoder().encode(lines) };
    for (const [first, second] of [
      [cut, less],
      [less, cut],
    ] as const) {
      const { database } = await createTestLedger();
      await ingest(database, [first]);
      expect(await ingest(database, [second])).toMatchObject([
        { outcome: 'rejected', problems: [{ code: 'CONFLICT' }] },
      ]);
    }
  });
});

describe('§2 what is known of a filing is what all its renditions tell', () => {
  it('the same in any order, in batches of any size, whatever renditions each is met in', async () => {
    const met = fc
      .tuple(
        ...NUMBERS.map((number) =>
          fc
            .subarray(RENDITION_NAMES, { minLength: 1, maxLength: 3 })
            .map((names) => names.map((name) => [name, number] as const)),
        ),
      )
      .map((renditions) => renditions.flat());
    const arrival = met.chain((all) =>
      fc.record({
        all: fc.constant(all),
        turned: fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
        size: fc.integer({ min: 1, max: 6 }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(arrival, async ({ all, turned, size }) => {
        const documents = (list: typeof all) => list.map(([name, number]) => print(name, number));
        const together = await pictureAfter([documents(all)]);
        const apart = await pictureAfter(inBatches(documents(turned), size));
        expect(apart).toEqual(together);
      }),
      { numRuns: 4 },
    );
  });
});
