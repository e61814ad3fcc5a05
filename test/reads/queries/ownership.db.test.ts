import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ingest } from '../../../src/ledger/index.ts';
import {
  type HoldingRow,
  holdings,
  type OwnershipTotal,
  ownership,
} from '../../../src/reads/index.ts';
import type { CalendarDate, Instant } from '../../../src/values/index.ts';
import { type Form4Sketch, form4Document, type LineSketch } from '../../support/form4.ts';
import { createTestLedger, type TestLedger } from '../../support/test-ledger.ts';

const ISSUER = 9_000_301n;
const FUND = { cik: 401, name: 'Orrery Growth Fund II, L.P.', isTenPercentOwner: true };
const MANAGER = { cik: 402, name: 'Quillon Petra', isTenPercentOwner: true };
const DIRECTOR = { cik: 404, name: 'Verrinder Jo' };
const SALE = { code: 'S', shares: '100', price: '10', after: '900', acquired: false };
const THROUGH = { ...SALE, nature: 'By Orrery Growth Fund II, L.P.' };
const OPTION = {
  code: 'A',
  shares: '50',
  price: '0',
  after: '50',
  title: 'Stock Option',
  terms: ['10', '2034-03-01', 'Common Stock'] as const,
};

async function totals(
  { database }: TestLedger,
  asOf = '2024-12-31',
  knownAt = '2099-01-01T00:00:00.000Z',
): Promise<OwnershipTotal[]> {
  const viewpoint = { asOf: asOf as CalendarDate, knownAt: knownAt as Instant };
  return (await ownership(database.pool, [ISSUER], viewpoint))[0] ?? [];
}

async function totalsOf(...forms: readonly Form4Sketch[]): Promise<OwnershipTotal[]> {
  const ledger = await createTestLedger();
  await ingest(ledger.database, forms.map(form4Document));
  return totals(ledger);
}

const sums = (rows: readonly OwnershipTotal[]) =>
  rows.map(({ securityClass, direct, indirect, total, people }) => [
    securityClass,
    direct,
    indirect,
    total,
    people,
  ]);

describe('§5 what all insiders of an issuer own', () => {
  it('counts a line of a joint filing once, and each of its owners', async () => {
    const rows = await totalsOf({ number: 1, owners: [FUND, MANAGER], lines: [SALE] });
    expect(sums(rows)).toEqual([['COMMON STOCK', '900', '0', '900', 2]]);
  });

  it('counts a trade that several filings tell once, as direct where one of them says so', async () => {
    const rows = await totalsOf(
      { number: 1, owners: [MANAGER], lines: [THROUGH] },
      { number: 2, owners: [FUND], lines: [SALE] },
      { number: 3, owners: [DIRECTOR], lines: [{ ...SALE, after: '7' }] },
    );
    expect(sums(rows)).toEqual([['COMMON STOCK', '907', '0', '907', 3]]);
  });

  it('adds equal holdings of different people', async () => {
    const rows = await totalsOf(
      { number: 1, owners: [DIRECTOR], lines: [{ ...SALE, nature: 'By Spouse' }] },
      { number: 2, owners: [{ cik: 405, name: 'Aldous Ines' }], lines: [SALE] },
    );
    expect(sums(rows)).toEqual([['COMMON STOCK', '900', '900', '1800', 2]]);
  });

  it('leaves out what is closed or expired, and adds no two units, classes or underlying classes', async () => {
    const rows = await totalsOf({
      number: 1,
      owners: [DIRECTOR],
      lines: [
        { ...SALE, after: '0', title: 'Preferred Stock' },
        { ...OPTION, terms: ['10', '2024-06-30', 'Common Stock'] },
        OPTION,
        { ...OPTION, terms: ['10', '2034-03-01', 'Class B Common Stock'] },
        { ...SALE, title: 'Class B Common Stock, $.01 par value' },
      ],
    });
    expect(rows.map((row) => [row.securityTitle, row.underlyingTitle, row.total])).toEqual([
      ['Class B Common Stock, $.01 par value', null, '900'],
      ['Stock Option', 'Class B Common Stock', '50'],
      ['Stock Option', 'Common Stock', '50'],
    ]);
  });

  it('gives the terms of a derivative where all agree in them, and the title as filed last', async () => {
    const one = { number: 1, owners: [DIRECTOR], lines: [OPTION] };
    const titled = { ...OPTION, title: 'STOCK  OPTION' };
    const other = { number: 2, signedOn: '2024-03-06', owners: [MANAGER] };
    const [agreed] = await totalsOf(one, { ...other, lines: [titled] });
    expect(agreed).toMatchObject({
      securityTitle: 'STOCK OPTION',
      conversionOrExercisePrice: '10',
      expiresOn: '2034-03-01',
      total: '100',
    });
    const [disagreed] = await totalsOf(one, {
      ...other,
      lines: [{ ...titled, terms: ['11', '2034-03-01', 'Common Stock'] }],
    });
    expect(disagreed).toMatchObject({ conversionOrExercisePrice: null, expiresOn: '2034-03-01' });
  });
});

