import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareProjections,
  ingest,
  ingestPrepared,
  prepareDocument,
  type Reader,
  rebuildProjections,
  rereadLedger,
  verifyLedger,
} from '../../../src/ledger/index.ts';
import { factSpans, saidBy } from '../../../src/ledger/projections/header-facts.ts';
import { type HeaderFacts, PARSER_VERSION, parseDocument } from '../../../src/parser/index.ts';
import type { CalendarDate, SourceDocument } from '../../../src/values/index.ts';
import { generateFullFilings } from '../../support/generated-filings.ts';
import { headerSubmission } from '../../support/header-submission.ts';
import { RENDITIONS } from '../../support/renditions.ts';
import { sourceDocument } from '../../support/source-document.ts';
import { createTestLedger, type TestLedger } from '../../support/test-ledger.ts';

const [FILING] = generateFullFilings({ seed: 3, count: 1 });

/** A filing accepted on a day, whose header says this of its issuer. */
function submission(index: number, day: number, facts: Partial<HeaderFacts>): SourceDocument {
  const number = `0009000801-24-${String(index).padStart(6, '0')}`;
  const printed = { number, day: String(day).padStart(2, '0'), facts };
  const remarks = `Filed as number ${index}.`;
  const text = headerSubmission(FILING as NonNullable<typeof FILING>, { ...printed, remarks });
  return sourceDocument(`${number}.txt`, text);
}

async function spansOf({ database }: Pick<TestLedger, 'database'>) {
  const { rows } = await database.pool.query(
    `SELECT s.known_from::date::text AS from, s.known_to::date::text AS to, s.sic, f.accession_number AS number
     FROM issuer_facts s JOIN filing f ON f.id = s.filing_id ORDER BY s.issuer_id, s.known_from`,
  );
  return rows;
}

const NUMBER = '0009000801-24-00000';

describe('§2 what headers say of an issuer', () => {
  const documents = [
    submission(1, 4, { sic: '1000' }),
    submission(2, 6, { sic: '1000' }),
    submission(3, 8, { sic: '2000' }),
    submission(4, 12, { sic: '1000' }),
    submission(5, 14, { formerNames: [{ name: 'Fore Inc', until: '2001-02-03' as CalendarDate }] }),
  ];
  const spans = [
    { from: '2024-03-04', to: '2024-03-08', sic: '1000', number: `${NUMBER}1` },
    { from: '2024-03-08', to: '2024-03-12', sic: '2000', number: `${NUMBER}3` },
    { from: '2024-03-12', to: null, sic: '1000', number: `${NUMBER}4` },
  ];

  it.each([
    ['in order', [0, 1, 2, 3, 4]],
    ['newest first', [4, 3, 2, 1, 0]],
    ['the one between last', [0, 1, 3, 4, 2]],
    ['the first last', [2, 3, 1, 4, 0]],
  ])('holds from the filing that first says so until one says otherwise: %s', async (_, order) => {
    const ledger = await createTestLedger();
    for (const index of order) {
      await ingest(ledger.database, [documents[index] as SourceDocument]);
    }
    expect(await spansOf(ledger)).toEqual(spans);
    const { rows } = await ledger.database.pool.query(
      'SELECT name, folded, until::text, first_known_at::date::text AS first FROM issuer_former_name',
    );
    expect(rows).toEqual([
      { name: 'Fore Inc', folded: 'FORE INC', until: '2001-02-03', first: '2024-03-14' },
    ]);
  });

  const said = fc
    .array(
      fc.record({
        day: fc.integer({ min: 4, max: 9 }),
        sic: fc.constantFrom('1000', '2000', null),
        former: fc.constantFrom('Fore Inc', 'Aft Inc', null),
      }),
      { minLength: 2, maxLength: 8 },
    )
    .map((all) =>
      all.map(({ day, sic, former }, index) => {
        const until = `200${day}-01-01` as CalendarDate;
        const formerNames = former === null ? [] : [{ name: former, until }];
        return submission(index + 1, day, { sic, formerNames });
      }),
    );

  it('is what all filings together say, in any order and batches, and what a rebuild makes', async () => {
    await fc.assert(
      fc.asyncProperty(said, fc.integer({ min: 1, max: 4 }), async (all, size) => {
        const drops: (() => Promise<void>)[] = [];
        const ledger = await createTestLedger((drop) => drops.push(drop));
        for (let at = 0; at < all.length; at += size) {
          await ingest(ledger.database, all.slice(at, at + size));
        }
        const { rows } = await ledger.database.pool.query('SELECT * FROM filing');
        const { rows: stored } = await ledger.database.pool.query(
          'SELECT * FROM issuer_facts ORDER BY issuer_id, known_from',
        );
        expect(stored).toEqual(factSpans(rows.flatMap((filing) => saidBy(filing) ?? [])));
        const rebuilt = await rebuildProjections(ledger.database);
        expect(rebuilt.filter(({ same }) => !same)).toEqual([]);
        for (const drop of drops) await drop();
      }),
      { numRuns: 6 },
    );
  });

  it('comes with the submission of a filing that was there as XML, and moves to whom it is of', async () => {
    const ledger = await createTestLedger();
    const filing = FILING as NonNullable<typeof FILING>;
    await ingest(ledger.database, [RENDITIONS['text page'](filing)]);
    await ingest(ledger.database, [RENDITIONS.xml(filing)]);
    expect(await spansOf(ledger)).toEqual([]);
    await ingest(ledger.database, [RENDITIONS.submission(filing)]);
    expect(await spansOf(ledger)).toHaveLength(1);
    await ingest(ledger.database, [RENDITIONS.submission(filing), RENDITIONS.xml(filing)]);
    const compared = await compareProjections(ledger.database);
    expect(compared.filter(({ same }) => !same)).toEqual([]);
  });
});

describe('§4 a ledger of a parser that read no headers', () => {
  it('learns what they say by reading them again: one event a filing, and no line changes', async () => {
    const documents = generateFullFilings({ seed: 8, count: 12 }).map(RENDITIONS.submission);
    const well = await createTestLedger();
    await ingest(well.database, documents);
    const ledger = await createTestLedger();
    const older: Reader = {
      version: PARSER_VERSION - 1,
      parse: (document) => {
        const result = parseDocument(document);
        if (!result.ok) return result;
        const { headerFacts: _, ...issuer } = result.filing.issuer;
        return { ...result, filing: { ...result.filing, issuer } };
      },
    };
    await ingestPrepared(
      ledger.database,
      documents.map((document) => prepareDocument(document, older)),
    );
    const lines = async () =>
      (
        await ledger.database.pool.query(
          'SELECT position, hash, payload FROM ledger_event ORDER BY position',
        )
      ).rows;
    const before = await lines();
    const pages = [];
    for await (const page of rereadLedger(ledger.database)) pages.push(page);
    const after = await lines();
    expect(after.slice(0, before.length)).toEqual(before);
    const filings = new Set(documents.map(({ name }) => name)).size;
    expect(pages.reduce((sum, { events }) => sum + events, 0)).toBe(filings);
    const found = pages.flatMap((page) => page.found);
    expect(found.filter((one) => one.replaced + one.added + one.takenBack > 0)).toEqual([]);
    expect(await spansOf(ledger)).toEqual(await spansOf(well));
    expect((await verifyLedger(ledger.database.pool)).faults).toEqual([]);
    const compared = await compareProjections(ledger.database);
    expect(compared.filter(({ same }) => !same)).toEqual([]);
  });
});
