import { expect, it } from 'vitest';
import { describeExplorer, expectAccessible, openExplorer } from '../support/explorer.ts';

describeExplorer('search', () => {
  it('finds people and issuers as one types, and opens the one chosen by keyboard', async () => {
    const { page } = await openExplorer('/');
    const field = page.getByRole('combobox', { name: 'Search for people and issuers' });
    await field.pressSequentially('okonjo');
    await page.getByRole('option', { name: /Maribeth Okonjo-Pell/ }).waitFor();
    // While the list is open the rest is hidden from those who listen, and left by the first Tab.
    await expectAccessible(page, '[role=listbox]');
    await expectAccessible(page, 'search');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/person\//);
    expect(await field.inputValue()).toBe('');
  });

  it('finds an issuer by its ticker, by mouse', async () => {
    const { page } = await openExplorer('/');
    await page.getByRole('combobox', { name: 'Search for people and issuers' }).fill('TWKX');
    const found = page.getByRole('option', { name: /Tarnwick Instruments Inc\./ });
    await found.waitFor();
    expect(await found.innerText()).toContain('issuer, TWKX');
    await found.click();
    await page.waitForURL(/\/issuer\//);
  });

  it('tolerates a typing error and another order of the name', async () => {
    const { page } = await openExplorer('/');
    await page.getByRole('combobox', { name: 'Search for people and issuers' }).fill('Robrt Maida');
    await page.getByRole('option', { name: /Robert P Maida/ }).waitFor();
  });

  it('says when nobody is found', async () => {
    const { page } = await openExplorer('/');
    await page.getByRole('combobox', { name: 'Search for people and issuers' }).fill('qqqqzzzz');
    await page.getByText('No match.').waitFor();
  });

  it('says when the server does not answer', async () => {
    const { page } = await openExplorer('/');
    await page.locator('[data-row]').first().waitFor();
    await page.route('**/graphql', (route) => route.abort());
    await page.getByRole('combobox', { name: 'Search for people and issuers' }).fill('maida');
    await page.getByText('The server does not answer.').waitFor();
  });
});
