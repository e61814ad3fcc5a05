import type { Browser } from 'playwright-core';
import { type RunningPage, withRunningPage } from '../test/support/running-page.ts';

const ROUNDS = 7;

/** A view, and what it shows once it is there. */
type View = readonly [path: string, shows: string];

async function viewsOf({ idOf }: RunningPage): Promise<Record<string, View>> {
  const person = await idOf('Varnhagel');
  const issuer = await idOf('Tarnwick');
  const other = await idOf('Smallbrook');
  return {
    start: ['/', 'Teodor V Smallbrook'],
    person: [`/person/${person}?asOf=2023-03-07&knownAt=2023-03-10`, '155,500'],
    issuer: ['/TWKX?asOf=2023-12-31', '245,880'],
    filing: ['/filing/0009000101-23-000012', '$186,750'],
    compare: [`/compare?of=${person}&asOf=2023-12-31&fromAsOf=2023-03-07`, '150,500'],
    graph: [`/graph/${issuer}?asOf=2023-12-31`, 'President and CEO'],
    path: [`/path?from=${person}&to=${other}&asOf=2024-02-01`, 'Maribeth Okonjo-Pell'],
    live: ['/live', 'Live. 0 arrived'],
    ledger: ['/ledger', 'hold every event'],
  };
}

/** From the address to what it shows, in a browser that has kept nothing; milliseconds. */
async function timeOf(browser: Browser, url: string, shows: string): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const start = performance.now();
  await page.goto(url, { waitUntil: 'commit' });
  await page.getByText(shows).first().waitFor();
  const ms = performance.now() - start;
  await context.close();
  return ms;
}

await withRunningPage(async (running) => {
  const views = Object.entries(await viewsOf(running));
  const times = new Map<string, number[]>(views.map(([name]) => [name, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, [path, shows]] of views) {
      times.get(name)?.push(await timeOf(running.browser, `${running.origin}${path}`, shows));
    }
  }
  for (const [name, all] of times) {
    const [first = 0] = all;
    const sorted = all.toSorted((a, b) => a - b).map(Math.round);
    console.log(
      `${name}: median ${sorted[ROUNDS >> 1]} ms, slowest ${sorted.at(-1)} ms, ` +
        `the first of a server just started ${Math.round(first)} ms`,
    );
  }
});
