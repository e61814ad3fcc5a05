import { existsSync } from 'node:fs';
import axe from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { readPage } from '../../src/server/page/index.ts';
import { startServer } from './live-server.ts';
import { sampleDocuments } from './samples.ts';
import { createTestLedger, type TestLedger } from './test-ledger.ts';

const CHROMIUM = [
  process.env.CHROMIUM,
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
].find((path) => path !== undefined && existsSync(path));

if (CHROMIUM === undefined) {
  console.warn('Skipped: there is no Chromium. Install it, or set CHROMIUM to its path.');
}

/**
 * Tests that need a browser: skipped, with a clear word, where there is none. It is closed after
 * them.
 */
export function describeExplorer(name: string, tests: () => void): void {
  describe.skipIf(CHROMIUM === undefined)(name, () => {
    afterAll(closeAll);
    tests();
  });
}

// Without these a browser asks its maker's hosts at every start.
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

let launched: Promise<Browser> | undefined;
let shared: Promise<Explorer> | undefined;
const closers: (() => Promise<void>)[] = [];

/** The files that a worker runs share this module: the next of them opens its own. */
async function closeAll(): Promise<void> {
  const [browser, opened] = [launched, closers.splice(0)];
  launched = undefined;
  shared = undefined;
  await (await browser)?.close();
  for (const close of opened.reverse()) await close();
}

/**
 * A browser tab of its own; closed when the test is finished, which fails if the page had an error.
 */
export async function openTab(options: BrowserContextOptions = {}): Promise<Page> {
  launched ??= chromium.launch({ executablePath: CHROMIUM ?? '', args: QUIET });
  const context = await (await launched).newContext(options);
  const errors: string[] = [];
  context.on('weberror', (error) => errors.push(String(error.error())));
  onTestFinished(async () => {
    await context.close();
    expect(errors).toEqual([]);
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  return page;
}

/** A server of the samples that shows the explorer. */
export interface Explorer extends TestLedger {
  /** Where the page is; paths are added to it. */
  readonly origin: string;
}

/**
 * Starts a server over a ledger of the samples, or of other documents, for a test that appends to
 * it or needs it for itself.
 */
export async function startExplorer(
  onFinished: (close: () => Promise<void>) => void = onTestFinished,
  documents: Readonly<Record<string, string>> = sampleDocuments(),
): Promise<Explorer> {
  const ledger = await createTestLedger(onFinished);
  await ledger.append(documents);
  const page = await readPage();
  if (page === null) throw new Error('The page is not built: npm run build.');
  const { url } = await startServer(ledger.database, { page }, onFinished);
  return { ...ledger, origin: new URL(url).origin };
}

/**
 * Opens a view of the samples, on a server that the tests of a file share: nothing may be appended
 * to it.
 */
export async function openExplorer(
  path: string,
  options: BrowserContextOptions = {},
): Promise<{ readonly page: Page; readonly explorer: Explorer }> {
  shared ??= startExplorer((close) => closers.push(close));
  const explorer = await shared;
  const page = await openTab(options);
  await page.goto(`${explorer.origin}${path}`);
  return { page, explorer };
}

interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string }[];
}

/** Expects that axe finds nothing serious or critical in what is shown, or in a part of it. */
export async function expectAccessible(page: Page, part = 'html'): Promise<void> {
  await page.evaluate(axe.source);
  const violations: readonly Violation[] = await page.evaluate(
    `axe.run(${JSON.stringify(part)}).then(({ violations }) => violations)`,
  );
  expect(
    violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
  ).toEqual([]);
}

/** Expects that the page is no wider than the screen: what is wider scrolls by itself. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const [content, screen] = await page.evaluate<[number, number]>(
    '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
  );
  expect(content).toBeLessThanOrEqual(screen);
}

/** Both widths and both schemes: what a colour says does not go by the width. */
const SCREENS = [
  { width: 360, colorScheme: 'light' },
  { width: 360, colorScheme: 'dark' },
  { width: 1920, colorScheme: 'dark' },
] as const;

/**
 * Tests that a view suits everybody once it is ready: nothing serious for axe and no sideways
 * scroll, on a telephone and a large screen, in light and dark.
 */
export function itSuitsEverybody(path: string, ready: (page: Page) => Promise<unknown>): void {
  it('has nothing serious for axe and no sideways scroll at 360 and 1920 px, light and dark', async () => {
    const { page } = await openExplorer(path, { viewport: { width: 360, height: 800 } });
    await ready(page);
    for (const { width, colorScheme } of SCREENS) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
    }
  });
}
