import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ingest,
  ingestPrepared,
  prepareDocument,
  rereadLedger,
} from '../../../src/ledger/index.ts';
import { noticesAfter, projectedTo, retractingEvents } from '../../../src/reads/index.ts';
import { generateFilings } from '../../support/generated-filings.ts';
import { lesserReader } from '../../support/lesser-reader.ts';
import { sourceDocument } from '../../support/source-document.ts';
import { createTestLedger, type TestLedger } from '../../support/test-ledger.ts';

const FILES = [...(await generateFilings({ seed: 11, count: 24 })).files]
  .filter(([name]) => !name.endsWith('.zip') && !name.endsWith('letter.txt'))
  .map(([name, bytes]) => sourceDocument(name, bytes));

/** What a receiver has of a watch: the lines that it was sent and that were not retracted since. */
class Receiver {
  readonly lines = new Set<bigint>();
  #position = 0n;

  /** Takes what the ledger has behind what it had, so many notices at a time. */
  async take({ database }: TestLedger, limit: number): Promise<void> {
    const head = (await projectedTo(database.pool)) ?? 0n;
    while (this.#position < head) {
      const after = this.#position;
      const retracting = await retractingEvents(database.pool, after, head);
      const window = { after, through: head, limit, retracting };
      const { notices, through } = await noticesAfter(database.pool, {}, window);
      for (const notice of notices) {
        if (notice.type === 'REPORTED') this.lines.add(notice.line.position);
        else {
          for (const { line } of notice.retracted) this.lines.delete(line.position);
          for (const line of notice.reinstated) this.lines.add(line.position);
        }
      }
      this.#position = through;
    }
  }
}

/** The transaction lines that count. */
async function linesInForce({ database }: TestLedger): Promise<Set<bigint>> {
  const { rows } = await database.pool.query<{ position: bigint }>(
    `SELECT position FROM reported_line
     WHERE is_transaction AND superseded_by IS NULL AND NOT is_left_out AND NOT is_taken_back`,
  );
  return new Set(rows.map(({ position }) => position));
}

describe('§4, §6 who takes all notices in order', () => {
  const met = fc.record({
    documents: fc.shuffledSubarray(FILES, { minLength: 12 }),
    size: fc.integer({ min: 1, max: 6 }),
    limit: fc.integer({ min: 1, max: 5 }),
    seed: fc.nat(1_000),
  });

  it('has the lines that count, whatever was amended, resolved or read again, and in what order it came', async () => {
    await fc.assert(
      fc.asyncProperty(met, async ({ documents, size, limit, seed }) => {
        const drops: (() => Promise<void>)[] = [];
        const ledger = await createTestLedger((drop) => drops.push(drop));
        const [early, late] = [new Receiver(), new Receiver()];
        const reader = lesserReader(seed);
        for (let at = 0; at < documents.length; at += size) {
          const some = documents.slice(at, at + size);
          if (at % 2 === 0) await ingest(ledger.database, some);
          else {
            const prepared = some.map((document) => prepareDocument(document, reader));
            await ingestPrepared(ledger.database, prepared);
          }
          await early.take(ledger, limit);
          expect(early.lines).toEqual(await linesInForce(ledger));
        }
        for await (const _ of rereadLedger(ledger.database)) await early.take(ledger, limit);
        await late.take(ledger, limit);
        const inForce = await linesInForce(ledger);
        expect(inForce.size).toBeGreaterThan(0);
        expect(early.lines).toEqual(inForce);
        expect(late.lines).toEqual(inForce);
        await Promise.all(drops.map((drop) => drop()));
      }),
      { numRuns: 6 },
    );
  }, 180_000);
});
