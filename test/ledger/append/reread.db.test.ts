import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RereadOptions } from '../../../src/ledger/append/index.ts';
import {
  ingest,
  ingestPrepared,
  prepareDocument,
  type Reader,
  rebuildProjections,
  rereadLedger,
  verifyLedger,
} from '../../../src/ledger/index.ts';
import { PARSER_VERSION, parseDocument } from '../../../src/parser/index.ts';
import { resolveIdentities } from '../../../src/reads/index.ts';
import { Random } from '../../../src/server/demo/index.ts';
import type { Instant, SourceDocument } from '../../../src/values/index.ts';
import { generateFilings } from '../../support/generated-filings.ts';
import { LOSSES, lesserReader } from '../../support/lesser-reader.ts';
import { pictureOf } from '../../support/picture.ts';
import { sampleDocuments } from '../../support/samples.ts';
import { sourceDocument } from '../../support/source-document.ts';
import { createTestLedger, type TestLedger } from '../../support/test-ledger.ts';

const DOCUMENTS = Object.entries(sampleDocuments()).map(([name, text]) =>
  sourceDocument(name, text),
);
/**
 * Invented histories with amendments, one document a filing: two that are read apart stay two
 * filings.
 */
const FILES = [...(await generateFilings({ seed: 5, count: 16 })).files]
  .filter(([name]) => !name.endsWith('.zip') && !name.endsWith('letter.txt'))
  .filter(([name], index, all) => all[index - 1]?.[0].split('/')[0] !== name.split('/')[0])
  .map(([name, bytes]) => sourceDocument(name, bytes));
const VIEWPOINTS = [
  ['2016-12-31', '2099-01-01T00:00:00.000Z'],
  ['2023-03-07', '2023-03-10T00:00:00.000Z'],
  ['2023-05-10', '2023-12-31T00:00:00.000Z'],
  ['2024-07-01', '2099-01-01T00:00:00.000Z'],
] as const;

async function reread({ database }: Pick<TestLedger, 'database'>, options: RereadOptions = {}) {
  let events = 0;
  const found = [];
  for await (const page of rereadLedger(database, options)) {
    events += page.events;
    found.push(...page.found);
  }
  return { events, found };
}

async function holdsItself({ database }: TestLedger) {
  expect((await verifyLedger(database.pool)).faults).toEqual([]);
  const rebuilt = await rebuildProjections(database);
  expect(rebuilt.filter(({ same }) => !same)).toEqual([]);
}

async function readBy(ledger: TestLedger, documents: readonly SourceDocument[], reader: Reader) {
  const answers = await ingestPrepared(
    ledger.database,
    documents.map((document) => prepareDocument(document, reader)),
  );
  expect(answers.filter(({ outcome }) => outcome === 'rejected')).toEqual([]);
}

