import { parseArgs } from 'node:util';
import { type Browser, chromium } from 'playwright-core';
import { PROGRAM } from '../test/support/command-line.ts';
import { MILLION } from '../test/support/million-entries.ts';
import { withRunningPage } from '../test/support/running-page.ts';
import { makeLedger } from './serve/ledger.ts';
import { Cleanup, startServer } from './serve/processes.ts';

const { values } = parseArgs({
  options: {
    /** A generated ledger of a million entries in place of the samples. */
    million: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '7' },
  },
});

/** A view, and what has to be there until its main number is. */
type View = readonly [path: string, shows: string];

const FIGURE = 'main dl > div dd';
const ROW = 'main [data-row]';
const NEIGHBOUR = '.react-flow__node >> nth=1';

const idOf = (type: 'Issuer' | 'Person', cik: bigint) =>
  Buffer.from(`${type}:${cik}`).toString('base64url');

/** The same views of two ledgers: whom each is about, and when. */
interface Subjects {
  readonly person: bigint;
  readonly other: bigint;
  readonly issuer: bigint;
  /** Null: the generated ledger keeps no documents to show. */
  readonly filing: string | null;
  readonly asOf: string;
  readonly before: string;
}

const SAMPLES: Subjects = {
  person: 9_000_201n,
  other: 9_000_203n,
  issuer: 9_000_101n,
  filing: '0009000101-23-000012',
  asOf: '2023-12-31',
  before: '2023-03-07',
};

/** What fillMillionEntries makes: the subjects of MILLION are in no other size. */
const ENTRIES = 1_025_053;

const GENERATED: Subjects = {
  person: MILLION.busyPerson,
  other: MILLION.people.first,
  issuer: MILLION.largeIssuer,
  filing: null,
  asOf: MILLION.lastKnown,
  before: '2023-12-31',
};

function viewsOf({ person, other, issuer, filing, asOf, before }: Subjects): [string, View][] {
  const of = idOf('Person', person);
  const at = `asOf=${asOf}`;
  return Object.entries<View>({
    home: ['/?show=all', ROW],
    'home, largest sales': ['/?show=sells&sort=value', ROW],
    person: [`/person/${person}?${at}`, FIGURE],
    issuer: [`/issuer/${issuer}?${at}`, FIGURE],
    ...(filing !== null && { filing: [`/filing/${filing}`, ROW] as const }),
    compare: [`/compare?of=${of}&${at}&fromAsOf=${before}`, FIGURE],
    graph: [`/graph/${idOf('Issuer', issuer)}?${at}`, NEIGHBOUR],
    path: [`/path?from=${of}&to=${idOf('Person', other)}&${at}`, 'main section [role=status]'],
    live: ['/live', ROW],
    ledger: ['/ledger', FIGURE],
  });
}

interface Opened {
  readonly ms: number;
  /** Of the API, until the number was there. */
  readonly requests: number;
  /** Bytes of script, compressed. */
  readonly script: number;
}

/** From the address to what it shows, in a browser that has kept nothing. */
async function open(browser: Browser, url: string, shows: string): Promise<Opened> {
  const context = await browser.newContext();
  const page = await context.newPage();
  let requests = 0;
  const scripts: Promise<number>[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/graphql')) requests += 1;
  });
  page.on('requestfinished', (request) => {
    if (request.resourceType() !== 'script') return;
    scripts.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  });
  const start = performance.now();
  await page.goto(url, { waitUntil: 'commit' });
  await page.locator(shows).first().waitFor();
  const ms = performance.now() - start;
  const asked = requests;
  const script = (await Promise.all(scripts)).reduce((sum, one) => sum + one, 0);
  await context.close();
  return { ms, requests: asked, script };
}

/** Opens each view so often, in turns, and prints what that took. */
async function measure(browser: Browser, origin: string, subjects: Subjects): Promise<void> {
  const views = viewsOf(subjects);
  const all = new Map<string, Opened[]>(views.map(([name]) => [name, []]));
  const rounds = Number(values.rounds);
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, [path, shows]] of views) {
      all.get(name)?.push(await open(browser, `${origin}${path}`, shows));
    }
  }
  for (const [name, opened] of all) {
    const sorted = opened.map(({ ms }) => Math.round(ms)).toSorted((a, b) => a - b);
    const [first] = opened;
    const most = Math.max(...opened.map(({ requests }) => requests));
    console.log(
      `${name}: median ${sorted[rounds >> 1]} ms, slowest ${sorted.at(-1)} ms, the first ` +
        `${Math.round(first?.ms ?? 0)} ms; ${most} requests, ` +
        `${Math.round((first?.script ?? 0) / 1_024)} KB of script`,
    );
  }
}

async function measureMillion(): Promise<void> {
  const cleanup = new Cleanup();
  try {
    const ledger = await makeLedger(ENTRIES, cleanup);
    console.log(`${ledger.entries} entries`);
    const env = { DATABASE_URL: ledger.serverUrl, PORT: '0', SAMPLES: 'off' };
    const { url } = await startServer({ args: [PROGRAM, 'serve'], env }, cleanup);
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-background-networking'],
    });
    cleanup.add(() => browser.close());
    await measure(browser, new URL(url).origin, GENERATED);
  } finally {
    await cleanup.run();
  }
}

if (values.million) {
  await measureMillion();
} else {
  await withRunningPage(({ browser, origin }) => measure(browser, origin, SAMPLES));
}
