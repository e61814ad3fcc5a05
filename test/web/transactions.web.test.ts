import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeExplorer, itSuitsEverybody, openExplorer } from '../support/explorer.ts';
import { manyFilings } from '../support/many-filings.ts';
import { personPath } from '../support/person-path.ts';

const VARNHAGEL = personPath('0009000201');
const DRUSFELD = personPath('0009000203');
const KETTERBY = personPath('0009000206');

function transactions(page: Page) {
  return page.getByRole('region', { name: 'Transactions' }).getByRole('table');
}

describeExplorer('the table of transactions', () => {
  it('strikes through a line that an amendment superseded, and says what takes its place', async () => {
    const { page } = await openExplorer(VARNHAGEL);
    const line = transactions(page).getByRole('row').filter({ hasText: 'superseded:' });
    await line.waitFor();
    expect(await line.locator('s').allInnerTexts()).toEqual(
      expect.arrayContaining(['2023-03-07', '2,000', '$21.85', '155,000']),
    );
    const said = transactions(page).getByRole('row').filter({ hasText: 'Superseded on' });
    expect(await said.innerText()).toContain('2,500 at $21.58, 155,500 after it');
    expect(await said.innerText()).toMatch(/by (?:Form )?4\/A:/);
  });

  it('strikes nothing through before the amendment was known', async () => {
    const { page } = await openExplorer(`${VARNHAGEL}?knownAt=2023-03-10`);
    await transactions(page).getByText('$21.85').waitFor();
    expect(await transactions(page).locator('s').count()).toBe(0);
    expect(await transactions(page).getByText('$21.58').count()).toBe(0);
  });

  it('has the filing known last first, and says that a line was late', async () => {
    const { page } = await openExplorer(DRUSFELD);
    const lines = transactions(page).locator('tbody tr');
    await lines.first().waitFor();
    const days = await lines.getByRole('rowheader').allInnerTexts();
    expect(days).toEqual([
      '2023-05-10',
      '2023-12-01',
      '2023-12-01',
      '2023-12-01',
      '2023-06-01',
      '2023-06-01',
    ]);
    expect(await lines.first().getByText('late').count()).toBe(1);
  });

  it('shows a code’s meaning, and the footnotes of a line when asked, by keyboard', async () => {
    const { page } = await openExplorer(VARNHAGEL);
    const line = transactions(page).getByRole('row').filter({ hasText: '$21.58' }).first();
    await line.waitFor();
    expect(await line.getByTitle('Open-market or private purchase.').count()).toBe(1);
    expect(await transactions(page).getByText('at prices from $21.44 to $21.66').count()).toBe(0);
    await line.getByRole('button', { name: 'footnotes' }).press('Enter');
    await transactions(page).getByText('at prices from $21.44 to $21.66').waitFor();
    expect(
      await transactions(page)
        .getByText(/^F\d+ of price per share/)
        .first()
        .isVisible(),
    ).toBe(true);
  });

  it('says that nothing was known by a day before all filings', async () => {
    const { page } = await openExplorer(`${KETTERBY}?knownAt=2001-01-01`);
    await page.getByText('No transaction was known by then.').waitFor();
  });

  it('loads more when there is more than a page', async () => {
    const { page, explorer } = await openExplorer('/ledger');
    await explorer.append(manyFilings(20));
    await page.goto(`${explorer.origin}${personPath('0009009901')}`);
    const lines = transactions(page).locator('tbody tr');
    await page.getByRole('button', { name: 'Load more transactions' }).waitFor();
    expect(await lines.count()).toBe(15);
    await page.getByRole('button', { name: 'Load more transactions' }).click();
    await expect.poll(() => lines.count()).toBe(20);
    expect(await page.getByRole('button', { name: 'Load more transactions' }).count()).toBe(0);
  });

  itSuitsEverybody(VARNHAGEL, (page) =>
    transactions(page).getByRole('button', { name: 'footnotes' }).first().click(),
  );
});
