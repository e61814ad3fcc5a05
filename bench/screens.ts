import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openDatabase, type Queryable } from '../src/database/index.ts';
import {
  type TransactionFilter,
  type TransactionOrder,
  type TransactionOrderField,
  transactionPage,
} from '../src/reads/index.ts';
import type { CalendarDate, Decimal, Instant } from '../src/values/index.ts';
import { MILLION } from '../test/support/million-entries.ts';
import { KEPT_LEDGER, makeLedger } from './serve/ledger.ts';
import { Cleanup } from './serve/processes.ts';

const { values } = parseArgs({
  options: { samples: { type: 'string', default: '5' }, ledger: KEPT_LEDGER },
});

/** The last filing is of the day before. */
const NOW = '2025-01-01T00:00:00.000Z' as Instant;
/** Milliseconds that a page is to take. */
const GOAL = 20;
const PAGE = 51;
/** Milliseconds after which a page is given up, and counts as so long. */
const LONGEST = 5_000;

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
  'known in a month': {
    knownFrom: '2024-09-15T00:00:00.000Z' as Instant,
    knownTo: '2024-10-15T00:00:00.000Z' as Instant,
  },
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
  'known by then': { knownTo: '2008-01-01T00:00:00.000Z' as Instant },
  'superseded too': { includeSuperseded: true },
  'box checked': { plan: 'BOX_CHECKED' },
  'no plan named': { plan: 'NONE' },
  'of a Form 5': { forms: ['FORM_5'] },
  'no amendments': { amendments: false },
  'purchases of directors': { codes: ['P'], roles: ['DIRECTOR'] },
  'large purchases': { codes: ['P'], minValue: usd('1000000') },
  'large sales in a month': {
    codes: ['S'],
    minValue: usd('100000'),
    effectiveFrom: day('2015-05-01'),
    effectiveTo: day('2015-05-31'),
  },
  'purchases of an issuer': { codes: ['P'], issuers: [MILLION.largeIssuer] },
  'sales of an issuer': { codes: ['S'], issuers: [MILLION.issuers.first + 77n] },
  'purchases in a month': {
    codes: ['P'],
    effectiveFrom: day('2015-05-01'),
    effectiveTo: day('2015-05-31'),
  },
  'trades of chiefs': { codes: ['P', 'S'], titleWords: ['chief'] },
  'sales outside plans': { codes: ['S'], plan: 'NONE' },
  'late sales': { codes: ['S'], timeliness: ['LATE'] },
  'person and issuer': {
    people: [MILLION.tirelessPerson],
    issuers: [MILLION.tirelessIssuer],
  },
};

/** Milliseconds that a page takes: by the clock, and of Node and PostgreSQL together on a CPU. */
interface Taken {
  readonly clock: number;
  readonly cpu: number;
}

/** Asks every order with every filter, and prints the median of each in milliseconds of CPU. */
async function main(samples: number): Promise<void> {
  const cleanup = new Cleanup();
  try {
    const ledger = await makeLedger(1_000_000, cleanup, values.ledger);
    const database = openDatabase({ connectionString: ledger.serverUrl, poolSize: 1 });
    cleanup.add(() => database.close());
    const { pool } = database;
    await pool.query(`SET statement_timeout = ${LONGEST}`);
    const { rows } = await pool.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    const cpuUsed = cpuCounter(rows[0]?.pid ?? 0);
    console.log(`${ledger.entries} entries; CPU, descending/ascending.`);
    console.log(['', ...FIELDS.map((by) => by.toLowerCase())].map(padded).join(''));
    const slow: string[] = [];
    for (const [name, filter] of Object.entries(FILTERS)) {
      const row: string[] = [];
      for (const order of ORDERS) {
        const { clock, cpu } = await medianOf(pool, { filter, order, samples, cpuUsed });
        row.push(cpu.toFixed(0));
        if (Math.min(clock, cpu) <= GOAL) continue;
        const took = `${clock.toFixed(0)} ms, CPU ${cpu.toFixed(0)} ms`;
        slow.push(`${name} by ${order.by} ${order.direction}: ${took}`);
      }
      console.log([name, ...pairs(row)].map(padded).join(''));
    }
    const asked = Object.keys(FILTERS).length * ORDERS.length;
    console.log(`\n${slow.length} of ${asked} take more than ${GOAL} ms:`);
    for (const one of slow) console.log(one);
  } finally {
    await cleanup.run();
  }
}

interface Measured {
  readonly filter: TransactionFilter;
  readonly order: TransactionOrder;
  readonly samples: number;
  readonly cpuUsed: () => number;
}

async function medianOf(
  db: Queryable,
  { filter, order, samples, cpuUsed }: Measured,
): Promise<Taken> {
  const taken: Taken[] = [];
  const window = { limit: PAGE, backwards: false, parts: ['line', 'people'] as const };
  for (let sample = 0; sample <= samples; sample += 1) {
    const [start, before] = [performance.now(), cpuUsed()];
    await transactionPage(db, { filter, knownAt: NOW }, order, window).catch(() => []);
    const one = { clock: performance.now() - start, cpu: cpuUsed() - before };
    if (sample > 0) taken.push(one);
    // Once is enough to see that it is slow.
    if (one.clock > LONGEST / 5) return one;
  }
  const median = (of: keyof Taken) =>
    taken.map((one) => one[of]).sort((a, b) => a - b)[Math.floor(taken.length / 2)] ?? Number.NaN;
  return { clock: median('clock'), cpu: median('cpu') };
}

/** Counts milliseconds of CPU of this process and of a backend of PostgreSQL; Linux alone. */
function cpuCounter(backend: number): () => number {
  const schedule = `/proc/${backend}/schedstat`;
  return () => {
    const { user, system } = process.cpuUsage();
    const nanoseconds = Number(readFileSync(schedule, 'utf8').split(' ')[0]);
    return (user + system) / 1e3 + nanoseconds / 1e6;
  };
}

function pairs(row: readonly string[]): string[] {
  return FIELDS.map((_, index) => `${row[2 * index]}/${row[2 * index + 1]}`);
}

function padded(text: string, column: number): string {
  return column === 0 ? text.padEnd(26) : text.padStart(18);
}

await main(Number(values.samples));