describe('§4 a document read again by a later parser', () => {
  it.each(Object.entries(LOSSES))(
    'is as if it had been read well from the start, where the earlier one %s',
    async (_, loss) => {
      const well = await createTestLedger();
      await ingest(well.database, DOCUMENTS);
      const expected = await pictureOf(well, VIEWPOINTS);
      const ledger = await createTestLedger();
      const poor: Reader = {
        version: PARSER_VERSION - 1,
        parse: (document) => {
          const result = parseDocument(document);
          return result.ok ? { ...result, filing: loss(result.filing, new Random(1)) } : result;
        },
      };
      await readBy(ledger, DOCUMENTS, poor);
      expect(await pictureOf(ledger, VIEWPOINTS)).not.toEqual(expected);
      const { found } = await reread(ledger, { isDryRun: true });
      expect(found.length).toBeGreaterThan(0);
      const { events } = await reread(ledger);
      expect(events).toBeGreaterThanOrEqual(found.length);
      expect(await pictureOf(ledger, VIEWPOINTS)).toEqual(expected);
      await holdsItself(ledger);
      expect(await reread(ledger, { fromStart: true })).toEqual({ events: 0, found: [] });
    },
  );

  const met = fc.tuple(
    fc.shuffledSubarray(FILES, { minLength: 6, maxLength: 12 }),
    fc.integer({ min: 1, max: 5 }),
    fc.nat(1_000),
  );

  it('gives the same whatever it was that the earlier one lost, in any order of arrival', async () => {
    await fc.assert(
      fc.asyncProperty(met, async ([documents, size, seed]) => {
        const drops: (() => Promise<void>)[] = [];
        const [well, ledger] = [
          await createTestLedger((drop) => drops.push(drop)),
          await createTestLedger((drop) => drops.push(drop)),
        ];
        const reader = lesserReader(seed);
        for (let at = 0; at < documents.length; at += size) {
          const some = documents.slice(at, at + size);
          await ingest(well.database, some);
          await ingestPrepared(
            ledger.database,
            some.map((document) => prepareDocument(document, reader)),
          );
        }
        await reread(ledger);
        const viewpoints = await everyKnownAt(well);
        expect(await pictureOf(ledger, viewpoints)).toEqual(await pictureOf(well, viewpoints));
        await holdsItself(ledger);
        expect(await reread(ledger, { fromStart: true })).toEqual({ events: 0, found: [] });
        await Promise.all(drops.map((drop) => drop()));
      }),
      { numRuns: 3 },
    );
  }, 180_000);

  it('goes on where it was interrupted, and reads no filing twice', async () => {
    const ledger = await createTestLedger();
    await readBy(ledger, DOCUMENTS, lesserReader(1));
    for await (const page of rereadLedger(ledger.database)) {
      expect(page.filings).toBe(DOCUMENTS.length);
      break;
    }
    const { rows } = await ledger.database.pool.query('SELECT parser, filter FROM reread_progress');
    expect(rows).toEqual([{ parser: PARSER_VERSION, filter: '' }]);
    const pages = [];
    for await (const { filings } of rereadLedger(ledger.database)) pages.push(filings);
    expect(pages).toEqual([0]);
  });

  it('is asked for by form and by when filings became known', async () => {
    const ledger = await createTestLedger();
    const poor = LOSSES['drops all lines'];
    const reader: Reader = {
      version: PARSER_VERSION - 1,
      parse: (document) => {
        const result = parseDocument(document);
        if (!result.ok || poor === undefined) return result;
        return { ...result, filing: poor(result.filing, new Random(1)) };
      },
    };
    await readBy(ledger, DOCUMENTS, reader);
    const count = async (options: RereadOptions) =>
      (await reread(ledger, { isDryRun: true, ...options })).found.length;
    const all = await count({});
    const fives = await count({ forms: ['FORM_5', 'FORM_5_A'] });
    const late = await count({ since: '2024-01-01T00:00:00.000Z' as Instant });
    expect([fives > 0, fives < all, late > 0, late < all]).toEqual([true, true, true, true]);
  });

  it('leads an id that only the lesser reading gave to whom the new one names, or to nobody', async () => {
    const [first] = DOCUMENTS.filter(({ name }) => name.includes('0009000101-23-000005'));
    if (first === undefined) throw new Error('The sample has changed.');
    const ledger = await createTestLedger();
    const reader: Reader = {
      version: PARSER_VERSION - 1,
      parse: (document) => {
        const result = parseDocument(document);
        if (!result.ok) return result;
        const [owner] = result.filing.reportingOwners;
        if (owner === undefined) return result;
        const misread = { ...owner, name: 'Misread Name', cik: null };
        const invented = { ...owner, name: 'Not There', cik: null };
        return { ...result, filing: { ...result.filing, reportingOwners: [misread, invented] } };
      },
    };
    await readBy(ledger, [first], reader);
    const people = async (ids: readonly bigint[]) => {
      const resolved = await resolveIdentities(ledger.database.pool, ids);
      const { rows } = await ledger.database.pool.query(
        'SELECT p.cik FROM unnest($1::bigint[]) WITH ORDINALITY i (id, n) LEFT JOIN person p USING (id) ORDER BY n',
        [resolved],
      );
      return rows.map(({ cik }) => cik);
    };
    const { rows } = await ledger.database.pool.query<{ id: bigint }>(
      'SELECT person_id AS id FROM filing_owner ORDER BY ordinal',
    );
    const ids = rows.map(({ id }) => id);
    await reread(ledger);
    const parsed = parseDocument(first);
    const cik = parsed.ok ? parsed.filing.reportingOwners[0]?.cik : undefined;
    expect(cik).toMatch(/^\d{10}$/);
    expect(await people(ids)).toEqual([cik, null]);
  });
});

/** Viewpoints at every known-at of a ledger, as of then. */
async function everyKnownAt({ database }: TestLedger): Promise<[string, string][]> {
  const { rows } = await database.pool.query<{ at: string }>(
    'SELECT DISTINCT known_at AS at FROM filing ORDER BY 1',
  );
  return rows.map(({ at }) => [at.slice(0, 10), at]);
}
