import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import {
  describeExplorer,
  itSuitsEverybody,
  openExplorer,
  openTab,
  startExplorer,
} from '../support/explorer.ts';
import { manyFilings } from '../support/many-filings.ts';
import { personPath } from '../support/person-path.ts';

const VARNHAGEL = personPath('0009000201');

function filings(page: Page) {
  return page.getByRole('region', { name: 'Filings' }).getByRole('table');
}

describeExplorer('the list of filings', () => {
  it('says of each its form, when and why then it was known', async () => {
    const { page } = await openExplorer(VARNHAGEL);
    const rows = filings(page).locator('tbody tr');
    await rows.first().waitFor();
    expect(await rows.getByRole('rowheader').allInnerTexts()).toEqual([
      expect.stringMatching(/^Form 4\b/),
      expect.stringMatching(/^Form 4\/A\b/),
      expect.stringMatching(/^Form 4\b/),
    ]);
    expect(
      await rows.first().getByTitle('The time at which EDGAR accepted the filing.').count(),
    ).toBe(1);
    // EDGAR has none of the samples.
    expect(await rows.first().getByRole('link', { name: 'on EDGAR' }).count()).toBe(0);
  });

  it('says what an amendment did, and by what a filing is amended once that is known', async () => {
    const { page, explorer } = await openExplorer(VARNHAGEL);
    const amendment = filings(page).getByRole('row').filter({ hasText: 'amends' });
    await amendment.waitFor();
    expect(await amendment.getByTitle('Replaced some lines of its original.').count()).toBe(1);
    expect(await filings(page).getByText('amended by').count()).toBe(1);
    await page.goto(`${explorer.origin}${VARNHAGEL}?knownAt=2023-03-10`);
    await filings(page).locator('tbody tr').first().waitFor();
    expect(await filings(page).locator('tbody tr').count()).toBe(1);
    expect(await filings(page).getByText('amended by').count()).toBe(0);
  });

  it('loads more when there is more than a page', async () => {
    const explorer = await startExplorer();
    const page = await openTab();
    await explorer.append(manyFilings(45));
    await page.goto(`${explorer.origin}${personPath('0009009901')}`);
    const rows = filings(page).locator('tbody tr');
    for (const count of [20, 40]) {
      await page.getByRole('button', { name: 'Load more filings' }).waitFor();
      await expect.poll(() => rows.count()).toBe(count);
      await page.getByRole('button', { name: 'Load more filings' }).click();
    }
    await expect.poll(() => rows.count()).toBe(45);
    // The latest of them; what is no sample is on EDGAR.
    const link = rows.first().getByRole('link', { name: 'on EDGAR' });
    expect(await link.getAttribute('href')).toMatch(
      /sec\.gov\/Archives\/edgar\/data\/\d+\/0009000199240000\d\d/,
    );
  });

  it('says that no filing was known by a day before all', async () => {
    const { page } = await openExplorer(`${VARNHAGEL}?knownAt=2001-01-01`);
    await page.getByText('No filing was known by then.').waitFor();
  });

  itSuitsEverybody(personPath('0009000203'), (page) =>
    filings(page).getByText('The reporting person became').waitFor(),
  );
});
