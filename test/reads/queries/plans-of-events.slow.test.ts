import { beforeAll, describe, expect, it } from 'vitest';
import type { Database, Queryable } from '../../../src/database/index.ts';
import {
  type EventFilter,
  eventPages,
  eventRowPages,
  type Subject,
} from '../../../src/reads/index.ts';
import type { Decimal, Instant } from '../../../src/values/index.ts';
import { MILLION } from '../../support/million-entries.ts';
import { countRows, openMillionLedger } from '../../support/million-ledger.ts';
import { costOf } from '../../support/query-plans.ts';

let database: Database;

beforeAll(async () => {
  database = await openMillionLedger();
  return () => database.close();
}, 300_000);

const LIMIT = 101;

/**
 * Rows that a page may touch beside itself: what a filter leaves out, and the other side of joins.
 */
const PAGE = 12 * LIMIT;

/**
 * What a filter's span of knownAt costs: a probe a block of positions, filings counted or gathered.
 */
const SPAN = 10_000;

const person = { people: [MILLION.people.first + 30_000n] };
const issuer = { issuers: [MILLION.issuers.first + 3_000n] };

const FILTERS: Readonly<Record<string, EventFilter>> = {
  'without a filter': {},
  'of purchases and sales': { codes: ['P', 'S'] },
  'of a rare code': { codes: ['W'] },
  'above a value': { minValue: '1000000' as Decimal },
  'above any value': { minValue: '900000000000' as Decimal },
  'of holding lines': { types: ['HOLDING_REPORTED'] },
  'of amendments': { types: ['FILING_AMENDED'] },
};

const KNOWN: Readonly<Record<string, EventFilter>> = {
  'known lately': { knownFrom: '2024-11-15T00:00:00Z' as Instant },
  'known from a middle day on': { knownFrom: '2021-01-01T00:00:00Z' as Instant },
  'known in one month': {
    knownFrom: '2020-02-01T00:00:00Z' as Instant,
    knownTo: '2020-03-01T00:00:00Z' as Instant,
  },
  'known early': { knownTo: '2004-03-01T00:00:00Z' as Instant },
  'known in 1990': { knownTo: '1990-01-01T00:00:00Z' as Instant },
  'of large purchases known from a day on': {
    codes: ['P'],
    minValue: '100000' as Decimal,
    knownFrom: '2023-01-01T00:00:00Z' as Instant,
  },
};

const eventsCost = (subject: Subject, filter: EventFilter, window: object) =>
  costOf(database.pool, (db: Queryable) =>
    eventPages(db, subject, filter, { limit: LIMIT, ...window }),
  );

/**
 * What filings get after their own events; of a subject with many filings both are gone through.
 */
const LATER = "type IN ('FILING_AMENDED', 'IDENTITY_RESOLVED')";

const WAYS = [{ backwards: false }, { backwards: true }];
const MIDDLE = [{ after: 600_000n }, { before: 600_000n, backwards: true }];

