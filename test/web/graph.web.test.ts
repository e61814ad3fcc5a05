import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeExplorer, itSuitsEverybody, openExplorer, openTab } from '../support/explorer.ts';
import { openTimes, timeField } from '../support/time-field.ts';

const idOf = (type: 'Issuer' | 'Person', cik: number) =>
  Buffer.from(`${type}:${cik}`).toString('base64url');
const TARNWICK = idOf('Issuer', 9_000_101);
const OSTRELLE = idOf('Issuer', 9_000_102);
const CONNECTED = idOf('Person', 9_000_202);

const PLACES =
  '[...document.querySelectorAll(".react-flow__node")].map(({ style }) => style.transform)';

const IS_FOCUSED_IN_SIGHT = `(() => {
  const node = document.activeElement.getBoundingClientRect();
  const drawing = document.querySelector('.react-flow').getBoundingClientRect();
  const isBetween = (begin, end) => node[begin] >= drawing[begin] && node[end] <= drawing[end];
  return node.width > 80 && isBetween('left', 'right') && isBetween('top', 'bottom');
})()`;

const drawing = (page: Page) => page.getByRole('region', { name: 'Drawing' });
const nodeOf = (page: Page, name: string) =>
  drawing(page).getByRole('button', { name, exact: false });
const listed = (page: Page) =>
  page.getByRole('region', { name: 'The same as a list' }).locator('ul').first();

describeExplorer('the view of a graph', () => {
  it('shows who is an insider of an issuer, in which role, as a drawing and as a list', async () => {
    const { page } = await openExplorer(`/graph/${TARNWICK}?asOf=2024-02-01`);
    await nodeOf(page, 'Maribeth Okonjo-Pell').waitFor();
    expect(await page.title()).toBe('Around Tarnwick Instruments Inc. · insider-ledger');
    await drawing(page).getByText('Chief Financial Officer').waitFor();
    expect(
      await drawing(page)
        .getByRole('button', { name: /person$/ })
        .count(),
    ).toBe(3);
    const varnhagel = listed(page).locator('> li', { hasText: 'Varnhagel' }).last();
    expect(await varnhagel.innerText()).toContain('since 2023-03-06');
    await nodeOf(page, 'Maribeth Okonjo-Pell').waitFor();
    await drawing(page).getByRole('link', { name: 'View of Maribeth Okonjo-Pell' }).click();
    await page.waitForURL(`**/person/${CONNECTED}?asOf=2024-02-01`);
  });

  it('opens who connects two issuers from the day on which she does, and not before', async () => {
    const { page } = await openExplorer(`/graph/${TARNWICK}?asOf=2024-01-15`);
    await nodeOf(page, 'Maribeth Okonjo-Pell').click();
    await page.waitForURL(`**open=${CONNECTED}`);
    await expect
      .poll(() => nodeOf(page, 'Maribeth Okonjo-Pell').getAttribute('aria-expanded'))
      .toBe('true');
    expect(await page.getByText('Ostrelle Foods Corp').count()).toBe(0);
    await openTimes(page);
    await timeField(page, 'As of').fill('2024-01-16');
    await nodeOf(page, 'Ostrelle Foods Corp').waitFor();
    // Ostrelle's Form 3 was filed on the 24th: before, nobody could know.
    await timeField(page, 'Known at').fill('2024-01-20');
    await nodeOf(page, 'Ostrelle Foods Corp').waitFor({ state: 'detached' });
  });

  it('is opened and closed by keyboard alone, and stays where one is', async () => {
    const { page } = await openExplorer(`/graph/${TARNWICK}?asOf=2024-02-01`);
    const connected = nodeOf(page, 'Maribeth Okonjo-Pell');
    await connected.waitFor();
    await drawing(page).getByRole('link', { name: 'View of Imre T Varnhagel' }).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await nodeOf(page, 'Ostrelle Foods Corp').waitFor();
    expect(await page.evaluate('document.activeElement.title')).toBe('Maribeth Okonjo-Pell');
    await page.keyboard.press('Enter');
    await nodeOf(page, 'Ostrelle Foods Corp').waitFor({ state: 'detached' });
    expect(page.url()).not.toContain('open');
    await listed(page).getByRole('button', { name: 'Open Maribeth Okonjo-Pell' }).press('Enter');
    await nodeOf(page, 'Ostrelle Foods Corp').waitFor();
  });

  it('brings into sight on a small screen whoever the keyboard comes to', async () => {
    const { page } = await openExplorer(
      `/graph/${TARNWICK}?asOf=2024-02-01&open=${CONNECTED},${OSTRELLE}`,
      { viewport: { width: 360, height: 740 } },
    );
    const names = ['Ketterby Capital GP II, LLC', 'Anselm K Drusfeld', 'Teodor V Smallbrook'];
    await nodeOf(page, 'Anselm K Drusfeld').waitFor({ state: 'attached' });
    for (const name of names) {
      await nodeOf(page, name).focus();
      await expect.poll(() => page.evaluate(IS_FOCUSED_IN_SIGHT), { message: name }).toBe(true);
    }
  });

  it('restores from a shared address what is opened', async () => {
    const address = `/graph/${TARNWICK}?asOf=2024-02-01&open=${CONNECTED},${OSTRELLE}`;
    const { page } = await openExplorer(address);
    await nodeOf(page, 'Ketterby Capital Fund II, L.P.').waitFor();
    const shared = await openTab();
    await shared.goto(page.url());
    await nodeOf(shared, 'Ketterby Capital Fund II, L.P.').waitFor();
    const places = await page.evaluate<string[]>(PLACES);
    expect(places).toHaveLength(9);
    expect(await shared.evaluate(PLACES)).toEqual(places);
    await shared.getByText('1 Feb 2024').waitFor();
  });

  it('says of whom neighbours are left out, and shows more when asked', async () => {
    const { page } = await openExplorer(`/graph/${TARNWICK}?asOf=2024-02-01&most=2`);
    await page.getByText('Of Tarnwick Instruments Inc., 1 neighbour is not shown.').waitFor();
    expect(await nodeOf(page, 'Anselm K Drusfeld').count()).toBe(0);
    await page.getByRole('button', { name: 'Show up to 25 of each' }).click();
    await nodeOf(page, 'Anselm K Drusfeld').waitFor();
    await page.waitForURL('**most=25**');
  });

  it('says that nothing is known, or nobody connected', async () => {
    const { page, explorer } = await openExplorer('/graph/nonsense');
    const nothing = page.getByText('The ledger knows no person and no issuer under this address.');
    await nothing.waitFor();
    await page.goto(`${explorer.origin}/graph/${idOf('Person', 1)}`);
    await nothing.waitFor();
    await page.goto(`${explorer.origin}/graph/${TARNWICK}?asOf=2020-01-01`);
    await page.getByText('On this day nobody was known to be connected.').waitFor();
    await page.goto(`${explorer.origin}/graph/${TARNWICK}?asOf=2024-02-01&open=nonsense`);
    await page.getByRole('link', { name: 'See the first alone' }).click();
    await nodeOf(page, 'Maribeth Okonjo-Pell').waitFor();
  });

  itSuitsEverybody(`/graph/${TARNWICK}?asOf=2024-02-01&open=${CONNECTED},${OSTRELLE}`, (page) =>
    nodeOf(page, 'Teodor V Smallbrook').waitFor(),
  );
});
