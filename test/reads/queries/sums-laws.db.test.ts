import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ingest } from '../../../src/ledger/index.ts';
import {
  activity,
  filingSummaries,
  holdings,
  ownership,
  type SideTotal,
} from '../../../src/reads/index.ts';
import type { CalendarDate, Instant } from '../../../src/values/index.ts';
import { type Form4Sketch, form4Document, type LineSketch } from '../../support/form4.ts';
import { createTestLedger } from '../../support/test-ledger.ts';

const ISSUER = 9_000_301n;
const KNOWN_AT = '2099-01-01T00:00:00.000Z' as Instant;
const date = (text: string) => text as CalendarDate;

const line = fc
  .record({
    code: fc.constantFrom('P', 'S', 'A'),
    shares: fc.constantFrom('1', '250', '5000', '2000000', '-100'),
    price: fc.constantFrom(undefined, '0', '2.5', '10', '5000', '2000000', '16608240000', '-3'),
    after: fc.constantFrom('0', '100', '2000000', '-50'),
    title: fc.constantFrom('Common Stock', 'Class B Common Stock', 'Convertible Note'),
    terms: fc.constantFrom(undefined, ['9', '2034-12-15', 'Common Stock'] as const),
  })
  .map(
    ({ price, terms, ...cells }): LineSketch => ({
      ...cells,
      ...(price === undefined ? {} : { price }),
      ...(terms === undefined ? {} : { terms }),
    }),
  );

const forms = fc
  .array(
    fc.record({ owner: fc.nat({ max: 2 }), lines: fc.array(line, { minLength: 1, maxLength: 5 }) }),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((sketches) =>
    sketches.map(
      ({ owner, lines }, index): Form4Sketch => ({
        number: index + 1,
        owners: [{ cik: 401 + owner, name: `Orrery Number ${owner}` }],
        lines,
      }),
    ),
  );

interface TradeRow {
  readonly filing: bigint;
  readonly table: string;
  readonly code: string;
  readonly class: string;
  readonly shares: string;
  readonly value: string | null;
  readonly flags: readonly string[];
}

const TRADES = `SELECT filing_id AS filing, security_table AS table, code, security_class AS class, shares,
  value, flags::text[] FROM reported_line WHERE repeats IS NULL OR $1`;

/** All amounts are whole, or halves: numbers are exact enough here. */
function expectAdded(side: SideTotal, rows: readonly TradeRow[]): void {
  const classes = new Set(rows.map((row) => row.class));
  const valued = rows.filter(({ value }) => value !== null);
  const sum = (of: readonly (string | null)[]) =>
    of.reduce((total, each) => total + Number(each), 0);
  expect(side.transactions).toBe(rows.length);
  expect(Number(side.value)).toBe(sum(valued.map(({ value }) => value)));
  expect(side.unpriced).toBe(rows.length - valued.length);
  if (classes.size > 1) expect([side.shares, side.averagePrice]).toEqual([null, null]);
  else expect(Number(side.shares)).toBe(sum(rows.map(({ shares }) => shares)));
}

test('§5 sums never mix tables, classes or units, a flagged price never multiplies, and what sums over people is the sum of their holdings', async () => {
  await fc.assert(
    fc.asyncProperty(forms, async (sketches) => {
      const drops: (() => Promise<void>)[] = [];
      const { database } = await createTestLedger((drop) => drops.push(drop));
      await ingest(database, sketches.map(form4Document));
      const db = database.pool;
      const trades = async (repeats: boolean) =>
        (await db.query<TradeRow>(TRADES, [repeats])).rows.filter(
          ({ flags }) => !flags.includes('NEGATIVE_AMOUNT'),
        );
      const all = await trades(true);
      for (const { flags, value } of all) {
        if (flags.includes('PRICE_IS_TOTAL') || flags.includes('PRICE_IMPLAUSIBLE')) {
          expect(value).toBeNull();
        }
      }

      const period = { from: date('2024-03-01'), to: date('2024-03-31') };
      const scope = { period, by: 'MONTH' as const, knownAt: KNOWN_AT };
      const [[month] = []] = await activity(db, [ISSUER], scope);
      const counted = await trades(false);
      const of = (rows: readonly TradeRow[], code: string, table: string, name?: string) =>
        rows.filter(
          (row) =>
            row.code === code && row.table === table && (name === undefined || row.class === name),
        );
      if (month === undefined) throw new Error('There is one month.');
      expectAdded(month.purchases, of(counted, 'P', 'NON_DERIVATIVE'));
      expectAdded(month.sales, of(counted, 'S', 'NON_DERIVATIVE'));
      for (const each of month.byClass) {
        expectAdded(each.purchases, of(counted, 'P', 'NON_DERIVATIVE', each.class));
      }
      for (const each of month.derivatives) {
        expectAdded(each.sales, of(counted, 'S', 'DERIVATIVE', each.class));
      }

      const filings = [...new Set(all.map(({ filing }) => filing))];
      for (const [index, summary] of (await filingSummaries(db, filings)).entries()) {
        const own = all.filter(({ filing }) => filing === filings[index]);
        expectAdded(summary.purchased, of(own, 'P', 'NON_DERIVATIVE'));
        expectAdded(summary.sold, of(own, 'S', 'NON_DERIVATIVE'));
      }

      const viewpoint = { asOf: date('2024-12-31'), knownAt: KNOWN_AT };
      const held = await holdings(db, { issuers: [ISSUER] }, viewpoint, {
        statuses: ['CURRENT', 'CARRIED'],
      });
      const [totals = []] = await ownership(db, [ISSUER], viewpoint);
      for (const total of totals) {
        const alike = held.filter(
          (row) =>
            row.table === total.securityTable &&
            row.securityClass === total.securityClass &&
            row.unit === total.unit &&
            Number(row.amount) > 0,
        );
        expect(Number(total.total)).toBeLessThanOrEqual(
          alike.reduce((sum, { amount }) => sum + Number(amount), 0),
        );
        expect(Number(total.total)).toBeGreaterThan(0);
        expect(Number(total.total)).toBe(Number(total.direct) + Number(total.indirect));
      }
      for (const drop of drops) await drop();
    }),
    { numRuns: 8 },
  );
}, 120_000);
