import { describe, expect, it } from 'vitest';
import {
  ingest,
  ingestPrepared,
  prepareDocument,
  type Reader,
  type RereadOptions,
  rebuildProjections,
  rereadLedger,
  verifyLedger,
} from '../../src/ledger/index.ts';
import { PARSER_VERSION, parseDocument } from '../../src/parser/index.ts';
import type { SourceDocument } from '../../src/values/index.ts';
import { pictureOf } from '../support/picture.ts';
import { LOSSES } from '../support/poorer-reader.ts';
import { Random } from '../support/random.ts';
import { sampleDocuments } from '../support/samples.ts';
import { sourceDocument } from '../support/source-document.ts';
import { createTestLedger, type TestLedger } from '../support/test-ledger.ts';

const DOCUMENTS = Object.entries(sampleDocuments()).map(([name, text]) =>
  sourceDocument(name, text),
);
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
});
