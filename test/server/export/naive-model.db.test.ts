import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ingest } from '../../../src/ledger/index.ts';
import { type ExportedText, exportedRows } from '../../support/exported.ts';
import { words } from '../../support/sketches/answers.ts';
import { histories } from '../../support/sketches/history-arbitrary.ts';
import { knownAt } from '../../support/sketches/naive-amendments.ts';
import { naiveAnswers } from '../../support/sketches/naive-answers.ts';
import { naiveEntries } from '../../support/sketches/naive-model.ts';
import { printSketch } from '../../support/sketches/print-sketch.ts';
import { date, TITLES } from '../../support/sketches/sketch.ts';
import { createTestLedger } from '../../support/test-ledger.ts';

const numRuns = Number(process.env.PROPERTY_RUNS ?? 4);

// Numbered, so that a row says which filing it is from.
const numbered = histories.map((history) =>
  history.map((sketch) => ({ ...sketch, rendition: 'xml' as const })),
);

function account({ security_table, security_title, nature = '' }: ExportedText): string {
  if (security_title === 'Restricted Stock Unit') return 'grant';
  if (security_table === 'DERIVATIVE') return 'option';
  const name = nature === '' ? 'direct' : nature.replace(/^By /i, '').toLowerCase();
  return security_title === TITLES[1] ? `${name} retitled` : name;
}

it(
  '§5 holdings exported as of any day known at any time are those of the naive model',
  { timeout: 900_000 },
  () =>
    fc.assert(
      fc.asyncProperty(
        numbered,
        fc.array(fc.tuple(fc.nat(140), fc.nat())),
        async (history, asked) => {
          const drops: (() => Promise<void>)[] = [];
          const { database } = await createTestLedger((drop) => drops.push(drop));
          try {
            await ingest(database, history.map(printSketch));
            const naive = naiveAnswers(naiveEntries(history));
            const indexOf = new Map(history.map(({ number, index }) => [number, index]));
            for (const [day, place] of [[400, history.length - 1] as const, ...asked]) {
              const sketch = history[place % history.length];
              const viewpoint = {
                asOf: date(day),
                knownAt: sketch === undefined ? '' : knownAt(sketch),
              };
              const rows = await exportedRows(database, {
                what: 'holdings',
                ...viewpoint,
                statuses: ['CURRENT', 'CARRIED', 'EXPIRED', 'CLOSED'],
              });
              const texts = rows.map((row) =>
                words([
                  row.issuer_name,
                  row.person_name,
                  account(row),
                  row.amount,
                  row.unit,
                  row.status,
                  row.derived,
                  row.reconciliation,
                  row.difference,
                  indexOf.get(row.source_accession_number?.slice(-6) ?? ''),
                ]),
              );
              // All grants of an owner have the same cells.
              const expected = naive
                .holdings(viewpoint.asOf, viewpoint.knownAt)
                .map((text) => text.replace(/, grant\d,/, ', grant,'));
              expect(texts.sort()).toEqual(expected.sort());
            }
          } finally {
            for (const drop of drops) await drop();
          }
        },
      ),
      { numRuns },
    ),
);
