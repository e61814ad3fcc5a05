import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rebuildProjections, verifyLedger } from '../../src/ledger/index.ts';
import { ledgerStatus } from '../../src/reads/index.ts';
import { ingestDocuments, type RejectedFile } from '../../src/server/ingest-documents.ts';
import { findDocuments } from '../../src/sources/index.ts';
import { holdingsOfAll } from '../support/holdings-of-all.ts';
import { createTestLedger, type TestLedger } from '../support/test-ledger.ts';

/** A folder of EDGAR submissions; this test runs where it is set. */
const folder = process.env.CORPUS_DIR ?? '';
const AT_MOST = Number(process.env.CORPUS_FILES ?? 2_500);

async function ingestAll({ database }: TestLedger, files: readonly string[]) {
  const rejected: RejectedFile[] = [];
  const summary = await ingestDocuments(database, findDocuments(files), {
    rejected: (file) => rejected.push(file),
    progress: () => undefined,
  });
  return { summary, rejected };
}

describe('a corpus of real submissions', () => {
  it('is in the ledger whole, verifies, rebuilds to the same rows, and does so in any order', async () => {
    const files = (await readdir(folder))
      .sort()
      .slice(0, AT_MOST)
      .map((name) => join(folder, name));
    const ledger = await createTestLedger();
    const { summary, rejected } = await ingestAll(ledger, files);
    console.log(summary, rejected);
    expect(summary.filings + summary.rejected).toBe(files.length);
    for (const { problems } of rejected) {
      expect(problems.map(({ code }) => code)).toEqual(['NO_OWNERSHIP_DOCUMENT']);
    }
    const status = await ledgerStatus(ledger.database.pool);
    expect(status).toMatchObject({ filings: summary.filings, events: summary.events });
    expect(await verifyLedger(ledger.database.pool)).toMatchObject({
      events: status.events,
      faults: [],
    });
    const rebuilt = await rebuildProjections(ledger.database);
    expect(rebuilt.filter(({ same }) => !same)).toEqual([]);

    const again = await ingestAll(ledger, [...files].reverse());
    expect(again.summary).toMatchObject({ filings: 0, events: 0, alreadyHeld: summary.filings });
    expect(await ledgerStatus(ledger.database.pool)).toEqual(status);

    const other = await createTestLedger();
    await ingestAll(other, [...files].reverse());
    for (const [asOf, knownAt] of [
      ['2023-03-15', '2023-06-30T00:00:00.000Z'],
      ['2023-06-30', '2099-01-01T00:00:00.000Z'],
      ['2099-01-01', '2099-01-01T00:00:00.000Z'],
    ] as const) {
      const holdings = await holdingsOfAll(ledger.database, asOf, knownAt);
      expect(holdings.length).toBeGreaterThan(100);
      expect(await holdingsOfAll(other.database, asOf, knownAt)).toEqual(holdings);
    }
  });
});
