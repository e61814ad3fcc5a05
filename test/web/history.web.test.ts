import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeExplorer, itSuitsEverybody, openExplorer } from '../support/explorer.ts';
import { personPath } from '../support/person-path.ts';

const VARNHAGEL = personPath('0009000201');
const OKONJO_PELL = personPath('0009000202');
const DRUSFELD = personPath('0009000203');
const SMALLBROOK = personPath('0009000207');

function chart(page: Page, account: string) {
  return page.getByRole('group', { name: `Balance of ${account}` });
}

describeExplorer('the charts of balances over time', () => {
  it('mark a balance that is derived, and not before the late report was known', async () => {
    const { page, explorer } = await openExplorer(`${DRUSFELD}?account=each`);
    const direct = chart(page, 'Common Stock, direct');
    await direct.getByText('derived: 12,550').waitFor();
    const mark = direct.getByRole('button', { name: '2023-05-10, P,' });
    expect(await mark.getAttribute('aria-label')).toContain('12,550 after it, derived');
    await page.goto(`${explorer.origin}${DRUSFELD}?account=each&knownAt=2023-12-31`);
    await direct.waitFor();
    expect(await page.getByText('12,550').count()).toBe(0);
  });

  it('mark a break, and say its difference and its footnote', async () => {
    const { page } = await openExplorer(`${SMALLBROOK}?account=each`);
    const direct = chart(page, 'Class A Common Stock, direct');
    await direct.getByText('break: 37.4082').waitFor();
    await direct.getByRole('button', { name: '2024-04-30, S,' }).hover();
    const box = page.getByRole('tooltip');
    await box.getByText('dividend reinvestment plan').waitFor();
    expect(await box.innerText()).toMatch(
      /Shares\s+1,000\s+Price\s+\$16.05\s+Amount after\s+7,250/,
    );
    expect(await box.innerText()).toContain('37.4082');
    expect(await box.innerText()).toContain('Open-market or private sale.');
  });

  it('are walked through by the arrow keys within one tab stop', async () => {
    const { page } = await openExplorer(`${VARNHAGEL}?account=each`);
    const direct = chart(page, 'Common Stock, direct');
    const marks = direct.getByRole('button');
    await marks.first().waitFor();
    const count = await marks.count();
    expect(count).toBe(6);
    expect(await direct.locator('[tabindex="0"]').count()).toBe(1);
    await marks.first().focus();
    const box = page.getByRole('tooltip');
    await box.getByText('153,000').waitFor();
    await page.keyboard.press('ArrowRight');
    await box.getByText('155,500').waitFor();
    expect(await box.getByText('weighted average').count()).toBeGreaterThan(0);
    await page.keyboard.press('End');
    await box.getByText('150,500').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => box.count()).toBe(0);
    expect(await direct.locator('[tabindex="0"]').getAttribute('data-mark')).toBe(`${count - 1}`);
  });

  it('are there as tables too', async () => {
    const { page } = await openExplorer(`${DRUSFELD}?account=each`);
    await page.getByText('As a table: Common Stock, direct').click();
    const balances = page.getByRole('region', { name: 'Balances by date: Common Stock, direct' });
    expect(await balances.locator('tbody tr').allInnerTexts()).toEqual([
      expect.stringMatching(/^2023-02-01\s+12,400/),
      expect.stringMatching(/^2023-05-10\s+12,550\s+derived/),
      expect.stringMatching(/^2023-12-01\s+13,848/),
    ]);
  });

  it('are of the issuer and the account chosen, which stand in the address', async () => {
    const { page } = await openExplorer(OKONJO_PELL);
    await page
      .getByLabel('Issuer', { exact: true })
      .selectOption({ label: 'Tarnwick Instruments Inc.' });
    const stacked = page.getByRole('img', { name: /^Common Stock held over time, 2 accounts/ });
    await stacked.waitFor();
    await page.getByRole('button', { name: 'Common Stock, direct', exact: true }).click();
    await stacked.waitFor({ state: 'detached' });
    await page.goto(page.url());
    await chart(page, 'Common Stock, direct').waitFor();
    expect(await chart(page, '').count()).toBe(1);
    expect(await page.getByLabel('Issuer', { exact: true }).inputValue()).toContain('SXNzdWVy');
  });

  it('say that no account was known by a day before all filings', async () => {
    const { page } = await openExplorer(`${VARNHAGEL}?knownAt=2001-01-01`);
    await page.getByText('known by then').first().waitFor();
    expect(await page.getByRole('group', { name: 'Balance of' }).count()).toBe(0);
  });

  itSuitsEverybody(`${VARNHAGEL}?account=each`, async (page) => {
    await page.getByText('As a table').first().click();
    await chart(page, 'Common Stock, direct').getByRole('button').first().focus();
    await page.getByRole('tooltip').waitFor();
  });
});