const line = fc.record({
  cells: fc.constantFrom<LineSketch>(
    SALE,
    THROUGH,
    { ...SALE, after: '0' },
    { ...SALE, after: '12', nature: 'By Spouse' },
    { after: '33', nature: 'By Smallhythe Holdings LLC' },
    OPTION,
    { ...OPTION, terms: ['10', '2024-03-10', 'Common Stock'] },
  ),
  date: fc.constantFrom('2024-02-20', '2024-03-01'),
});
const story = fc
  .array(
    fc.record({
      owners: fc.subarray([FUND, MANAGER, DIRECTOR], { minLength: 1 }),
      day: fc.integer({ min: 2, max: 9 }),
      lines: fc.array(line, { minLength: 1, maxLength: 3 }),
    }),
    { minLength: 2, maxLength: 6 },
  )
  .map((forms) =>
    forms.map(
      ({ owners, day, lines }, index): Form4Sketch => ({
        number: index + 1,
        owners,
        signedOn: `2024-03-0${day}`,
        lines: lines.map(({ cells, date }) => ({ ...cells, date })),
      }),
    ),
  );

/** Of two balances of one report: the direct one, the one worked out, the greater. */
function countsBefore(a: HoldingRow, b: HoldingRow): boolean {
  if (a.ownership !== b.ownership) return a.ownership === 'DIRECT';
  return a.derived === b.derived ? Number(a.amount) > Number(b.amount) : a.derived;
}

/**
 * The rule to the letter: each holding that stands, unless another of the same report is counted.
 */
async function naive(ledger: TestLedger, asOf: string, knownAt: string) {
  const { pool } = ledger.database;
  const viewpoint = { asOf: asOf as CalendarDate, knownAt: knownAt as Instant };
  const rows = await holdings(pool, { issuers: [ISSUER] }, viewpoint, {
    statuses: ['CURRENT', 'CARRIED'],
  });
  const lines = await pool.query('SELECT position, repeats, underlying_title FROM reported_line');
  const lineOf = new Map(lines.rows.map((row) => [row.position, row]));
  const found = new Map<string, { people: Set<bigint>; reports: Map<bigint, HoldingRow> }>();
  for (const row of rows) {
    // §5: a negative amount is shown in holdings as filed, and is in no sum.
    if (Number(row.amount) < 0) continue;
    const { repeats, underlying_title } = lineOf.get(row.position) ?? {};
    const key = [row.table, row.securityClass, underlying_title, row.unit].join('|');
    const sum = found.get(key) ?? { people: new Set(), reports: new Map() };
    found.set(key, sum);
    sum.people.add(row.personId);
    const report = repeats ?? row.position;
    const known = sum.reports.get(report);
    if (known === undefined || countsBefore(row, known)) sum.reports.set(report, row);
  }
  return new Map(
    [...found].map(([key, { people, reports }]): [string, number[]] => {
      const of = (form: string) =>
        [...reports.values()]
          .filter(({ ownership }) => ownership === form)
          .reduce((total, { amount }) => total + Number(amount), 0);
      return [key, [of('DIRECT'), of('INDIRECT'), people.size]];
    }),
  );
}

describe('§5 ownership at a viewpoint', () => {
  it('is the naive sum of the holdings, and never changes by what is known later', async () => {
    await fc.assert(
      fc.asyncProperty(story, fc.integer({ min: 2, max: 9 }), async (forms, day) => {
        const drops: (() => Promise<void>)[] = [];
        const ledger = await createTestLedger((drop) => drops.push(drop));
        const knownAt = `2024-03-0${day}T23:59:00.000Z`;
        const isLater = ({ signedOn = '' }: Form4Sketch) => signedOn >= `2024-03-0${day}`;
        await ingest(ledger.database, forms.filter((form) => !isLater(form)).map(form4Document));
        const before = await totals(ledger, '2024-03-05', knownAt);
        await ingest(ledger.database, forms.filter(isLater).map(form4Document));
        expect(await totals(ledger, '2024-03-05', knownAt)).toEqual(before);
        for (const [asOf, known] of [
          ['2024-03-05', knownAt],
          ['2024-02-25', knownAt],
          ['2024-12-31', '2099-01-01T00:00:00.000Z'],
        ] as const) {
          const rows = await totals(ledger, asOf, known);
          const given = rows.map((row): [string, number[]] => [
            [row.securityTable, row.securityClass, row.underlyingTitle, row.unit].join('|'),
            [Number(row.direct), Number(row.indirect), row.people],
          ]);
          expect(new Map(given)).toEqual(await naive(ledger, asOf, known));
        }
        for (const drop of drops) await drop();
      }),
      { numRuns: 8 },
    );
  });
});
