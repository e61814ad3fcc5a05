import { expect, it } from 'vitest';
import {
  describeExplorer,
  itSuitsEverybody,
  openExplorer,
  openTab,
  startExplorer,
} from '../support/explorer.ts';
import { filingOf, ingestByAnotherProcess } from '../support/submitted-elsewhere.ts';

describeExplorer('the live view', () => {
  it('begins with the latest transactions, and shows one that another process submits', async () => {
    const explorer = await startExplorer();
    const page = await openTab();
    await page.goto(`${explorer.origin}/live`);
    await page.getByText('Live. 0 arrived').waitFor();
    expect(await page.getByRole('row').count()).toBeGreaterThan(10);
    expect(await page.getByRole('link', { name: /Quillon/ }).count()).toBe(0);
    await ingestByAnotherProcess(explorer.adminUrl, await filingOf('Quillon Arda'));
    const row = page.getByRole('row').nth(1);
    await row.getByRole('link', { name: /Quillon/ }).waitFor();
    // Money is written as in every other view.
    expect(await row.innerText()).toMatch(
      /2023-05-02[\s\S]*Quenby Valves Inc[\s\S]*Quillon[\s\S]*\$2\.50\s+\$250\.00/,
    );
    await page.getByText('Live. 1 arrived').waitFor();
  });

  it('shows only what passes the filter of its address', async () => {
    const explorer = await startExplorer();
    const page = await openTab();
    await page.goto(`${explorer.origin}/live?codes=S&minValue=1000`);
    await page.getByText('Live. 0 arrived').waitFor();
    for (const [name, line] of [
      ['Bought Borea', { code: 'P', shares: '9000', price: '1' }],
      ['Small Sverre', { code: 'S', shares: '10', price: '99.99' }],
      ['Large Lioba', { code: 'S', shares: '10', price: '100' }],
    ] as const) {
      await ingestByAnotherProcess(explorer.adminUrl, await filingOf(name, line));
    }
    await page.getByRole('link', { name: /Lioba/ }).waitFor();
    expect(await page.getByRole('link', { name: /Borea|Sverre/ }).count()).toBe(0);
    const sells = page.getByRole('button', { name: 'Sells' });
    expect(await sells.getAttribute('aria-pressed')).toBe('true');
    await page.getByText('By transaction code: S').click();
    expect(await page.getByRole('checkbox', { name: /^S / }).isChecked()).toBe(true);
    expect(await page.getByLabel('Worth at least, USD').inputValue()).toBe('1000');
  });

  it('takes the filter by keyboard, and keeps it in the address', async () => {
    const { page } = await openExplorer('/live');
    await page.getByText('By transaction code').press('Enter');
    await page.getByRole('checkbox', { name: /^G / }).press('Space');
    await expect.poll(() => page.url()).toMatch(/codes=G$/);
    await expect.poll(() => page.getByRole('row').count()).toBe(3);
    await page.getByRole('combobox', { name: 'Of one issuer' }).fill('Ostrel');
    await page.getByRole('option', { name: /Ostrelle Foods Corp/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByText('Of Ostrelle Foods Corp').waitFor();
    await page.getByText('None yet that passes the filter.').waitFor();
    await page.reload();
    await page.getByText('Of Ostrelle Foods Corp').waitFor();
  });

  itSuitsEverybody('/live', (page) => page.getByText('Live. 0 arrived').waitFor());
});
