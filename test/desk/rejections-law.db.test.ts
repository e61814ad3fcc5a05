import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Ingested, ingest } from '../../src/ledger/index.ts';
import type { AccessionNumber, CalendarDate, SourceDocument } from '../../src/values/index.ts';
import { KEEPING, kept, NUMBER, sha256, UNSIGNED, XML } from '../support/kept-aside.ts';
import { createTestLedger } from '../support/test-ledger.ts';

const numbers = fc.constantFrom(null, NUMBER, '0009000101-23-000099' as AccessionNumber);
const documents: fc.Arbitrary<SourceDocument> = fc.record({
  name: fc.constantFrom('p', 'q'),
  bytes: fc
    .constantFrom('Dear reader', XML.slice(0, 999), UNSIGNED, XML)
    .map((text) => new TextEncoder().encode(text)),
  accessionNumber: numbers,
  filedOn: fc.constantFrom(null, '2023-05-11' as CalendarDate),
});

/** What a reader of the rules would keep: how often each was rejected, by bytes and number. */
function naivelyKept(batches: readonly (readonly (readonly [SourceDocument, Ingested])[])[]) {
  const lines = new Map<string, number>();
  const keyOf = ({ bytes }: SourceDocument, number: string | null) => `${sha256(bytes)} ${number}`;
  for (const batch of batches) {
    const rejected = batch.filter(([, { outcome }]) => outcome === 'rejected');
    const keys = new Set(rejected.map(([document]) => keyOf(document, document.accessionNumber)));
    for (const key of keys) lines.set(key, (lines.get(key) ?? 0) + 1);
    for (const [document, { outcome }] of batch) {
      if (outcome === 'rejected') continue;
      lines.delete(keyOf(document, null));
      lines.delete(keyOf(document, document.accessionNumber));
    }
  }
  return Object.fromEntries(lines);
}

describe('whatever is ingested, and however often', () => {
  it('kept aside are the documents last rejected and never in the ledger since, each once', async () => {
    const batches = fc.array(fc.array(documents, { minLength: 1, maxLength: 5 }), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(batches, async (asked) => {
        const drops: (() => Promise<void>)[] = [];
        const { database } = await createTestLedger((drop) => drops.push(drop));
        const batches: (readonly [SourceDocument, Ingested])[][] = [];
        for (const batch of asked) {
          const answers = await ingest(database, batch, KEEPING);
          batches.push(
            batch.map((document, index) => [document, answers[index] as Ingested] as const),
          );
        }
        const found = await kept(database);
        expect(
          Object.fromEntries(found.map((one) => [`${one.hash} ${one.accessionNumber}`, one.tries])),
        ).toEqual(naivelyKept(batches));
        for (const drop of drops) await drop();
      }),
      { numRuns: Number(process.env.PROPERTY_RUNS ?? 15) },
    );
  }, 600_000);
});
