import pg from 'pg';
import { expect, it, onTestFinished, vi } from 'vitest';
import { changedNumber, changedText } from '../../../bench/ingest/changed-identities.ts';
import { openDatabase } from '../../../src/database/index.ts';
import { catchUp, ingest } from '../../../src/ledger/index.ts';
import { sampleDocuments } from '../../support/samples.ts';
import { sourceDocument } from '../../support/source-document.ts';
import { createTestLedger } from '../../support/test-ledger.ts';

const SAMPLES = Object.values(sampleDocuments()).flatMap((text) => {
  const [xml] = /<ownershipDocument[\s\S]*<\/ownershipDocument>/.exec(text) ?? [];
  return xml === undefined || /documentType>\d\/A</.test(xml) ? [] : [xml];
});

/**
 * The samples' filings as about forty times as many issuers, who are the same in every round; its
 * people, dates and accession numbers are the round's own.
 */
function round(number: number) {
  return Array.from({ length: 40 }, (_, copy) =>
    SAMPLES.map((xml, at) => {
      const accession = changedNumber(
        `0009000101-24-${number}${String(at).padStart(5, '0')}`,
        copy,
      );
      const dated = changedText(xml, copy)
        .replace(/\b(20\d\d)(?=-\d\d-\d\d\b)/g, (year) => String(Number(year) - number))
        .replace(/(<rptOwnerCik>)(\d+)/g, (_all, before: string, cik: string) => {
          return `${before}${String(Number(cik) + number * 1_000).padStart(10, '0')}`;
        });
      return sourceDocument(`${accession}.xml`, dated);
    }),
  ).flat();
}

/** As if it began with the ledger, so that people are left once a transaction has named them. */
const LEAVING = { newSince: 0n, filings: 1 };

const TABLES = ['filing', 'filing_owner', 'reported_line'];

/** Rows of each table that were read, or looked at and left, once whoever read them has gone. */
async function rowsRead(admin: pg.Client): Promise<Map<string, number>> {
  await vi.waitUntil(async () => {
    const { rows } = await admin.query(
      'SELECT FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    );
    return rows.length === 0;
  }, 20_000);
  const { rows } = await admin.query(
    `SELECT relname, (seq_tup_read + coalesce(idx_tup_fetch, 0))::int AS read
     FROM pg_stat_user_tables WHERE relname = ANY($1)`,
    [TABLES],
  );
  return new Map(rows.map(({ relname, read }) => [relname, read]));
}

it.each([
  ['a bulk', false],
  ['a large ingest with its end', true],
])(
  '§4 %s reads no more rows of a grown ledger, also while the planner knows nothing of it',
  async (_, isLarge) => {
    const { adminUrl, serverUrl } = await createTestLedger();
    const admin = new pg.Client({ connectionString: adminUrl });
    await admin.connect();
    onTestFinished(() => admin.end());
    for (const table of TABLES) {
      await admin.query(`ALTER TABLE ${table} SET (autovacuum_enabled = off)`);
    }
    const read: Record<string, number>[] = [];
    for (let number = 1; number <= 5; number += 1) {
      const before = await rowsRead(admin);
      const database = openDatabase({ connectionString: serverUrl });
      for (const half of [0, 1]) {
        const documents = round(number).filter((_document, index) => index % 2 === half);
        const answers = await ingest(database, documents, { leaving: isLarge ? LEAVING : null });
        expect(new Set(answers.map(({ outcome }) => outcome))).toEqual(new Set(['appended']));
      }
      if (isLarge) await catchUp(database);
      await database.close();
      const after = await rowsRead(admin);
      read.push(
        Object.fromEntries(
          TABLES.map((table) => [table, (after.get(table) ?? 0) - (before.get(table) ?? 0)]),
        ),
      );
    }
    const [, second, , , fifth] = read;
    for (const table of TABLES) {
      expect(fifth?.[table], table).toBeLessThanOrEqual(second?.[table] ?? 0);
    }
  },
);
