import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../src/database/index.ts';
import { ingest } from '../../../src/ledger/index.ts';
import {
  type Cluster,
  type ClusterQuestion,
  clusters,
  countClusters,
} from '../../../src/reads/index.ts';
import { generateMarket, Random } from '../../../src/server/demo/index.ts';
import {
  type CalendarDate,
  compareText,
  daysFrom,
  type Instant,
} from '../../../src/values/index.ts';
import { createTestLedger } from '../../support/test-ledger.ts';

interface Trade {
  readonly position: bigint;
  readonly issuerId: bigint;
  readonly day: CalendarDate;
  readonly code: string;
  readonly knownAt: Instant;
  readonly gone: Instant | null;
  readonly people: readonly bigint[];
  readonly value: string;
}

const inOrder = (positions: readonly bigint[]) => positions.map(String).sort(compareText);

let database: Database;
let trades: readonly Trade[];

beforeAll(async () => {
  ({ database } = await createTestLedger(afterAll));
  const until = '2024-12-31' as CalendarDate;
  await ingest(database, [...generateMarket({ issuers: 8, people: 50, years: 5, seed: 3, until })]);
  const { rows } = await database.pool.query<Trade>(
    `SELECT position, issuer_id AS "issuerId", effective_on AS day, code, known_at AS "knownAt",
       superseded_known_at AS gone, coalesce(value, 0) AS value,
       ARRAY(SELECT o.person_id FROM filing_owner o WHERE o.filing_id = l.filing_id) AS people
     FROM reported_line l
     WHERE code IN ('P', 'S') AND security_table = 'NON_DERIVATIVE' AND repeats IS NULL
       AND NOT is_taken_back AND NOT 'NEGATIVE_AMOUNT' = ANY(flags)`,
  );
  trades = rows;
}, 300_000);

/** The runs of days that lie within so many and in no longer one, read naively. */
function naive({ code, within, people, minValue, from, to, knownAt }: ClusterQuestion) {
  const then = trades.filter(
    (trade) =>
      trade.code === code &&
      trade.knownAt <= knownAt &&
      (trade.gone === null || trade.gone > knownAt) &&
      (from === null || trade.day >= from) &&
      (to === null || trade.day <= to),
  );
  const runs = [...new Set(then.map(({ issuerId, day }) => `${issuerId} ${day}`))].map((start) => {
    const [issuer = '', first = ''] = start.split(' ');
    const of = then.filter(({ issuerId, day }) => {
      const days = daysFrom(first as CalendarDate, day);
      return String(issuerId) === issuer && days >= 0 && days <= within;
    });
    const last = of
      .map(({ day }) => day)
      .sort()
      .at(-1) as CalendarDate;
    return { issuer: BigInt(issuer), first, last, of };
  });
  return runs
    .filter(
      (run) =>
        !runs.some(
          (other) =>
            other !== run &&
            other.issuer === run.issuer &&
            other.first <= run.first &&
            other.last >= run.last,
        ),
    )
    .filter(({ of }) => {
      const value = of.reduce((sum, trade) => sum + Number(trade.value), 0);
      const owners = new Set(of.flatMap((trade) => trade.people));
      return owners.size >= people && (minValue === null || value >= Number(minValue));
    })
    .sort((a, b) =>
      a.last === b.last
        ? Number(b.issuer - a.issuer) || (a.first < b.first ? 1 : -1)
        : a.last < b.last
          ? 1
          : -1,
    )
    .map(({ issuer, first, last, of }) =>
      [issuer, first, last, ...inOrder(of.map(({ position }) => position))].join(' '),
    );
}

const said = ({ issuerId, from, to, positions }: Cluster) =>
  [issuerId, from, to, ...inOrder(positions)].join(' ');

describe('§5 clusters of trades', () => {
  it('are the longest runs within so many days, page by page, as known at any instant', async () => {
    const random = new Random(7);
    let found = 0;
    for (let asked = 0; asked < 60; asked += 1) {
      const { day, knownAt } = random.pick(trades);
      const question: ClusterQuestion = {
        code: random.chance(500) ? 'P' : 'S',
        within: random.pick([0, 3, 14, 60]),
        people: random.pick([2, 2, 3]),
        minValue: null,
        from: random.chance(300) ? day : null,
        to: random.chance(300) ? random.pick(trades).day : null,
        knownAt: random.chance(500) ? knownAt : ('2026-01-01T00:00:00.000Z' as Instant),
      };
      const all: Cluster[] = [];
      const limit = random.between(1, 6);
      for (;;) {
        const page = await clusters(database.pool, question, { limit, after: all.at(-1) });
        all.push(...page);
        if (page.length < limit) break;
      }
      expect(all.map(said), JSON.stringify(question)).toEqual(naive(question));
      expect(await countClusters(database.pool, question, 10_000)).toBe(all.length);
      found += all.length;
    }
    expect(found).toBeGreaterThan(100);
  });
});
