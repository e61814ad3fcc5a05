import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import type { Database } from '../../../src/database/index.ts';
import {
  type OrderedTransaction,
  type TransactionFilter,
  type TransactionOrder,
  transactionPage,
} from '../../../src/reads/index.ts';
import type { CalendarDate, Instant } from '../../../src/values/index.ts';
import { day, issuer, person } from '../../support/at-scale.ts';
import { openMillionLedger } from '../../support/million-ledger.ts';

let database: Database;

beforeAll(async () => {
  database = await openMillionLedger();
  return () => database.close();
}, 300_000);

const RUNS = { numRuns: Number(process.env.PROPERTY_RUNS ?? 40), seed: 20_261_130 };
const LIMIT = 7;

const COLUMNS = {
  KNOWN_AT: 'known_at',
  EFFECTIVE_ON: 'effective_on',
  VALUE: 'value',
  SHARES: 'shares',
  SHARE_OF_HOLDING: 'share_of_holding',
  POSITION: 'position',
} as const;

/** Days apart that are few lines, and many. */
const SPANS = [20, 90, 2_000];
const span = fc.record({ from: day, days: fc.constantFrom(...SPANS) }).map(({ from, days }) => ({
  from: from as Instant,
  to: new Date(Date.parse(from) + days * 86_400_000).toISOString() as Instant,
}));
const dateOf = (instant: Instant) => instant.slice(0, 10) as CalendarDate;

/** Filters that have a span of days, of instants, or half of one, alone and with another. */
const filters: fc.Arbitrary<TransactionFilter> = fc
  .tuple(
    fc.oneof(
      span.map(({ from, to }) => ({ effectiveFrom: dateOf(from), effectiveTo: dateOf(to) })),
      span.map(({ from, to }) => ({ knownFrom: from, knownTo: to })),
      span.map(({ from }) => ({ effectiveFrom: dateOf(from) })),
      span.map(({ from }) => ({ knownTo: from })),
      fc.tuple(span, span).map(([one, other]) => ({
        effectiveFrom: dateOf(one.from),
        knownTo: other.to,
      })),
    ),
    fc.oneof(
      fc.constant({}),
      fc.constant({ codes: ['P', 'S'] as const }),
      fc.constant({ titleWords: ['chief'] }),
      fc.constant({ timeliness: ['LATE'] as const }),
      fc.constant({ plan: 'NEGATED' as const }),
      fc.constant({ amendments: true }),
      issuer.map((id) => ({ issuers: [id] })),
      person.map((id) => ({ people: [id] })),
    ),
  )
  .map(([one, other]) => ({ ...one, ...other }));

const orders = fc.record({
  by: fc.constantFrom(...(Object.keys(COLUMNS) as (keyof typeof COLUMNS)[])),
  direction: fc.constantFrom('ASC' as const, 'DESC' as const),
});

/** Positions in an order by reading all lines, from a place in it on; and how many there are. */
async function naive(filter: TransactionFilter, knownAt: Instant, order: TransactionOrder) {
  const values: unknown[] = [knownAt];
  const given = (value: unknown, sql: (parameter: string) => string) =>
    value === undefined ? 'true' : sql(`$${values.push(value)}`);
  const owner = (condition: string) =>
    `EXISTS (SELECT FROM filing_owner o WHERE o.filing_id = l.filing_id AND ${condition})`;
  const where = [
    given(filter.effectiveFrom, (at) => `l.effective_on >= ${at}::date`),
    given(filter.effectiveTo, (at) => `l.effective_on <= ${at}::date`),
    given(filter.knownFrom, (at) => `l.known_at >= ${at}::timestamptz`),
    given(filter.knownTo, (at) => `l.known_at <= ${at}::timestamptz`),
    given(filter.codes, (of) => `l.code = ANY(${of}::transaction_code[])`),
    given(filter.timeliness, (of) => `l.timeliness = ANY(${of}::timeliness[])`),
    given(filter.plan, (of) => `l.stated_plan = ${of}::line_plan`),
    given(filter.amendments, (is) => `(f.form = 'FORM_4_A') = ${is}`),
    given(filter.issuers, (of) => `l.issuer_id = ANY(${of}::bigint[])`),
    given(filter.people, (of) => owner(`o.person_id = ANY(${of}::bigint[])`)),
    given(filter.titleWords, (of) =>
      owner(`o.officer_title ILIKE '%' || (${of}::text[])[1] || '%'`),
    ),
  ].join(' AND ');
  const by = COLUMNS[order.by];
  const { rows } = await database.pool.query<{ position: bigint; by: string | null }>(
    `SELECT l.position, ${order.by === 'POSITION' ? 'NULL' : `l.${by}::text`} AS by
     FROM reported_line l JOIN filing f ON f.id = l.filing_id
     WHERE l.is_transaction AND NOT l.is_taken_back AND l.known_at <= $1
       AND (l.superseded_known_at IS NULL OR l.superseded_known_at > $1) AND ${where}
     ORDER BY l.${by} ${order.direction} NULLS LAST, l.position ${order.direction}`,
    values,
  );
  return rows;
}

it('§8 a page of a screen is the piece of all transactions that pass, whatever way leads to it', async () => {
  let read = 0;
  const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
  await fc.assert(
    fc.asyncProperty(filters, day, orders, place, async (filter, at, order, share) => {
      const knownAt = at as Instant;
      const all = await naive(filter, knownAt, order);
      const index = Math.floor(share * (all.length + 1));
      const page = (window: object): Promise<OrderedTransaction[]> =>
        transactionPage(database.pool, { filter, knownAt }, order, {
          limit: LIMIT,
          backwards: false,
          parts: [],
          ...window,
        });
      const positions = (rows: readonly { readonly position: bigint }[]) =>
        rows.map(({ position }) => position);
      const rest = positions(all).slice(index, index + LIMIT);
      expect(positions(await page({ after: all[index - 1] }))).toEqual(rest);
      const before = positions(all).slice(Math.max(0, index - LIMIT), index);
      const backwards = await page({ before: all[index], backwards: true });
      expect(positions(backwards).reverse()).toEqual(before);
      read += rest.length + before.length;
    }),
    RUNS,
  );
  expect(read).toBeGreaterThan(0);
}, 900_000);
