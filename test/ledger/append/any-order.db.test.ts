import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../src/database/index.ts';
import { ingest, rebuildProjections, verifyLedger } from '../../../src/ledger/index.ts';
import { ledgerStatus } from '../../../src/reads/index.ts';
import { pictureOf } from '../../support/picture.ts';
import { sampleDocuments } from '../../support/samples.ts';
import { sourceDocument } from '../../support/source-document.ts';
import { createTestLedger } from '../../support/test-ledger.ts';

const DOCUMENTS = Object.entries(sampleDocuments()).map(([name, text]) =>
  sourceDocument(name, text),
);
const VIEWPOINTS = [
  ['2016-12-31', '2099-01-01T00:00:00.000Z'],
  ['2023-03-07', '2023-03-10T00:00:00.000Z'],
  ['2023-05-10', '2023-12-31T00:00:00.000Z'],
  ['2023-12-01', '2099-01-01T00:00:00.000Z'],
  ['2024-07-01', '2099-01-01T00:00:00.000Z'],
] as const;

describe('§6 nothing depends on the order of arrival', () => {
  it('the same filings give the same picture in any order and in batches of any size', async () => {
    const reference = await createTestLedger();
    await ingest(reference.database, DOCUMENTS);
    const expected = await pictureOf(reference, VIEWPOINTS);
    expect(expected.amendments).toContainEqual({
      order_key: '0009000101-23-000005',
      original: '0009000101-23-000004',
      amendment_outcome: 'REPLACES',
    });
    const order = fc.shuffledSubarray(DOCUMENTS, {
      minLength: DOCUMENTS.length,
      maxLength: DOCUMENTS.length,
    });
    await fc.assert(
      fc.asyncProperty(order, fc.integer({ min: 1, max: 5 }), async (documents, size) => {
        const drops: (() => Promise<void>)[] = [];
        const ledger = await createTestLedger((drop) => drops.push(drop));
        for (let at = 0; at < documents.length; at += size) {
          await ingest(ledger.database, documents.slice(at, at + size));
        }
        expect(await pictureOf(ledger, VIEWPOINTS)).toEqual(expected);
        expect((await verifyLedger(ledger.database.pool)).faults).toEqual([]);
        const rebuilt = await rebuildProjections(ledger.database);
        expect(rebuilt.filter(({ same }) => !same)).toEqual([]);
        for (const drop of drops) await drop();
      }),
      { numRuns: 8 },
    );
  });

  it('appending again, in another order, appends nothing', async () => {
    const { database } = await createTestLedger();
    await ingest(database, DOCUMENTS);
    const status = await ledgerStatus(database.pool);
    const again = await ingest(database, [...DOCUMENTS].reverse());
    expect(new Set(again.map(({ outcome }) => outcome))).toEqual(new Set(['alreadyHeld']));
    expect(await ledgerStatus(database.pool)).toEqual(status);
  });

  it('several at once share the lock: positions have no gap and each filing is there once', async () => {
    const { database, serverUrl } = await createTestLedger();
    const others = [1, 2, 3].map(() => openDatabase({ connectionString: serverUrl, poolSize: 2 }));
    await Promise.all(
      [database, ...others].map(async (each, index) => {
        const turned = [...DOCUMENTS.slice(index * 3), ...DOCUMENTS.slice(0, index * 3)];
        for (const document of turned) await ingest(each, [document]);
      }),
    );
    await Promise.all(others.map((other) => other.close()));
    const { head, filings, projectedTo } = await ledgerStatus(database.pool);
    const { rows } = await database.pool.query('SELECT count(*) AS events FROM ledger_event');
    expect({ filings, projectedTo, events: rows[0]?.events }).toEqual({
      filings: DOCUMENTS.length,
      projectedTo: head,
      events: head,
    });
    expect((await verifyLedger(database.pool)).faults).toEqual([]);
  });
});
