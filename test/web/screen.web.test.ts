import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { readPage } from '../../src/server/page/index.ts';
import { describeExplorer, itSuitsEverybody, openExplorer, openTab } from '../support/explorer.ts';
import { startServer } from '../support/live-server.ts';
import { createTestLedger } from '../support/test-ledger.ts';

const rows = (page: Page) =>
  page.getByRole('region', { name: 'Transactions' }).locator('[data-row]');
const lines = async (page: Page) => (await rows(page).allInnerTexts()).map((row) => row.trim());

describeExplorer('home', () => {
  it('is a screen of the latest open-market purchases, in one request', async () => {
    const { explorer } = await openExplorer('/ledger');
    const page = await openTab({ viewport: { width: 1440, height: 900 } });
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/graphql')) asked.push(request.postData() ?? '');
    });
    await page.goto(explorer.origin);
    await rows(page).first().waitFor();
    expect(asked.length).toBeLessThanOrEqual(3);
    expect(await page.getByRole('columnheader').allInnerTexts()).toEqual(
      [
        'Known ▼',
        'Traded',
        'Ticker',
        'Issuer',
        'Insider',
        'What',
        'Shares',
        'Price',
        'Value',
      ].concat('Change', 'Holds after', 'More'),
    );
    const [first = ''] = await lines(page);
    expect(first.replaceAll(/\s+/g, ' ')).toBe(
      '2024-02-28 2023-05-10 TWKX Tarnwick Instruments Inc. Anselm K Drusfeld ' +
        'Chief Financial Officer ▲ acquired: Bought (P: Open-market or private purchase.) late ' +
        '150 $24.105 $3,616 +1.1 % 13,848 + More of the line of 2023-05-10',
    );
    expect(await rows(page).first().getByTitle('$3,615.75').count()).toBe(1);
    await rows(page).last().scrollIntoViewIfNeeded();
    await page.evaluate('scrollTo(0, document.body.scrollHeight)');
    expect(await page.evaluate('getComputedStyle(document.querySelector("th")).position')).toBe(
      'sticky',
    );
  });

  it('is narrowed and sorted, all of it in the address, and is a file of the same', async () => {
    const { page } = await openExplorer('/');
    await page.getByRole('button', { name: 'Sells' }).click();
    await page.getByLabel('Role').selectOption('Director');
    await page.getByRole('button', { name: 'Value' }).click();
    await page.getByLabel('Value from').selectOption('$100 K');
    await page.waitForURL('**/?show=sells&role=DIRECTOR&sort=value&min=100000');
    await expect.poll(async () => (await lines(page)).length).toBe(2);
    expect(await lines(page)).toEqual([
      expect.stringContaining('$186,750'),
      expect.stringContaining('$127,600'),
    ]);
    const shared = await openTab();
    await shared.goto(page.url());
    await rows(shared).first().waitFor();
    expect(await lines(shared)).toEqual(await lines(page));
    const feed = await page.getByRole('link', { name: 'Atom feed' }).getAttribute('href');
    expect(feed).toBe('/feeds/transactions.atom?codes=S&roles=DIRECTOR&minValue=100000');
    const named = page.locator('head link[rel="alternate"][type="application/atom+xml"]');
    expect(await named.getAttribute('href')).toBe(feed);
    const atom = await (await fetch(new URL(feed ?? '', page.url()))).text();
    expect(atom.match(/<entry>/g)).toHaveLength(2);
    const href = await page.getByRole('link', { name: 'CSV' }).getAttribute('href');
    const file = await (await fetch(new URL(href ?? '', page.url()))).text();
    expect(file.trim().split('\r\n')).toHaveLength(3);
    expect(file).toContain('186750');
    await page.getByRole('button', { name: 'Value' }).click();
    await page.waitForURL('**way=up**');
    await expect.poll(async () => (await lines(page))[0]).toContain('$127,600');
    await page.getByRole('button', { name: 'Clear' }).click();
    await expect.poll(async () => (await lines(page)).length).toBeGreaterThan(2);
    await page.getByLabel('Ticker').fill('OSTQ');
    await page.getByLabel('Ticker').press('Enter');
    await page.waitForURL('**ticker=OSTQ**');
    await expect
      .poll(async () => (await lines(page)).every((line) => line.includes('OSTQ')))
      .toBe(true);
    await page.getByLabel('Period').selectOption('30 days');
    await page.getByText('No transaction fits these filters.').waitFor();
    await page.getByRole('button', { name: 'Show the same period up to then' }).click();
    await rows(page).first().waitFor();
  });

  it('unfolds a line: its security, footnotes, and its place in its account', async () => {
    const { page } = await openExplorer('/?show=buys&ticker=TWKX');
    const line = page
      .getByRole('region', { name: 'Transactions' })
      .locator('tbody', { hasText: '21.58' });
    await line.getByRole('button').press('Enter');
    await line.getByText('at prices from $21.44 to $21.66').waitFor();
    await line.getByRole('link', { name: 'Its place in the account of Imre T Varnhagel' }).click();
    await page.waitForURL('**/person/0009000201?**line=**#balances');
    await page.getByRole('tooltip').getByText('155,500').waitFor();
  });

  it('shows several who bought within days as clusters', async () => {
    const { page } = await openExplorer('/?show=clusters');
    const clusters = page.getByRole('region', { name: 'Clusters' });
    const said = page.getByText('No transaction fits').or(clusters);
    await said.first().waitFor();
    await page.waitForURL('**show=clusters');
  });

  it('copies what it asks, as GraphQL and as a command that answers the same', async () => {
    const { explorer } = await openExplorer('/ledger');
    const page = await openTab({ permissions: ['clipboard-read', 'clipboard-write'] });
    await page.goto(`${explorer.origin}/?show=sells`);
    await rows(page).first().waitFor();
    await page.getByRole('button', { name: 'Copy as GraphQL' }).click();
    await page.getByText('Copied as GraphQL.').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toMatch(
      /query Screen\([\s\S]*# {3}"filter": \{/,
    );
    await page.getByRole('button', { name: 'Copy as curl' }).click();
    await page.getByText('Copied as curl.').waitFor();
    const command = await page.evaluate<string>('navigator.clipboard.readText()');
    const [, url = '', body = ''] =
      /^curl -s '(.*)' -H '.*' --data '([\s\S]*)'\n$/.exec(command) ?? [];
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: body.replaceAll("'\\''", "'"),
    });
    expect(await answer.json()).toMatchObject({
      data: { transactions: { nodes: [{ code: 'S' }, {}, {}] } },
    });
  });

  it('says how an empty ledger is filled', async () => {
    const ledger = await createTestLedger();
    const { url } = await startServer(ledger.database, { page: await readPage() });
    const page = await openTab();
    await page.goto(new URL('/', url).href);
    await page.getByRole('heading', { name: 'The ledger is empty' }).waitFor();
    await page.getByText('npx insider-ledger ingest PATH').waitFor();
  });

  itSuitsEverybody('/?show=all', (page) => rows(page).first().waitFor());
});
