import { expect, it } from 'vitest';
import type { Queryable } from '../../../src/database/index.ts';
import { ingest } from '../../../src/ledger/index.ts';
import { type FilingKey, filingPages, type Subject } from '../../../src/reads/index.ts';
import { form4Document, type OwnerSketch } from '../../support/form4.ts';
import { createTestLedger } from '../../support/test-ledger.ts';

const ANN = { cik: 311, name: 'Anvil Ann' };
const BEA = { cik: 312, name: 'Barge Bea' };

/** Filings in the order of arrival, which is none of accession numbers: eleven of one moment. */
const FILED: readonly [number: number, signedOn: string, owners: readonly OwnerSketch[]][] = [
  [8, '2024-03-05', [ANN]],
  [3, '2024-03-05', [ANN, BEA]],
  [12, '2024-03-04', [ANN]],
  [9, '2024-03-05', [ANN, ANN]],
  [1, '2024-03-06', [BEA, ANN]],
  [5, '2024-03-05', [ANN]],
  [7, '2024-03-05', [ANN, BEA]],
  [2, '2024-03-05', [ANN]],
  [11, '2024-03-05', [ANN]],
  [4, '2024-03-05', [ANN]],
  [10, '2024-03-05', [BEA, ANN]],
  [6, '2024-03-05', [ANN]],
  [13, '2024-03-05', [ANN]],
];
const IN_ORDER = [1, 13, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 12];

it.each<[string, Subject]>([
  ['a person', { of: 'person', ids: [9_000_311n] }],
  ['an issuer', { of: 'issuer', ids: [9_000_301n] }],
  ['the ledger', { of: 'ledger' }],
])(
  '§5 pages of filings of %s cut a moment anywhere, each filing once, by accession number',
  async (_, subject) => {
    const { database } = await createTestLedger();
    const documents = FILED.map(([number, signedOn, owners]) =>
      form4Document({ number, signedOn, owners, lines: [{ after: String(1_000 + number) }] }),
    );
    await ingest(database, documents);
    const numbers = await numbersOf(database.pool);
    const page = async (window: Parameters<typeof filingPages>[3]) => {
      const [rows] = await filingPages(database.pool, subject, {}, window);
      return rows ?? [];
    };
    for (const limit of [1, 2, 3, 5, 20]) {
      for (const backwards of [false, true]) {
        const read: FilingKey[] = [];
        for (;;) {
          const last = read.at(-1);
          const next = await page({ limit, backwards, [backwards ? 'before' : 'after']: last });
          if (next.length === 0) break;
          expect(next.length).toBe(Math.min(limit, FILED.length - read.length));
          read.push(...next);
        }
        const expected = backwards ? [...IN_ORDER].reverse() : IN_ORDER;
        expect(read.map(({ id }) => numbers.get(id))).toEqual(expected);
      }
    }
  },
);

async function numbersOf(pool: Queryable): Promise<Map<bigint, number>> {
  const { rows } = await pool.query<{ id: bigint; number: number }>(
    'SELECT id, right(accession_number, 6)::int AS number FROM filing',
  );
  return new Map(rows.map(({ id, number }) => [id, number]));
}
