import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  describeExplorer,
  type Explorer,
  expectNoSidewaysScroll,
  openTab,
  startExplorer,
} from '../support/explorer.ts';
import { LARGE, largeDocuments } from '../support/large-documents.ts';

const idOf = (type: 'Issuer' | 'Person', cik: string) =>
  Buffer.from(`${type}:${Number(cik)}`).toString('base64url');

const figure = (page: Page, name: string) =>
  page.locator('dl > div', { has: page.getByText(name, { exact: true }) }).innerText();

describeExplorer('a ledger of an issuer of 400 insiders and a person of 60 accounts', () => {
  let explorer: Explorer;

  beforeAll(async () => {
    explorer = await startExplorer(afterAll, largeDocuments());
  }, 120_000);

  /** Opens a view on a telephone, and expects it to be no wider than that, nor than a large one. */
  async function open(path: string, ready: (page: Page) => Promise<unknown>): Promise<Page> {
    const page = await openTab({ viewport: { width: 360, height: 800 } });
    await page.goto(`${explorer.origin}${path}`);
    await ready(page);
    await expectNoSidewaysScroll(page);
    await page.setViewportSize({ width: 1440, height: 900 });
    await expectNoSidewaysScroll(page);
    return page;
  }

  it('shows all the insiders of an issuer, in a line each, a hundred at a time', async () => {
    const insiders = (page: Page) =>
      page.getByRole('region', { name: 'Insiders and what they hold' }).locator('[data-row]');
    const page = await open(`/issuer/${LARGE.issuer}`, (one) => insiders(one).first().waitFor());
    expect(await figure(page, 'Insiders')).toMatch(/Insiders\s+400/);
    const loaded = await insiders(page).count();
    expect(loaded).toBeLessThan(LARGE.insiders);
    await page.getByRole('button', { name: 'Load more insiders' }).click();
    await expect.poll(() => insiders(page).count()).toBeGreaterThan(loaded);
  });

  it('adds up the accounts of a person, with derivatives folded and one chart of all', async () => {
    const page = await open(`/person/${LARGE.person}`, (one) =>
      one
        .getByText(/^30 option grants/)
        .first()
        .waitFor(),
    );
    // 5,050 directly, and by trusts 100 to 128.
    expect(await page.getByText('8,356').count()).toBeGreaterThan(0);
    const holdings = page.getByRole('region', { name: 'Holdings', exact: true });
    expect(await holdings.getByText('Option (right to buy)').count()).toBe(0);
    await page.getByText(`All ${LARGE.accounts}, stacked`).waitFor({ state: 'attached' });
    await page.getByRole('button', { name: /^30 option grants/ }).click();
    await holdings.getByText('Option (right to buy)').nth(29).waitFor();
    await expectNoSidewaysScroll(page);
  });

  it('compares them, and says what is the same', async () => {
    const of = idOf('Person', LARGE.person);
    const path = `/compare?of=${of}&asOf=2024-03-07&knownAt=2024-03-08&fromKnownAt=2024-03-07`;
    const page = await open(path, (one) =>
      one.getByRole('region', { name: 'Differences' }).getByText('+50').waitFor(),
    );
    await page.getByText('Holdings that are the same at both times').click();
    const same = page.getByRole('region', { name: 'The same', exact: true });
    await same
      .locator('[data-row]')
      .nth(LARGE.accounts - 2)
      .waitFor();
  });

  it('draws as many neighbours as have room, says how many are left out, and cuts none off', async () => {
    const node = (page: Page) =>
      page.getByRole('region', { name: 'Drawing' }).locator('.react-flow__node');
    const page = await open(`/graph/${idOf('Issuer', LARGE.issuer)}`, (one) =>
      node(one).nth(12).waitFor(),
    );
    await page.getByText(/more than \d+ neighbours are not shown/).waitFor();
    for (const width of [360, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      await expect.poll(() => outOfSight(page)).toEqual([]);
    }
    await page.getByRole('button', { name: 'Show up to 25 of each' }).click();
    await node(page).nth(25).waitFor();
    await expect.poll(() => outOfSight(page)).toEqual([]);
  });

  it('keeps lines that cite many footnotes within their table', async () => {
    const page = await open(`/filing/${LARGE.cited}`, (one) =>
      one.getByRole('link', { name: `F${LARGE.cites}`, exact: true }).waitFor(),
    );
    const table = page.getByRole('region', { name: 'Table I', exact: true }).last();
    for (const width of [1280, 1440, 1920]) {
      await page.setViewportSize({ width, height: 900 });
      const [content, own] = await table.evaluate((one) => [
        one.querySelector('table')?.offsetWidth ?? 0,
        one.clientWidth,
      ]);
      expect(content, `${width} px`).toBeLessThanOrEqual(own);
    }
    await table.getByRole('link', { name: /^Account/ }).click();
    await page.waitForURL('**/person/**line=**');
  });
});

/** The names of nodes that are cut off, lie beneath controls, or do not show all of their name. */
function outOfSight(page: Page): Promise<string[]> {
  return page.locator('.react-flow').evaluate((drawing) => {
    const around = drawing.getBoundingClientRect();
    const above = [...drawing.querySelectorAll('.react-flow__panel')].map((panel) =>
      panel.getBoundingClientRect(),
    );
    return [...drawing.querySelectorAll<HTMLElement>('.react-flow__node')]
      .filter((node) => {
        const own = node.getBoundingClientRect();
        const isBeneath = above.some(
          ({ left, right, top, bottom }) =>
            own.left < right && left < own.right && own.top < bottom && top < own.bottom,
        );
        const isCut =
          own.left < around.left ||
          own.right > around.right ||
          own.top < around.top ||
          own.bottom > around.bottom;
        return isCut || isBeneath || node.scrollHeight > node.offsetHeight + 1;
      })
      .map(({ textContent }) => textContent ?? '');
  });
}
