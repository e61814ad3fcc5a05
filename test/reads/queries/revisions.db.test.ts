import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../src/database/index.ts';
import {
  ingest,
  ingestPrepared,
  prepareDocument,
  rereadLedger,
} from '../../../src/ledger/index.ts';
import {
  type HoldingFilter,
  type HoldingRow,
  holdingsPage,
  type Revision,
  type RevisionSpan,
  revisionCauses,
  revisions,
  revisionsIn,
} from '../../../src/reads/index.ts';
import { generateMarket, Random } from '../../../src/server/demo/index.ts';
import type { CalendarDate, Instant } from '../../../src/values/index.ts';
import { generateFilings } from '../../support/generated-filings.ts';
import { lesserReader } from '../../support/lesser-reader.ts';
import { sourceDocument } from '../../support/source-document.ts';
import { createTestLedger } from '../../support/test-ledger.ts';

/** PROPERTY_RUNS=1000 for the long run, of half a minute. */
const PAIRS = Number(process.env.PROPERTY_RUNS ?? 60);
const COUNTED: HoldingFilter = { statuses: ['CURRENT', 'CARRIED'] };

let database: Database;
let days: readonly CalendarDate[];
let instants: readonly Instant[];

/** Generated filings with amendments, late lines, identities, splits, and documents read again. */
beforeAll(async () => {
  ({ database } = await createTestLedger(afterAll));
  const { files } = await generateFilings({ seed: 12, count: 90 });
  const documents = [...files].map(([name, bytes]) => sourceDocument(name, bytes));
  const histories = documents.filter(({ name }) => !name.endsWith('.zip'));
  const poorly = histories.map((document) => prepareDocument(document, lesserReader(3)));
  await ingestPrepared(database, poorly);
  for await (const _ of rereadLedger(database, {}));
  const until = '2024-12-31' as CalendarDate;
  await ingest(database, [...generateMarket({ issuers: 3, people: 10, years: 4, seed: 5, until })]);
  const { pool } = database;
  const known = await pool.query<{ at: Instant }>('SELECT DISTINCT known_at AS at FROM entry');
  const effective = await pool.query<{ on: CalendarDate }>(
    'SELECT DISTINCT from_on AS on FROM entry',
  );
  instants = known.rows.map(({ at }) => at);
  days = effective.rows.map(({ on }) => on);
}, 300_000);

const keyOf = (row: HoldingRow) =>
  JSON.stringify(row, (_, value) => (typeof value === 'bigint' ? `${value}` : value));

/** The snapshot, by account: read by the walk of holdings, which knows nothing of revisions. */
async function snapshot(asOf: CalendarDate, knownAt: Instant, filter: HoldingFilter) {
  const rows = await holdingsPage(database.pool, { asOf, knownAt }, filter, { limit: 100_000 });
  return new Map(rows.map((row) => [row.accountId, row]));
}

async function allRevisions(span: RevisionSpan, filter: HoldingFilter, limit: number) {
  const found: Revision[] = [];
  for (;;) {
    const page = await revisions(database.pool, span, filter, { limit, after: found.at(-1) });
    found.push(...page);
    if (page.length < limit) return found;
  }
}

function spanOf(random: Random): RevisionSpan {
  return { asOf: random.pick(days), from: random.pick(instants), to: random.pick(instants) };
}

describe('§3 what is answered otherwise since another known-at', () => {
  it(`is what makes the one snapshot the other, of ${PAIRS} random pairs`, async () => {
    const random = new Random(1);
    let revised = 0;
    for (let pair = 0; pair < PAIRS; pair += 1) {
      const span = spanOf(random);
      const filter: HoldingFilter = random.chance(300)
        ? {
            statuses: random.pick([
              ['CLOSED'],
              ['CURRENT'],
              ['CARRIED', 'CLOSED', 'EXPIRED'],
            ] as const),
            ...(random.chance(500) && { table: 'DERIVATIVE' }),
          }
        : COUNTED;
      const applied = await snapshot(span.asOf, span.from, filter);
      const changes = await allRevisions(span, filter, random.between(12, 60));
      for (const { accountId, before, after } of changes) {
        const earlier = applied.get(accountId);
        expect(earlier && keyOf(earlier)).toBe(before === null ? undefined : keyOf(before));
        if (after === null) applied.delete(accountId);
        else applied.set(accountId, after);
      }
      const later = await snapshot(span.asOf, span.to, filter);
      const texts = (rows: Map<bigint, HoldingRow>) => [...rows.values()].map(keyOf).sort();
      expect(texts(applied), JSON.stringify(span)).toEqual(texts(later));
      revised += changes.length;
    }
    expect(revised).toBeGreaterThan(PAIRS);
  }, 900_000);

  it('has causes that became known between the two', async () => {
    const random = new Random(2);
    for (let pair = 0; pair < 20; pair += 1) {
      const span = spanOf(random);
      const [earlier, later] = [span.from, span.to].sort();
      const changes = await allRevisions(span, COUNTED, 100);
      const keys = changes.map((change) => ({ ...change, ...span }));
      const causes = await revisionCauses(database.pool, keys);
      expect(
        causes.filter((own) => own.length === 0),
        JSON.stringify(span),
      ).toEqual([]);
      const { rows } = await database.pool.query<{ at: Instant }>(
        `SELECT DISTINCT f.known_at AS at FROM ledger_event e JOIN filing f ON f.id = e.filing_id
         WHERE e.position = ANY($1)`,
        [causes.flat()],
      );
      expect(rows.filter(({ at }) => at <= (earlier ?? '') || at > (later ?? ''))).toEqual([]);
    }
  }, 300_000);

  it('between two dates is what makes the one person’s snapshot the other', async () => {
    const random = new Random(3);
    const { rows: people } = await database.pool.query<{ id: bigint }>('SELECT id FROM person');
    let revised = 0;
    for (let pair = 0; pair < 40; pair += 1) {
      const personId = random.pick(people.map(({ id }) => id));
      const filter: HoldingFilter = { ...COUNTED, personId };
      const span = { ...spanOf(random), since: random.pick(days) };
      const changes = await revisionsIn(database.pool, { people: [personId] }, span, filter);
      const applied = await snapshot(span.since, span.from, filter);
      for (const { accountId, after } of changes) {
        if (after === null) applied.delete(accountId);
        else applied.set(accountId, after);
      }
      const later = await snapshot(span.asOf, span.to, filter);
      const texts = (rows: Map<bigint, HoldingRow>) => [...rows.values()].map(keyOf).sort();
      expect(
        texts(applied),
        JSON.stringify(span, (_, v) => String(v)),
      ).toEqual(texts(later));
      // An expiry has no event; another amount has.
      const moved = changes.filter(
        ({ before, after }) => before && after?.amount !== before.amount,
      );
      const keys = moved.filter(({ after }) => after !== null).map((one) => ({ ...one, ...span }));
      const causes = await revisionCauses(database.pool, keys);
      expect(causes.filter((own) => own.length === 0)).toEqual([]);
      revised += changes.length;
    }
    expect(revised).toBeGreaterThan(20);
  });
});
