import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedText } from '../../../bench/ingest/changed-identities.ts';
import { type Database, insertRows } from '../../../src/database/index.ts';
import { ingest, rebuildProjections, verifyLedger } from '../../../src/ledger/index.ts';
import { PROJECTIONS } from '../../../src/ledger/projections/build.ts';
import { sampleDocuments } from '../../support/samples.ts';
import { sourceDocument } from '../../support/source-document.ts';
import { createTestLedger } from '../../support/test-ledger.ts';

const TABLES = ['ledger_event', 'source_document', ...PROJECTIONS];

/** Every row of the ledger, but for when it was recorded, which its hash covers too. */
async function rowsOf({ pool }: Database): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  for (const table of TABLES) {
    const isEvents = table === 'ledger_event';
    const { rows } = await pool.query(
      `SELECT (to_jsonb(t) - 'recorded_at'${isEvents ? " - 'hash' - 'previous_hash'" : ''})::text AS row
       FROM ${table} t ORDER BY 1`,
    );
    found[table] = rows.map(({ row }) => row);
  }
  return found;
}

/** Submissions of the samples that amend nothing, and the same of other people and issuers. */
const PLAIN = Object.entries(sampleDocuments())
  .filter(([, text]) => /<ownershipDocument/.test(text) && !/documentType>\d\/A</.test(text))
  .flatMap(([name, text]) =>
    [1, 2, 3, 4, 5, 6, 7].map((copy) =>
      sourceDocument(
        name.replace(/.*\//, `${copy}-`).replace(/\d{10}-/, ''),
        changedText(text, copy),
      ),
    ),
  );

describe('§4 a bulk of filings', () => {
  it('gives, row for row, what one filing at a time gives, and a ledger that verifies and rebuilds', async () => {
    const single = await createTestLedger();
    for (const document of PLAIN) await ingest(single.database, [document]);
    const bulk = await createTestLedger();
    const answers = await ingest(bulk.database, PLAIN);
    expect(new Set(answers.map(({ outcome }) => outcome))).toEqual(new Set(['appended']));
    expect(await rowsOf(bulk.database)).toEqual(await rowsOf(single.database));
    expect((await verifyLedger(bulk.database.pool)).faults).toEqual([]);
    const rebuilt = await rebuildProjections(bulk.database);
    expect(rebuilt.filter(({ same }) => !same)).toEqual([]);
  });

  it('gives the same rows however it is cut into transactions', async () => {
    const whole = await createTestLedger();
    await ingest(whole.database, PLAIN);
    const expected = await rowsOf(whole.database);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 3 }),
        async (cuts) => {
          const drops: (() => Promise<void>)[] = [];
          const { database } = await createTestLedger((drop) => drops.push(drop));
          for (let at = 0, cut = 0; at < PLAIN.length; cut += 1) {
            const size = cuts[cut % cuts.length] ?? 1;
            await ingest(database, PLAIN.slice(at, at + size));
            at += size;
          }
          expect(await rowsOf(database)).toEqual(expected);
          for (const drop of drops) await drop();
        },
      ),
      { numRuns: 4 },
    );
  });

  it('writes the same texts, numbers and lists by COPY as by INSERT, whatever is in them', async () => {
    const { database } = await createTestLedger();
    const text = fc
      .oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('\\N', '\\.', 'a\tb\\\r\n', '{"', 'NULL', ''),
      )
      .filter((each) => !each.includes('\0') && !/\p{Cs}/u.test(each));
    const row = fc.record({
      name: text,
      ticker: fc.option(text),
      tickers: fc.array(text, { maxLength: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 50, maxLength: 60 }), async (rows) => {
        const client = await database.pool.connect();
        try {
          await client.query('BEGIN');
          const numbered = rows.map((each, index) => ({
            id: BigInt(index + 1),
            cik: null,
            ...each,
          }));
          await insertRows(client, 'issuer', numbered);
          const copied = await client.query('SELECT * FROM issuer ORDER BY id');
          await client.query('DELETE FROM issuer');
          for (const each of numbered) await insertRows(client, 'issuer', [each]);
          const inserted = await client.query('SELECT * FROM issuer ORDER BY id');
          expect(copied.rows).toEqual(inserted.rows);
          expect(copied.rows).toEqual(numbered);
        } finally {
          await client.query('ROLLBACK');
          client.release();
        }
      }),
      { numRuns: 20 },
    );
  });
});
