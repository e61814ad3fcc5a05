import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeExplorer, openExplorer, openTab } from '../support/explorer.ts';
import { timeField } from '../support/time-field.ts';

/** Counts the clicks of a task, and opens what it needs from home. */
async function fromHome() {
  const { page, explorer } = await openExplorer('/');
  await rows(page).first().waitFor();
  let clicks = 0;
  return {
    page,
    explorer,
    click: async (what: ReturnType<Page['getByRole']>) => {
      clicks += 1;
      expect(clicks).toBeLessThanOrEqual(4);
      await what.click();
    },
    choose: async (label: string, option: string) => {
      clicks += 1;
      await page.getByLabel(label).selectOption(option);
    },
  };
}

const rows = (page: Page) =>
  page.getByRole('region', { name: 'Transactions' }).locator('[data-row]');

async function find(page: Page, text: string, name: RegExp) {
  await page.getByRole('combobox', { name: 'Search for people and issuers' }).fill(text);
  return page.getByRole('option', { name });
}

describeExplorer('ten things to do, each in four clicks at most from home', () => {
  it('are those of docs/guides/explorer.md', async () => {
    const guide = await readFile(new URL('../../docs/guides/explorer.md', import.meta.url), 'utf8');
    expect(guide.split('\n').filter((line) => line.startsWith('| ')).length).toBe(2 + 10);
  });

  it('the biggest purchase by a director in a month; who sold most; a file of it', async () => {
    const { page, click, choose } = await fromHome();
    await choose('Role', 'Director');
    await page.getByLabel('Known from').fill('2023-03-01');
    await page.getByLabel('to', { exact: true }).fill('2023-03-31');
    await click(page.getByRole('button', { name: 'Value' }));
    await expect.poll(() => rows(page).allInnerTexts()).toHaveLength(2);
    await expect.poll(() => rows(page).first().innerText()).toContain('$64,200');
    expect(await rows(page).first().innerText()).toContain('Imre T Varnhagel');
    const href = await page.getByRole('link', { name: 'CSV' }).getAttribute('href');
    expect((await fetch(new URL(href ?? '', page.url()))).status).toBe(200);
    const sold = await fromHome();
    await sold.click(sold.page.getByRole('button', { name: 'Sells' }));
    await sold.click(sold.page.getByRole('button', { name: 'Value' }));
    await expect.poll(() => rows(sold.page).first().innerText()).toContain('$186,750');
  });

  it('the original of a line, and the line in its account', async () => {
    const { page, click } = await fromHome();
    await click(rows(page).first().getByRole('link').first());
    await page.getByRole('region', { name: 'As filed' }).waitFor();
    const again = await fromHome();
    await again.click(rows(again.page).first().getByRole('button'));
    await again.click(again.page.getByRole('link', { name: /^Its place in the account of/ }));
    await again.page.getByRole('tooltip').waitFor();
  });

  it('what somebody held on a day as then known, how it differs from now, and the same shared', async () => {
    const { page, click } = await fromHome();
    await click(await find(page, 'Varnhagel', /Imre T Varnhagel/));
    await click(page.locator('summary', { hasText: 'as known' }));
    await timeField(page, 'As of').fill('2023-03-07');
    await timeField(page, 'Known at').fill('2023-03-10');
    await page.getByText('1 of 3 lines differs from what is known now.').waitFor();
    const shared = await openTab();
    await shared.goto(page.url());
    await shared.getByText('now known: 155,500').waitFor();
    await click(page.getByRole('link', { name: 'Compare with another time' }));
    await page.getByRole('region', { name: 'Differences' }).getByText('+500').waitFor();
  });

  it('a company by its ticker, and the amendment that changed a line of it', async () => {
    const { page, click, explorer } = await fromHome();
    await click(await find(page, 'TWKX', /Tarnwick/));
    const struck = page.locator('tbody', { hasText: 'superseded' }).first();
    await click(struck.getByRole('button'));
    await struck.getByText('2,500 at $21.58').waitFor();
    await page.goto(`${explorer.origin}/TWKX`);
    await page.getByRole('heading', { level: 1, name: 'Tarnwick Instruments Inc.' }).waitFor();
  });
});