describe('§4 a page of events, among a million', () => {
  it.each(Object.entries(FILTERS))(
    'of the whole ledger, %s, reads about a page',
    async (_, filter) => {
      for (const window of [...WAYS, ...MIDDLE]) {
        const cost = await eventsCost({ of: 'ledger' }, filter, window);
        expect(cost.scanned).toEqual([]);
        expect(cost.touched).toBeLessThanOrEqual(PAGE);
        expect(cost.sorted).toBeLessThanOrEqual(PAGE);
      }
    },
  );

  // A ledger that grows day by day has what became known lately at its end.
  it.each(Object.entries(KNOWN))(
    'of the whole ledger, %s, passes over no other time',
    async (_, filter) => {
      for (const window of WAYS) {
        const cost = await eventsCost({ of: 'ledger' }, filter, window);
        expect(cost.scanned).toEqual([]);
        expect(cost.touched).toBeLessThanOrEqual(SPAN + PAGE);
      }
    },
  );

  it.each(Object.entries({ ...FILTERS, ...KNOWN }))(
    'of a subject, %s, reads its filings at most',
    async (_, filter) => {
      const people = [...person.people, MILLION.busyPerson];
      for (const window of [...WAYS, ...MIDDLE]) {
        const ofPeople = await eventsCost({ of: 'person', ids: people }, filter, window);
        const ofIssuer = await eventsCost({ of: 'issuer', ids: issuer.issuers }, filter, window);
        expect([...ofPeople.scanned, ...ofIssuer.scanned]).toEqual([]);
        expect(ofPeople.touched).toBeLessThanOrEqual(PAGE);
        expect(ofIssuer.touched).toBeLessThanOrEqual(PAGE);
      }
    },
  );

  it('of an issuer with 2,000 insiders reads in order, but for what its filings got later', async () => {
    const filings = await countRows(database, 'filing', `issuer_id = ${MILLION.largeIssuer}`);
    const later = await countRows(database, 'ledger_event', LATER);
    const large: Subject = { of: 'issuer', ids: [MILLION.largeIssuer] };
    for (const window of WAYS) {
      const all = await eventsCost(large, {}, window);
      expect(all.scanned).toEqual([]);
      expect(all.touched).toBeLessThanOrEqual(filings + later + PAGE);
      expect(all.sorted).toBeLessThanOrEqual(filings);
      for (const filter of [{ codes: ['P'] }, { minValue: '1000' }] as EventFilter[]) {
        const some = await eventsCost(large, filter, window);
        expect(some.touched).toBeLessThanOrEqual(3 * PAGE);
        expect(some.sorted).toBeLessThanOrEqual(LIMIT);
      }
    }
  });

  it('of a person with 3,000 filings reads in order, but for what the filings got later', async () => {
    const tireless: Subject = { of: 'person', ids: [MILLION.tirelessPerson] };
    const later = await countRows(database, 'ledger_event', LATER);
    const filings = await countRows(
      database,
      'filing_owner',
      `person_id = ${MILLION.tirelessPerson}`,
    );
    for (const window of WAYS) {
      const all = await eventsCost(tireless, {}, window);
      expect(all.scanned).toEqual([]);
      expect(all.touched).toBeLessThanOrEqual(filings + later + PAGE);
      const some = await eventsCost(tireless, { codes: ['P', 'S'] }, window);
      expect(some.touched).toBeLessThanOrEqual(3 * PAGE);
    }
  });

  it('of people or issuers that the filter names starts from them', async () => {
    for (const window of WAYS) {
      for (const filter of [person, issuer, { ...person, ...issuer }]) {
        const cost = await eventsCost({ of: 'ledger' }, filter, window);
        expect(cost.scanned).toEqual([]);
        expect(cost.touched).toBeLessThanOrEqual(PAGE);
      }
      const ofIssuer = { of: 'issuer', ids: [MILLION.largeIssuer] } as const;
      const among = await eventsCost(ofIssuer, person, window);
      expect(among.touched).toBeLessThanOrEqual(PAGE);
    }
  });

  it.each<[string, Subject]>([
    ['an issuer', { of: 'issuer', ids: issuer.issuers }],
    ['an issuer with 2,000 insiders', { of: 'issuer', ids: [MILLION.largeIssuer] }],
    ['a person', { of: 'person', ids: person.people }],
    ['a person with 3,000 filings', { of: 'person', ids: [MILLION.tirelessPerson] }],
  ])('of %s reads each event with its line and filing once', async (_, subject) => {
    const parts = ['line', 'seal'] as const;
    for (const window of WAYS) {
      const positions = await eventsCost(subject, {}, window);
      const events = await costOf(database.pool, (db) =>
        eventRowPages(db, subject, {}, { limit: LIMIT, ...window, parts }),
      );
      expect(events.scanned).toEqual([]);
      expect(events.touched).toBeLessThanOrEqual(positions.touched + 3 * LIMIT);
    }
  });

  it('of an issuer that no filing names reads nothing', async () => {
    const cost = await eventsCost({ of: 'issuer', ids: [MILLION.absentIssuer] }, {}, {});
    expect(cost).toMatchObject({ scanned: [], touched: 0 });
  });
});
