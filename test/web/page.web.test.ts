import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { readPage } from '../../src/server/page/index.ts';
import {
  describeExplorer,
  itSuitsEverybody,
  openExplorer,
  openTab,
  startExplorer,
} from '../support/explorer.ts';

it('the page has at most 350 KB of script in all, compressed', async () => {
  const page = [...((await readPage()) ?? [])];
  const scripts = page.filter(([path]) => path.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(0);
  const bytes = scripts.map(([, { bodies }]) => gzipSync(bodies.identity).length);
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(350_000);
});

describeExplorer('the page', () => {
  it('loads nothing from elsewhere', async () => {
    const { origin } = await startExplorer();
    const page = await openTab();
    const asked = new Set<string>();
    page.on('request', (request) => asked.add(new URL(request.url()).origin));
    await page.goto(origin);
    await page.getByRole('link', { name: 'Ostrelle Foods Corp' }).first().click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect([...asked]).toEqual([origin]);
  });

  it('begins with the filings known last, each leading to its people and its issuer', async () => {
    const { page } = await openExplorer('/');
    const filings = page.getByRole('listitem');
    await filings.first().waitFor();
    expect(await filings.count()).toBe(14);
    expect(await filings.first().innerText()).toMatch(
      /2024-05-02\s+Form 4\s+Smallbrook Teodor V\s+Ostrelle/,
    );
    await page.getByRole('link', { name: 'Smallbrook Teodor V' }).first().click();
    await page.waitForURL(/\/person\//);
  });

  it('says clearly when the server does not answer, and asks again when asked to', async () => {
    const { origin } = await startExplorer();
    const page = await openTab();
    await page.route('**/graphql', (route) => route.abort());
    await page.goto(origin);
    await page.getByRole('alert').getByText('The server does not answer.').waitFor();
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('link', { name: 'Smallbrook Teodor V' }).first().waitFor();
  });

  it('says that it is loading until there is an answer', async () => {
    const { origin } = await startExplorer();
    const page = await openTab();
    let answer = () => {};
    const asked = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/graphql', async (route) => {
      await asked;
      await route.continue();
    });
    await page.goto(origin);
    await page.getByText('Loading …').waitFor();
    answer();
    await page.getByRole('link', { name: 'Smallbrook Teodor V' }).first().waitFor();
  });

  it('says where an address leads nowhere', async () => {
    const { page } = await openExplorer('/');
    await page.evaluate(
      "history.pushState(null, '', '/ledger/nowhere'); dispatchEvent(new PopStateEvent('popstate'))",
    );
    await page.getByRole('heading', { name: 'There is nothing here' }).waitFor();
  });

  itSuitsEverybody('/', (page) => page.getByRole('listitem').first().waitFor());
});
