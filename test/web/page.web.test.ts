import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { describeView, readPage } from '../../src/server/page/index.ts';
import {
  describeExplorer,
  expectAccessible,
  openExplorer,
  openTab,
  startExplorer,
} from '../support/explorer.ts';

it('the page has at most 350 KB of script in all, compressed', async () => {
  const page = [...((await readPage())?.files ?? [])];
  const scripts = page.filter(([path]) => path.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(0);
  const bytes = scripts.map(([, { bodies }]) => gzipSync(bodies.identity).length);
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(350_000);
});

it.each([
  ['/NFLX', 'issuer'],
  ['/person/9', 'person'],
  ['/filing/0000000001-24-000001', 'filing'],
  ['/graph/x', 'graph'],
  ['/path', 'graph'],
  ['/compare', 'compare'],
  ['/live', 'live'],
  ['/ledger', 'ledger'],
])('the head of %s names the script of its view: %s', async (path, view) => {
  const page = await readPage();
  const links = page?.links.get(describeView(path)?.module ?? '') ?? '';
  expect(links).toMatch(new RegExp(`^<link rel="modulepreload" href="/assets/${view}-`));
});

/** Which line the focus is in. */
const AT =
  "[...document.querySelectorAll('[data-row]')].findIndex((row) => row.contains(document.activeElement))";

describeExplorer('the page', () => {
  it('loads nothing from elsewhere', async () => {
    const { origin } = await startExplorer();
    const page = await openTab();
    const asked = new Set<string>();
    page.on('request', (request) => asked.add(new URL(request.url()).origin));
    await page.goto(origin);
    await page.getByRole('link', { name: 'Ostrelle Foods Corp' }).first().click();
    await page.waitForURL(/\/issuer\//);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect([...asked]).toEqual([origin]);
  });

  it('says clearly when the server does not answer, and asks again when asked to', async () => {
    const { origin } = await startExplorer();
    const page = await openTab();
    await page.route('**/graphql', (route) => route.abort());
    await page.goto(origin);
    await page.getByRole('alert').getByText('The server does not answer.').waitFor();
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('link', { name: 'Teodor V Smallbrook' }).first().waitFor();
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
    await page.getByRole('link', { name: 'Teodor V Smallbrook' }).first().waitFor();
  });

  it('says where an address leads nowhere, and finds a filing from there', async () => {
    const { page } = await openExplorer('/nowhere');
    await page.getByRole('heading', { name: 'There is nothing here' }).waitFor();
    const search = page.getByRole('main').getByRole('combobox', { name: 'Search from here' });
    await search.fill('0009000101-23-000012');
    await page.getByRole('option', { name: /Form 4/ }).click();
    await page.waitForURL('**/filing/0009000101-23-000012');
    await page.getByRole('heading', { name: 'Form 4' }).waitFor();
  });

  it('has keys: to search, to go from line to line, and a list of them', async () => {
    const { page } = await openExplorer('/');
    await page.locator('[data-row]').first().waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    expect(await page.evaluate(AT)).toBe(1);
    await page.keyboard.press('k');
    expect(await page.evaluate(AT)).toBe(0);
    await page.keyboard.press('?');
    const list = page.getByRole('dialog', { name: 'Keys' });
    await list.getByText('The next and the previous line').waitFor();
    await expectAccessible(page, 'dialog');
    await page.keyboard.press('Escape');
    await list.waitFor({ state: 'hidden' });
    await page.keyboard.press('/');
    await page.keyboard.type('j?');
    expect(
      await page.getByRole('combobox', { name: 'Search for people and issuers' }).inputValue(),
    ).toBe('j?');
  });
});
