import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ingest } from '../../../src/ledger/index.ts';
import { exported } from '../../support/exported.ts';
import { histories } from '../../support/sketches/history-arbitrary.ts';
import { knownAt } from '../../support/sketches/naive-amendments.ts';
import { printSketch } from '../../support/sketches/print-sketch.ts';
import { createTestLedger } from '../../support/test-ledger.ts';

const numRuns = Number(process.env.PROPERTY_RUNS ?? 6);

// Pages without CIKs state identity facts, which are timeless: they count at any K.
const numbered = histories
  .map((history) =>
    history
      .map((sketch) => ({ ...sketch, rendition: 'xml' as const }))
      .sort((a, b) => (knownAt(a) < knownAt(b) ? -1 : 1)),
  )
  .filter((history) => history.length > 2);

it(
  '§3 whatever is appended that became known after K, exports as known at K stay byte for byte',
  { timeout: 900_000 },
  () =>
    fc.assert(
      fc.asyncProperty(numbered, fc.nat(), async (history, place) => {
        const last = history[place % (history.length - 1)];
        const at = last === undefined ? '' : knownAt(last);
        const drops: (() => Promise<void>)[] = [];
        const { database } = await createTestLedger((drop) => drops.push(drop));
        const take = async () => {
          const files: string[] = [];
          for (const what of ['holdings', 'events', 'filings'] as const) {
            const asked = { what, format: 'ndjson', asOf: '2025-01-01', knownAt: at } as const;
            files.push((await exported(database, asked)).bytes.toString());
          }
          return files;
        };
        try {
          await ingest(
            database,
            history.filter((sketch) => knownAt(sketch) <= at).map(printSketch),
          );
          const before = await take();
          await ingest(database, history.filter((sketch) => knownAt(sketch) > at).map(printSketch));
          expect(await take()).toEqual(before);
          // A Form 3 of nothing has no line to export.
          expect(before[2]).not.toBe('');
        } finally {
          for (const drop of drops) await drop();
        }
      }),
      { numRuns },
    ),
);
