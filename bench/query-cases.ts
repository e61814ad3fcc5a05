import type { Queryable } from '../src/database/index.ts';
import {
  eventPages,
  filingPages,
  type HoldingFilter,
  holdingHistory,
  holdings,
  holdingsPage,
  type Subject,
  type Viewpoint,
} from '../src/reads/index.ts';
import type { Random } from '../src/server/demo/index.ts';
import type { CalendarDate, Decimal, Instant } from '../src/values/index.ts';
import { MILLION } from '../test/support/million-entries.ts';

/** A hot query over random subjects and viewpoints, and rows as many and as wide read by a key. */
export interface QueryCase {
  readonly name: string;
  readonly floor: keyof typeof FLOORS;
  /** Draws a question, to be asked later. */
  draw(random: Random): (db: Queryable) => Promise<readonly unknown[]>;
}

const PAGE = 101;
const OPEN: HoldingFilter = { statuses: ['CURRENT', 'CARRIED'] };

/** The hot queries (docs/domain.md §§4, 5). */
export const CASES: readonly QueryCase[] = [
  holdingsOf('holdings of a person', (random) => ({ people: [person(random)] })),
  holdingsOf('holdings of 50 people', (random) => ({
    people: Array.from({ length: 50 }, () => person(random)),
  })),
  holdingsOf('holdings of an issuer', (random) => ({ issuers: [issuer(random)] })),
  holdingsOf('holdings, 2,000 insiders', () => ({ issuers: [MILLION.largeIssuer] })),
  {
    name: 'page of all holdings',
    floor: 'holding',
    draw: (random) => {
      const at = viewpoint(random);
      const after = { personId: person(random), groupId: 0n, accountId: 0n };
      return (db) => holdingsPage(db, at, OPEN, { limit: PAGE, after });
    },
  },
  {
    name: 'history, 3,000 filings',
    floor: 'history',
    draw: (random) => {
      const knownAt = `${2_015 + random.below(12)}-01-01T00:00:00.000Z` as Instant;
      const subject = { personId: MILLION.tirelessPerson, issuerId: MILLION.tirelessIssuer };
      return (db) => holdingHistory(db, subject, knownAt, {});
    },
  },
  eventsOf('events', () => ({ of: 'ledger' })),
  eventsOf('events, large purchases', () => ({ of: 'ledger' }), {
    codes: ['P'],
    minValue: '1000000' as Decimal,
  }),
  eventsOf('events, known lately', () => ({ of: 'ledger' }), {
    knownFrom: '2024-09-01T00:00:00Z' as Instant,
  }),
  eventsOf('events of an issuer', (random) => ({ of: 'issuer', ids: [issuer(random)] })),
  eventsOf('events, 2,000 insiders', () => ({ of: 'issuer', ids: [MILLION.largeIssuer] })),
  eventsOf('events of a person', (random) => ({ of: 'person', ids: [person(random)] })),
  filingsOf('filings of an issuer', (random) => ({ of: 'issuer', ids: [issuer(random)] })),
  filingsOf('filings of a person', (random) => ({ of: 'person', ids: [person(random)] })),
];

/**
 * Rows by a key, as many as asked for, of the columns that the query gives; and how they are made.
 */
export const FLOORS = {
  holding: {
    make: `CREATE TABLE bench_holding AS
      SELECT row_number() OVER () AS key, e.account_id, e.group_id, e.person_id, e.issuer_id, e.position,
        a.security_table, a.security_class, a.ownership, a.nature, e.unit, e.amount, 'CURRENT' AS status,
        e.reconciliation, e.difference, e.is_derived
      FROM entry e JOIN account a ON a.id = e.account_id LIMIT 40000`,
    keyed: 'bench_holding (key)',
    read: 'SELECT * FROM bench_holding WHERE key > $1 ORDER BY key LIMIT $2',
  },
  history: {
    make: `CREATE TABLE bench_history AS
      SELECT row_number() OVER () AS key, account_id, position, from_on, known_at, change, amount, unit,
        reconciliation FROM entry LIMIT 40000`,
    keyed: 'bench_history (key)',
    read: 'SELECT * FROM bench_history WHERE key > $1 ORDER BY key LIMIT $2',
  },
  event: {
    make: null,
    keyed: null,
    read: `SELECT 1::bigint AS subject, position FROM ledger_event WHERE position > $1
      ORDER BY position LIMIT $2`,
  },
  filing: {
    make: null,
    keyed: null,
    read: `SELECT 1::bigint AS subject, id, known_at AS "knownAt" FROM filing WHERE id > $1
      ORDER BY id LIMIT $2`,
  },
} as const;

function holdingsOf(
  name: string,
  scope: (random: Random) => Parameters<typeof holdings>[1],
): QueryCase {
  return {
    name,
    floor: 'holding',
    draw: (random) => {
      const [of, at] = [scope(random), viewpoint(random)];
      return (db) => holdings(db, of, at, OPEN);
    },
  };
}

function eventsOf(
  name: string,
  subject: (random: Random) => Subject,
  filter: Parameters<typeof eventPages>[2] = {},
): QueryCase {
  return {
    name,
    floor: 'event',
    draw: (random) => {
      const of = subject(random);
      const page = { limit: PAGE, backwards: random.below(2) === 1 };
      return async (db) => (await eventPages(db, of, filter, page)).flat();
    },
  };
}

function filingsOf(name: string, subject: (random: Random) => Subject): QueryCase {
  return {
    name,
    floor: 'filing',
    draw: (random) => {
      const of = subject(random);
      return async (db) => (await filingPages(db, of, {}, { limit: PAGE })).flat();
    },
  };
}

const person = (random: Random) => MILLION.people.first + BigInt(random.below(60_000));

const issuer = (random: Random) => MILLION.issuers.first + BigInt(random.below(6_000));

/** A day of the twenty years, known up to two years later. */
function viewpoint(random: Random): Viewpoint {
  const asOf = Date.UTC(2005, 0, 1 + random.below(7_300));
  const knownAt = asOf + random.below(730) * 86_400_000;
  return {
    asOf: new Date(asOf).toISOString().slice(0, 10) as CalendarDate,
    knownAt: new Date(knownAt).toISOString() as Instant,
  };
}
