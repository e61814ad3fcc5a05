import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import type { Database } from '../../../src/database/index.ts';
import {
  countSubjectEvents,
  type EventFilter,
  eventPages,
  type FilingFilter,
  filingPages,
  holdings,
  holdingsPage,
  relationships,
  type Subject,
} from '../../../src/reads/index.ts';
import type { Decimal, Instant } from '../../../src/values/index.ts';
import { day, issuer, keyOf, person, statuses, viewpoints } from '../../support/at-scale.ts';
import { openMillionLedger } from '../../support/million-ledger.ts';
import { naiveEvents, naiveFilings, naiveHoldings } from '../../support/naive-answers.ts';

let database: Database;

beforeAll(async () => {
  database = await openMillionLedger();
  return () => database.close();
}, 300_000);

const RUNS = { numRuns: 25, seed: 20_261_122 };

const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });
const given = <T extends object>(filter: T) =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };

it('§5 holdings of people and in issuers are what a naive reading of the entries gives', async () => {
  const scopes = fc.oneof(
    fc.record({ people: fc.array(person, { minLength: 1, maxLength: 4 }) }),
    fc.record({ issuers: fc.array(issuer, { minLength: 1, maxLength: 2 }) }),
  );
  await fc.assert(
    fc.asyncProperty(scopes, viewpoints, statuses, async (scope, viewpoint, wanted) => {
      const rows = await holdings(database.pool, scope, viewpoint, { statuses: wanted });
      const [column, ids] =
        'people' in scope
          ? (['person_id', scope.people] as const)
          : (['issuer_id', scope.issuers] as const);
      const naive = await naiveHoldings(database.pool, { column, ids }, viewpoint, wanted);
      expect(rows.map(keyOf).sort()).toEqual(naive.map(({ key }) => key).sort());
    }),
    RUNS,
  );
}, 120_000);

it('§7 insiders are those whom some filing in force at the viewpoint names, from its first day', async () => {
  await fc.assert(
    fc.asyncProperty(issuer, viewpoints, async (id, viewpoint) => {
      const found = await relationships(database.pool, { issuers: [id] }, viewpoint);
      const { rows } = await database.pool.query<{ personId: bigint; from: string }>(
        `SELECT person_id AS "personId", min(effective_on) AS "from" FROM filing_owner
         WHERE issuer_id = $1 AND effective_on <= $2 AND known_at <= $3
         GROUP BY person_id ORDER BY person_id`,
        [id, viewpoint.asOf, viewpoint.knownAt],
      );
      expect(found.map(({ personId, from }) => ({ personId, from }))).toEqual(rows);
    }),
    RUNS,
  );
}, 120_000);

it('§5 a page of all holdings is what a naive reading of the next people’s entries begins with', async () => {
  await fc.assert(
    fc.asyncProperty(person, viewpoints, statuses, async (from, viewpoint, wanted) => {
      const people = Array.from({ length: 40 }, (_, index) => from + BigInt(index));
      const naive = await naiveHoldings(
        database.pool,
        { column: 'person_id', ids: people },
        viewpoint,
        wanted,
      );
      const start = naive.at(Math.floor(naive.length / 3)) ?? {
        personId: from,
        groupId: 0n,
        accountId: 0n,
      };
      const rest = naive.slice(naive.length === 0 ? 0 : Math.floor(naive.length / 3) + 1);
      const page = await holdingsPage(
        database.pool,
        viewpoint,
        { statuses: wanted },
        { limit: 30, after: start },
      );
      const among = page.filter(({ personId }) => personId <= (people.at(-1) ?? 0n));
      expect(among.map(keyOf)).toEqual(rest.slice(0, 30).map(({ key }) => key));
    }),
    RUNS,
  );
}, 120_000);

const window = fc.oneof(
  fc.record({ backwards: fc.boolean() }),
  fc.record({ after: fc.bigInt({ min: 0n, max: 1_300_000n }), backwards: fc.boolean() }),
  fc.record({ before: fc.bigInt({ min: 0n, max: 1_300_000n }), backwards: fc.boolean() }),
);

