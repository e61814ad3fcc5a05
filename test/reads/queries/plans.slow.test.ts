import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../src/database/index.ts';
import {
  type FilingFilter,
  filingPages,
  type HoldingScope,
  holdingHistory,
  holdings,
  holdingsPage,
  holdingsViewed,
  relationshipsOf,
  type Subject,
  type Viewpoint,
} from '../../../src/reads/index.ts';
import type { CalendarDate, Instant } from '../../../src/values/index.ts';
import { MILLION } from '../../support/million-entries.ts';
import { countRows, openMillionLedger } from '../../support/million-ledger.ts';
import { costOf } from '../../support/query-plans.ts';

let database: Database;

beforeAll(async () => {
  database = await openMillionLedger();
  return () => database.close();
}, 300_000);

const viewpoint = (asOf: string, knownAt: string): Viewpoint => ({
  asOf: asOf as CalendarDate,
  knownAt: `${knownAt}T00:00:00.000Z` as Instant,
});
const PAST = viewpoint('2015-06-30', '2016-03-01');
const NOW = viewpoint('2026-01-01', '2026-01-01');
const OPEN = { statuses: ['CURRENT', 'CARRIED'] } as const;
const LIMIT = 101;

/**
 * Rows that a page may touch beside itself: what a filter leaves out, and the other side of joins.
 */
const PAGE = 12 * LIMIT;

/** Entries counted to see whether there are many by a viewpoint: by either of its times. */
const COUNTED = 4_000;

const person = { people: [MILLION.people.first + 30_000n] };
const issuer = { issuers: [MILLION.issuers.first + 3_000n] };

describe('§5 holdings of a subject, among a million entries', () => {
  it('are a million entries, and no less', async () => {
    expect(await countRows(database, 'entry', 'true')).toBeGreaterThan(1_000_000);
  });

  it.each<[string, HoldingScope, string, string]>([
    ['a person', person, 'entry_person_id_idx', `person_id = ${person.people[0]}`],
    [
      'a person with 40 issuers',
      { people: [MILLION.busyPerson] },
      'entry_person_id_idx',
      `person_id = ${MILLION.busyPerson}`,
    ],
    [
      'a person with 3,000 filings in one issuer',
      { people: [MILLION.tirelessPerson] },
      'entry_person_id_idx',
      `person_id = ${MILLION.tirelessPerson}`,
    ],
    ['an issuer', issuer, 'entry_issuer_id_idx', `issuer_id = ${issuer.issuers[0]}`],
    [
      'an issuer with 2,000 insiders',
      { issuers: [MILLION.largeIssuer] },
      'entry_issuer_id_idx',
      `issuer_id = ${MILLION.largeIssuer}`,
    ],
  ])(
    'of %s come in one walk of the covering index, sorted only to be read',
    async (_, scope, index, subject) => {
      const entries = await countRows(database, 'entry', subject);
      const accounts = await countRows(database, 'account', subject);
      for (const at of [PAST, NOW]) {
        const cost = await costOf(database.pool, (db) => holdings(db, scope, at, OPEN));
        expect(cost.scanned).toEqual([]);
        expect(cost.indexes).toContain(index);
        expect(cost.touched).toBeLessThanOrEqual(entries + accounts);
        expect(cost.sorted).toBeLessThanOrEqual(accounts);
      }
    },
  );

  it('of fifty people at once cost what those of each do', async () => {
    const people = Array.from(
      { length: 50 },
      (_, index) => MILLION.people.first + BigInt(index * 999),
    );
    const among = `person_id IN (${people.join(', ')})`;
    const viewed = people.map((id) => ({ id, ...NOW }));
    const cost = await costOf(database.pool, (db) =>
      holdingsViewed(db, 'person', viewed, OPEN, []),
    );
    expect(cost.scanned).toEqual([]);
    expect(cost.indexes).toContain('entry_person_id_idx');
    expect(cost.touched).toBeLessThanOrEqual(
      people.length +
        (await countRows(database, 'entry', among)) +
        (await countRows(database, 'account', among)),
    );
  });

  it.each([
    ['a person', person.people[0] ?? 0n],
    ['a person with 40 issuers', MILLION.busyPerson],
    ['a person with 3,000 filings in one issuer', MILLION.tirelessPerson],
  ])('of %s, with lines and issuers, read one of each a holding', async (_, id) => {
    const parts = ['cells', 'issuer'] as const;
    const entries = await countRows(database, 'entry', `person_id = ${id}`);
    const accounts = await countRows(database, 'account', `person_id = ${id}`);
    const cost = await costOf(database.pool, (db) =>
      holdingsViewed(db, 'person', [{ id, ...NOW }], OPEN, parts),
    );
    expect(cost.scanned).toEqual([]);
    expect(cost.touched).toBeLessThanOrEqual(1 + entries + 3 * accounts);
  });

  it('of an issuer that no filing names, or before there was any, cost nothing', async () => {
    const absent = { issuers: [MILLION.absentIssuer] };
    const early = viewpoint('1990-01-01', '1990-01-01');
    const ask = (scope: HoldingScope, at: Viewpoint) =>
      costOf(database.pool, (db) => holdings(db, scope, at, OPEN));
    expect(await ask(absent, NOW)).toMatchObject({ scanned: [], touched: 0 });
    expect(await ask(person, early)).toMatchObject({ scanned: [] });
    expect(await ask({ issuers: [MILLION.largeIssuer] }, early)).toMatchObject({ scanned: [] });
  });

  it.each([
    ['a person', person.people[0] ?? 0n, issuer.issuers[0] ?? 0n],
    ['one with 3,000 filings', MILLION.tirelessPerson, MILLION.tirelessIssuer],
  ])(
    'history of %s in an issuer reads that person’s entries there',
    async (_, personId, issuerId) => {
      const there = `person_id = ${personId} AND issuer_id = ${issuerId}`;
      const cost = await costOf(database.pool, (db) =>
        holdingHistory(db, { personId, issuerId }, NOW.knownAt, {}),
      );
      expect(cost.scanned).toEqual([]);
      expect(cost.indexes.some((index) => index.startsWith('entry_'))).toBe(true);
      const own =
        (await countRows(database, 'entry', there)) +
        (await countRows(database, 'account', `person_id = ${personId}`));
      expect(cost.touched).toBeLessThanOrEqual(2 * own);
    },
  );
});

