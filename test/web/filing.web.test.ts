import { expect, it } from 'vitest';
import { describeExplorer, itSuitsEverybody, openExplorer } from '../support/explorer.ts';

const SALE = '/filing/0009000101-23-000012';

describeExplorer('the view of a filing', () => {
  it('has what was read, line by line, beside the document as it came', async () => {
    const { page, explorer } = await openExplorer(SALE);
    await page.getByRole('heading', { name: 'Form 4 0009000101-23-000012' }).waitFor();
    expect(await page.title()).toBe('Form 4 of Imre T Varnhagel · insider-ledger');
    await page.getByText('10,000 shares at $31.435').waitFor();
    const lines = page.getByRole('region', { name: 'Table I', exact: true }).locator('tbody tr');
    expect(await lines.count()).toBeGreaterThanOrEqual(5);
    expect(await lines.nth(1).innerText()).toMatch(/Sold.*6,000.*\$31\.125.*\$186,750.*159,500/s);
    const original = page.getByRole('region', { name: 'As filed' });
    await original.getByText('<ownershipDocument>').waitFor();
    const hash = await page.locator('code[title]').getAttribute('title');
    const kept = await original.getByRole('link', { name: 'Alone' }).getAttribute('href');
    const bytes = await (await fetch(`${explorer.origin}${kept}`)).arrayBuffer();
    const digest = Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex');
    expect(hash).toBe(digest);
    await lines.nth(1).getByRole('link', { name: 'Account' }).click();
    await page.waitForURL('**/person/0009000201?**line=**#balances');
    await page.getByRole('tooltip').getByText('159,500').waitFor();
  });

  it('leads from an original to its amendment and back', async () => {
    const { page } = await openExplorer('/filing/000900010123000004');
    const by = page.getByText('Amended by');
    await by.waitFor();
    await by.getByRole('link').click();
    await page.getByText('replaces').waitFor();
    await page.getByRole('link', { name: 'Form 4', exact: true }).click();
    await by.waitFor();
    await page.getByText('superseded', { exact: true }).waitFor();
  });

  it.each(['0000000001-99-000001', 'nonsense'])('says that there is none: %s', async (number) => {
    const { page } = await openExplorer(`/filing/${number}`);
    await page.getByText('The ledger knows no filing under this address.').waitFor();
  });

  itSuitsEverybody(SALE, (page) =>
    page.getByRole('region', { name: 'As filed' }).getByText('<ownershipDocument>').waitFor(),
  );
});