const eventFilters: fc.Arbitrary<EventFilter> = fc
  .record({
    types: optional(
      fc.subarray([
        'FILING_RECEIVED',
        'TRANSACTION_REPORTED',
        'HOLDING_REPORTED',
        'FILING_AMENDED',
        'IDENTITY_RESOLVED',
      ] as const),
    ),
    issuers: optional(fc.array(issuer, { maxLength: 3 })),
    people: optional(fc.array(person, { maxLength: 3 })),
    codes: optional(fc.subarray(['P', 'S', 'W', 'X', 'G', 'U'] as const)),
    acquiredDisposed: optional(fc.constantFrom('ACQUIRED', 'DISPOSED')),
    knownFrom: optional(day as fc.Arbitrary<Instant>),
    knownTo: optional(day as fc.Arbitrary<Instant>),
    minValue: optional(fc.constantFrom('1', '1000000', '400000000') as fc.Arbitrary<Decimal>),
    includeSuperseded: optional(fc.boolean()),
  })
  .map(given);

const subjects: fc.Arbitrary<Subject> = fc.oneof(
  fc.constant({ of: 'ledger' } as const),
  fc.record({
    of: fc.constant('person' as const),
    ids: fc.array(person, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    of: fc.constant('issuer' as const),
    ids: fc.array(issuer, { minLength: 1, maxLength: 2 }),
  }),
);

it('§4 pages of events are what a naive reading of the ledger gives', async () => {
  await fc.assert(
    fc.asyncProperty(subjects, eventFilters, window, async (subject, filter, page) => {
      const pages = await eventPages(database.pool, subject, filter, { ...page, limit: 40 });
      expect(pages).toEqual(
        await naiveEvents(database.pool, subject, filter, { ...page, limit: 40 }),
      );
    }),
    { ...RUNS, numRuns: 80 },
  );
}, 120_000);

it('§4 the count of a person’s events is the length of the only page', async () => {
  await fc.assert(
    fc.asyncProperty(person, eventFilters, async (id, filter) => {
      const subject = { of: 'person', ids: [id] } as const;
      const [all = []] = await eventPages(database.pool, subject, filter, { limit: 100_000 });
      expect(await countSubjectEvents(database.pool, subject, filter, all.length + 1)).toEqual([
        all.length,
      ]);
    }),
    RUNS,
  );
}, 120_000);

const filingFilters: fc.Arbitrary<FilingFilter> = fc
  .record({
    forms: optional(fc.subarray(['FORM_3', 'FORM_4', 'FORM_4_A'] as const)),
    issuer: optional(issuer),
    person: optional(person),
    knownFrom: optional(day as fc.Arbitrary<Instant>),
    knownTo: optional(day as fc.Arbitrary<Instant>),
    amendments: optional(fc.boolean()),
  })
  .map(given);

type Page = Parameters<typeof filingPages>[3];

it('§1 pages of filings are what a naive reading of all filings gives', async () => {
  const key = fc.record({
    id: fc.bigInt({ min: 0n, max: 1_300_000n }),
    knownAt: day as fc.Arbitrary<Instant>,
  });
  const pages: fc.Arbitrary<Page> = fc.oneof(
    fc.record({ backwards: fc.boolean(), limit: fc.constant(40) }),
    fc.record({ after: key, backwards: fc.boolean(), limit: fc.constant(40) }),
    fc.record({ before: key, backwards: fc.boolean(), limit: fc.constant(40) }),
  );
  /** A cursor's filing is always there. */
  const filingFrom = async (cursor: Page['after']) => {
    if (cursor === undefined) return undefined;
    const { rows } = await database.pool.query<{ id: bigint }>(
      'SELECT min(id) AS id FROM filing WHERE id >= $1',
      [cursor.id],
    );
    return rows[0]?.id == null ? undefined : { ...cursor, id: rows[0].id };
  };
  await fc.assert(
    fc.asyncProperty(subjects, filingFilters, pages, async (subject, filter, page) => {
      const window = {
        ...page,
        after: await filingFrom(page.after),
        before: await filingFrom(page.before),
      };
      const found = await filingPages(database.pool, subject, filter, window);
      expect(found.map((keys) => keys.map(({ id, knownAt }) => ({ id, knownAt })))).toEqual(
        await naiveFilings(database.pool, subject, filter, window),
      );
    }),
    { ...RUNS, numRuns: 80 },
  );
}, 120_000);