describe('a page of every holding at a viewpoint, among a million entries', () => {
  const page = (at: Viewpoint, after: bigint | null, filter = {}) =>
    costOf(database.pool, (db) =>
      holdingsPage(
        db,
        at,
        { ...OPEN, ...filter },
        {
          limit: LIMIT,
          after: after === null ? null : { personId: after, groupId: 0n, accountId: 0n },
        },
      ),
    );

  it.each([
    ['the first page', null, {}],
    ['a page from a cursor', MILLION.people.first + 30_000n, {}],
    ['a page of direct holdings', MILLION.people.first + 10_000n, { ownership: 'DIRECT' }],
    ['a page of derivatives', MILLION.people.first + 50_000n, { table: 'DERIVATIVE' }],
    ['the page about a person with 3,000 filings', MILLION.tirelessPerson - 20n, {}],
  ] as const)('%s walks the covering index for about a page', async (_, after, filter) => {
    const cost = await page(PAST, after, filter);
    expect(cost.scanned).toEqual([]);
    expect(cost.indexes).toContain('entry_person_id_idx');
    const tireless = after === MILLION.tirelessPerson - 20n ? 9_000 : 0;
    expect(cost.touched).toBeLessThanOrEqual(COUNTED + PAGE + tireless);
    expect(cost.sorted).toBeLessThanOrEqual(2 * LIMIT);
  });

  it.each([
    ['as of 1990', viewpoint('1990-01-01', '2026-01-01')],
    ['known in 1990', viewpoint('2026-01-01', '1990-01-01')],
    ['as of 1990 known in 1990', viewpoint('1990-01-01', '1990-01-01')],
  ])('%s there is none, and no walk to find that out', async (_, at) => {
    const cost = await page(at, null);
    expect(cost.scanned).toEqual([]);
    expect(cost.touched).toBeLessThanOrEqual(COUNTED);
  });
});

const WAYS = [{ backwards: false }, { backwards: true }];

describe('§1 a page of filings, among a million entries', () => {
  const filingsCost = (subject: Subject, filter: FilingFilter, window: object) =>
    costOf(database.pool, (db) => filingPages(db, subject, filter, { limit: LIMIT, ...window }));
  const knownFrom = '2022-01-01T00:00:00Z' as Instant;
  const key = { id: 400_000n, knownAt: '2014-01-01T00:00:00.000Z' as Instant };
  const windows = [...WAYS, { after: key }, { before: key, backwards: true }];

  it.each<[string, Subject, string]>([
    ['the ledger', { of: 'ledger' }, 'filing_known_at_idx'],
    ['an issuer', { of: 'issuer', ids: issuer.issuers }, 'filing_issuer_id_known_at_idx'],
    [
      'an issuer with 2,000 insiders',
      { of: 'issuer', ids: [MILLION.largeIssuer] },
      'filing_issuer_id_known_at_idx',
    ],
    ['a person', { of: 'person', ids: person.people }, 'filing_owner_person_id_known_at_idx'],
    [
      'a person with 3,000',
      { of: 'person', ids: [MILLION.tirelessPerson] },
      'filing_owner_person_id_known_at_idx',
    ],
  ])('of %s is read in order, newest first or last', async (_, subject, index) => {
    for (const window of windows) {
      for (const filter of [{}, { knownFrom }, { forms: ['FORM_4'] }] as FilingFilter[]) {
        const cost = await filingsCost(subject, filter, window);
        expect(cost.scanned).toEqual([]);
        expect(cost.indexes).toContain(index);
        expect(cost.touched).toBeLessThanOrEqual(4 * LIMIT);
        expect(cost.sorted).toBeLessThanOrEqual(LIMIT);
      }
    }
  });

  it('of an issuer that no filing names reads nothing', async () => {
    const cost = await filingsCost({ of: 'issuer', ids: [MILLION.absentIssuer] }, {}, {});
    expect(cost).toMatchObject({ scanned: [], touched: 0 });
  });
});

describe('§7 relationships of a subject, among a million entries', () => {
  it.each([
    ['a person', 'person', person.people[0] ?? 0n],
    ['a person with 40 issuers', 'person', MILLION.busyPerson],
    ['an issuer', 'issuer', issuer.issuers[0] ?? 0n],
    ['an issuer with 2,000 insiders', 'issuer', MILLION.largeIssuer],
  ] as const)('of %s read its own rows, and one person and issuer each', async (_, of, id) => {
    const rows = await countRows(database, 'relationship', `${of}_id = ${id}`);
    const parts = ['issuer', 'person'] as const;
    const cost = await costOf(database.pool, (db) =>
      relationshipsOf(db, of, [{ id, ...NOW }], parts),
    );
    expect(cost.scanned).toEqual([]);
    expect(cost.touched).toBeLessThanOrEqual(1 + 3 * rows);
  });
});
