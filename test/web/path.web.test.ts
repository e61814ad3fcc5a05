import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeExplorer, itSuitsEverybody, openExplorer } from '../support/explorer.ts';
import { openTimes, timeField } from '../support/time-field.ts';

const idOf = (cik: number) => Buffer.from(`Person:${cik}`).toString('base64url');
const VARNHAGEL = idOf(9_000_201);
const SMALLBROOK = idOf(9_000_207);
const BETWEEN = `/path?asOf=2024-02-01&from=${VARNHAGEL}&to=${SMALLBROOK}`;

const chain = (page: Page) =>
  page.getByRole('region', { name: 'What connects them' }).locator('ol > li');

/** Finds somebody by name in a field, by keyboard alone. */
async function find(page: Page, field: string, name: string) {
  await page.getByRole('combobox', { name: field }).focus();
  await page.keyboard.type(name);
  await page.getByRole('option', { name }).first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('option').first().waitFor({ state: 'detached' });
}

describeExplorer('the view of a path', () => {
  it('shows the chain between two people, and whom the address names', async () => {
    const { page } = await openExplorer(BETWEEN);
    await page.getByText('Degree 2: 2 steps lead from one to the other.').waitFor();
    expect(await chain(page).getByRole('link').allInnerTexts()).toEqual([
      'Imre T Varnhagel',
      'Tarnwick Instruments Inc.',
      'Maribeth Okonjo-Pell',
      'Ostrelle Foods Corp',
      'Teodor V Smallbrook',
    ]);
    await page.getByText('From Imre T Varnhagel', { exact: true }).waitFor();
    await page.getByText('To Teodor V Smallbrook', { exact: true }).waitFor();
    expect(await page.title()).toBe(
      'From Imre T Varnhagel to Teodor V Smallbrook · insider-ledger',
    );
    await page.getByRole('link', { name: 'See it in the graph' }).click();
    await page.getByRole('button', { name: /^Teodor V Smallbrook/ }).waitFor();
  });

  it('says that there is none on another day, or as known on another day', async () => {
    const { page } = await openExplorer(BETWEEN);
    await chain(page).first().waitFor();
    await openTimes(page);
    await timeField(page, 'As of').fill('2024-01-15');
    await page
      .getByText(
        'No path of six steps or fewer leads from Imre T Varnhagel to Teodor V Smallbrook, as of 2024-01-15.',
      )
      .waitFor();
    await timeField(page, 'As of').fill('2024-02-01');
    await chain(page).first().waitFor();
    await timeField(page, 'Known at').fill('2024-01-20');
    await page.getByText('as of 2024-02-01, known at 2024-01-20.').waitFor();
  });

  it('lets two people be chosen by keyboard alone', async () => {
    const { page } = await openExplorer('/path?asOf=2024-02-01');
    await page.getByText('Choose two people to see what connects them.').waitFor();
    await find(page, 'From whom', 'Drusfeld');
    await page.waitForURL(`**from=${idOf(9_000_203)}**`);
    await find(page, 'To whom', 'Okonjo-Pell');
    await page.getByText('Degree 1: one step leads from one to the other.').waitFor();
    expect(new URL(page.url()).searchParams.get('to')).toBe(idOf(9_000_202));
    await page.getByRole('button', { name: 'Swap' }).press('Enter');
    await expect.poll(() => chain(page).first().innerText()).toBe('Maribeth Okonjo-Pell');
  });

  it('says when both are one, and when the ledger knows neither', async () => {
    const { page, explorer } = await openExplorer(`/path?from=${VARNHAGEL}&to=${VARNHAGEL}`);
    await page.getByText('They are one and the same person.').waitFor();
    await page.goto(`${explorer.origin}/path?from=nonsense&to=${VARNHAGEL}`);
    await page.getByText('The ledger does not know both of these people.').waitFor();
  });

  itSuitsEverybody(BETWEEN, (page) => chain(page).first().waitFor());
});
