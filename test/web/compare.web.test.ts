import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeExplorer, itSuitsEverybody, openExplorer } from '../support/explorer.ts';

const VARNHAGEL = Buffer.from('Person:9000201').toString('base64url');
const TARNWICK = Buffer.from('Issuer:9000101').toString('base64url');

const rows = (page: Page) =>
  page.getByRole('region', { name: 'Differences' }).locator('[data-row]');
const figure = (page: Page, name: string) =>
  page.locator('dl > div', { has: page.getByText(name, { exact: true }) }).locator('dd');

describeExplorer('the view that compares', () => {
  it('is one click from a person as known then, and says what was corrected since and by what', async () => {
    const { page } = await openExplorer('/person/9000201?asOf=2023-03-07&knownAt=2023-03-10');
    await page.getByRole('link', { name: 'Compare with another time' }).click();
    await page.waitForURL(`**/compare?of=${VARNHAGEL}**fromKnownAt=2023-03-10**`);
    await page.getByRole('heading', { level: 1, name: 'Compare Imre T Varnhagel' }).waitFor();
    await rows(page).first().waitFor();
    expect(await rows(page).allInnerTexts()).toEqual([
      expect.stringMatching(/Tarnwick.*Common Stock.*155,000.*155,500.*\+500.*Bought.*2023-03-15/s),
    ]);
    expect(await figure(page, 'Holdings that differ').innerText()).toBe('1');
    await rows(page).getByRole('link', { name: '2023-03-15' }).first().click();
    await page.waitForURL('**/filing/0009000101-23-000005**');
  });

  it('compares two dates, what differs first, and then what is the same', async () => {
    const { page } = await openExplorer(
      `/compare?of=${VARNHAGEL}&asOf=2023-12-31&fromAsOf=2023-03-07`,
    );
    const sold = rows(page).filter({ hasText: '155,500' });
    await sold.waitFor();
    expect(await sold.innerText()).toMatch(/155,500.*150,500.*\u22125,000.*Gift.*Sold/s);
    await page.getByText('Holdings that are the same at both times').click();
    await page.getByRole('region', { name: 'The same', exact: true }).getByText('40,000').waitFor();
    await page.getByRole('button', { name: 'Swap' }).click();
    await rows(page).filter({ hasText: '+5,000' }).waitFor();
    expect(page.url()).toContain('fromAsOf=2023-12-31');
  });

  it('says what a filing changed, one click from its view', async () => {
    const { page } = await openExplorer('/filing/0009000101-23-000005');
    await page.getByRole('link', { name: 'What it changed' }).click();
    await rows(page).filter({ hasText: '155,000' }).filter({ hasText: '155,500' }).waitFor();
  });

  it('compares everybody at two known-ats, an issuer at any two times, and says where nothing differs', async () => {
    const { page, explorer } = await openExplorer('/');
    await page.getByRole('link', { name: 'Compare', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Compare everybody' }).waitFor();
    await rows(page).first().waitFor();
    await page.getByRole('group', { name: 'Before' }).getByLabel('Held on').fill('2020-01-01');
    await page.getByText('Two dates are compared of one person or issuer').waitFor();
    await page.goto(`${explorer.origin}/compare?of=${TARNWICK}&asOf=2023-12-31`);
    await rows(page).first().waitFor();
    expect(await page.getByRole('button', { name: 'A year' }).getAttribute('aria-pressed')).toBe(
      'true',
    );
    await page.getByRole('group', { name: 'Before' }).getByLabel('Held on').fill('2023-12-31');
    await page.getByText('Nothing differs between 31 Dec 2023').waitFor();
    await page.goto(`${explorer.origin}/compare?of=nonsense`);
    await page.getByText('The ledger knows no person and no issuer under this address.').waitFor();
  });

  itSuitsEverybody(`/compare?of=${VARNHAGEL}&asOf=2023-12-31&fromAsOf=2023-03-07`, async (page) => {
    await rows(page).first().waitFor();
    await page.getByText('Holdings that are the same at both times').click();
    await page.getByRole('region', { name: 'The same', exact: true }).waitFor();
  });
});
