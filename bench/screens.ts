import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { migrate, openDatabase, type Queryable, SERVER_ROLE } from '../src/database/index.ts';
import {
  type TransactionFilter,
  type TransactionOrder,
  type TransactionOrderField,
  transactionPage,
} from '../src/reads/index.ts';
import { openEmbedded } from '../src/server/embedded/index.ts';
import type { CalendarDate, Decimal, Instant } from '../src/values/index.ts';
import { fillMillionEntries, MILLION } from '../test/support/million-entries.ts';

const { values } = parseArgs({ options: { samples: { type: 'string', default: '5' } } });

const NOW = '2026-01-01T00:00:00.000Z' as Instant;
const PAGE = 51;
/** Milliseconds after which a page is given up, and counts as so long. */
const LONGEST = 5_000;

/** What a million entries leave alike: roles, titles, timeliness, plans, flags, shares. */
const VARIED = [
  `UPDATE filing_owner SET is_director = person_id % 3 = 0, is_officer = person_id % 3 = 1,
     is_ten_percent_owner = person_id % 3 = 2,
     officer_title = CASE WHEN person_id % 30 = 1 THEN 'Chief Executive Officer'
       WHEN person_id % 3 = 1 THEN 'Vice President' END`,
  `UPDATE person SET kind = 'ENTITY' WHERE id % 10 = 2`,
  `UPDATE reported_line SET
     timeliness = CASE WHEN position % 50 = 0 THEN 'LATE' ELSE 'ON_TIME' END::timeliness,
     stated_plan = CASE WHEN position % 7 = 0 THEN 'MENTIONED'
       WHEN position % 500 = 1 THEN 'NEGATED' END::line_plan,
     flags = CASE WHEN position % 200 = 0 THEN '{PURCHASE_DISPOSED}' ELSE '{}' END::line_flag[],
     reconciliation =
       CASE WHEN position % 20 = 0 THEN 'BREAK' ELSE 'CONSISTENT' END::reconciliation,
     share_of_holding = CASE WHEN code IS NOT NULL AND position % 4 > 0
       THEN round((position % 1000 - 500)::numeric / 777, 6) END`,
  'VACUUM (ANALYZE) filing_owner, person, reported_line',
];

const FIELDS: readonly TransactionOrderField[] = [
  ...(['KNOWN_AT', 'EFFECTIVE_ON', 'VALUE', 'SHARES', 'SHARE_OF_HOLDING', 'POSITION'] as const),
];

const ORDERS = FIELDS.flatMap((by): TransactionOrder[] => [
  { by, direction: 'DESC' },
  { by, direction: 'ASC' },
]);

const day = (text: string) => text as CalendarDate;
const usd = (text: string) => text as Decimal;

const FILTERS: Readonly<Record<string, TransactionFilter>> = {
  none: {},
  issuer: { issuers: [MILLION.issuers.first + 77n] },
  'issuer, 2,000 insiders': { issuers: [MILLION.largeIssuer] },
  'issuer of nobody': { issuers: [MILLION.absentIssuer] },
  person: { people: [MILLION.people.first + 77n] },
  'person, 3,000 filings': { people: [MILLION.tirelessPerson] },
  purchases: { codes: ['P'] },
  'no such code': { codes: ['W'] },
  acquired: { acquiredDisposed: 'ACQUIRED' },
  indirect: { ownership: 'INDIRECT' },
  derivative: { table: 'DERIVATIVE' },
  class: { securityClass: 'RESTRICTED STOCK UNIT' },
  'no such class': { securityClass: 'UNITS OF NOBODY' },
  'large value': { minValue: usd('1000000') },
  'small value': { maxValue: usd('100') },
  'one month': { effectiveFrom: day('2015-05-01'), effectiveTo: day('2015-05-31') },
  'known lately': { knownFrom: '2024-11-01T00:00:00.000Z' as Instant },
  directors: { roles: ['DIRECTOR'] },
  'chief executives': { titleWords: ['chief'] },
  'no such title': { titleWords: ['astronaut'] },
  entities: { personKind: 'ENTITY' },
  late: { timeliness: ['LATE'] },
  flagged: { flags: ['PURCHASE_DISPOSED'] },
  'no such flag': { flags: ['UNKNOWN_CODE'] },
  'in a plan': { plan: 'MENTIONED' },
  'in no plan': { plan: 'NEGATED' },
  amendments: { amendments: true },
  breaks: { reconciliation: ['BREAK'] },
  'purchases of directors': { codes: ['P'], roles: ['DIRECTOR'] },
  'large purchases': { codes: ['P'], minValue: usd('1000000') },
  'large sales in a month': {
    codes: ['S'],
    minValue: usd('100000'),
    effectiveFrom: day('2015-05-01'),
    effectiveTo: day('2015-05-31'),
  },
  'purchases of an issuer': { codes: ['P'], issuers: [MILLION.largeIssuer] },
  'late sales': { codes: ['S'], timeliness: ['LATE'] },
};

/** Asks every order with every filter, and prints the median of each in milliseconds. */
async function main(samples: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'insider-ledger-bench-'));
  await chmod(folder, 0o755);
  const embedded = await openEmbedded(folder);
  try {
    await migrate(embedded.adminUrl);
    await embedded.grantServerLogin(SERVER_ROLE);
    await fillMillionEntries(embedded.adminUrl);
    await vary(embedded.adminUrl);
    const database = openDatabase({ connectionString: embedded.serverUrl, poolSize: 1 });
    await database.pool.query(`SET statement_timeout = ${LONGEST}`);
    console.log(['', ...FIELDS.map((by) => by.toLowerCase())].map(padded).join(''));
    const slow: string[] = [];
    for (const [name, filter] of Object.entries(FILTERS)) {
      const row: string[] = [];
      for (const order of ORDERS) {
        const median = await medianOf(database.pool, filter, order, samples);
        row.push(median.toFixed(0));
        if (median > 20) slow.push(`${name} by ${order.by} ${order.direction}: ${row.at(-1)} ms`);
      }
      console.log([name, ...pairs(row)].map(padded).join(''));
    }
    const asked = Object.keys(FILTERS).length * ORDERS.length;
    console.log(`\nDescending / ascending. ${slow.length} of ${asked} take more than 20 ms:`);
    for (const one of slow) console.log(one);
    await database.close();
  } finally {
    await embedded.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function vary(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  for (const statement of VARIED) await client.query(statement);
  await client.end();
}

async function medianOf(
  db: Queryable,
  filter: TransactionFilter,
  order: TransactionOrder,
  samples: number,
): Promise<number> {
  const times: number[] = [];
  const window = { limit: PAGE, backwards: false, parts: ['line', 'people'] as const };
  for (let sample = 0; sample <= samples; sample += 1) {
    const start = performance.now();
    await transactionPage(db, { filter, knownAt: NOW }, order, window).catch(() => []);
    if (sample > 0) times.push(performance.now() - start);
    // Once is enough to see that it is slow.
    if (performance.now() - start > LONGEST / 5) return performance.now() - start;
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}

function pairs(row: readonly string[]): string[] {
  return FIELDS.map((_, index) => `${row[2 * index]}/${row[2 * index + 1]}`);
}

function padded(text: string, column: number): string {
  return column === 0 ? text.padEnd(26) : text.padStart(18);
}

await main(Number(values.samples));
