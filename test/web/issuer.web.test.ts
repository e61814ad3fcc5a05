import { expect, it } from 'vitest';
import { describeExplorer, itSuitsEverybody, openExplorer, openTab } from '../support/explorer.ts';
import { openTimes, timeField } from '../support/time-field.ts';

const idOf = (cik: number) => Buffer.from(`Issuer:${cik}`).toString('base64url');
const TARNWICK = `/issuer/${idOf(9_000_101)}`;
const OSTRELLE = `/issuer/${idOf(9_000_102)}`;

describeExplorer('the view of an issuer', () => {
  it('says who the issuer is, and leads to EDGAR and to the graph around it', async () => {
    const { page } = await openExplorer(`${TARNWICK}?asOf=2023-06-30&knownAt=2024-01-01`);
    await page.getByRole('heading', { level: 1, name: 'Tarnwick Instruments Inc.' }).waitFor();
    expect(await page.title()).toBe('TWKX: insiders of Tarnwick Instruments Inc. · insider-ledger');
    await page.getByText('TWKX', { exact: true }).first().waitFor();
    await page.getByText('SIC 3829 Measuring & Controlling Devices').waitFor();
    await page.getByText('Incorporated in DE').waitFor();
    const edgar = page.getByRole('link', { name: 'CIK 0009000101 on EDGAR' });
    expect(await edgar.getAttribute('href')).toContain('CIK=0009000101');
    await page.getByRole('link', { name: 'Graph around it' }).click();
    await page.waitForURL('**/graph/**asOf=2023-06-30**knownAt=2024-01-01**');
  });

  it('says what headers said of it, once they were known', async () => {
    const { page } = await openExplorer(`${TARNWICK}?asOf=2023-06-30&knownAt=2001-01-01`);
    await page.getByText('never', { exact: true }).waitFor();
    expect(await page.getByText('SIC 3829').count()).toBe(0);
  });

  it('says in a line each who was an insider on a day, as what, and with which amounts', async () => {
    const { page } = await openExplorer(`${TARNWICK}?asOf=2023-06-30`);
    const table = page.getByRole('region', { name: 'Insiders and what they hold' });
    const of = (name: string) => table.locator('tbody', { hasText: name }).innerText();
    await table.getByRole('link', { name: 'Imre T Varnhagel' }).waitFor();
    expect(await table.locator('tbody').allInnerTexts()).toEqual([
      expect.stringMatching(/Imre T Varnhagel.*President and CEO.*2023-03-06.*155,500.*65,000/s),
      expect.stringMatching(/Anselm K Drusfeld.*Chief Financial Officer.*12,550.*1,500/s),
      expect.stringMatching(/Maribeth Okonjo-Pell.*director.*2023-05-18.*9,432.*600/s),
    ]);
    // What is folded unfolds to every account, exactly and with how far it can be relied on.
    const officer = table.locator('tbody', { hasText: 'Drusfeld' });
    expect(await officer.getByRole('button').innerText()).toMatch(/^\d derivatives?, [\d,]+/);
    await officer.getByRole('button').click();
    for (const word of ['derived', 'carried', '6,000'])
      expect(await of('Drusfeld')).toContain(word);
    const connected = table.locator('tbody', { hasText: 'Okonjo' });
    await connected.getByRole('button').click();
    await connected.getByText('9,431.5307').waitFor();
    expect(await connected.innerText()).toContain('By Spouse');
  });

  it('begins with its key figures, under its ticker alone too, and says how old they are', async () => {
    const { page } = await openExplorer('/TWKX?asOf=2023-12-31');
    const figure = (name: string) =>
      page.locator('dl > div', { has: page.getByText(name, { exact: true }) }).innerText();
    await page.getByText('Held, Common Stock').waitFor();
    expect(await figure('Insiders')).toMatch(/Insiders\s+3/);
    expect(await figure('Held, Common Stock')).toMatch(
      /245,880\s+direct 173,780 \+ indirect 72,100/,
    );
    expect(await figure('Net, 12 months')).toMatch(/−\$192,585\s+bought \$121,766, sold \$314,350/);
    expect(await figure('Last trade')).toMatch(/Sold[^$]*\$127,600\s+\d+ years?/);
    expect(await figure('Last reported')).toMatch(/\d+ years? .*ago\s+2024-02-28/);
    await page.getByText('Held on 31 Dec 2023, as known now').waitFor();
    await page.getByRole('button', { name: 'Back to now' }).click();
    await page.waitForURL(/\/TWKX\?asOf=\d{4}/);
    expect(await page.getByText(', today, as known now').count()).toBe(1);
  });

  it('lists its transactions, with what an amendment superseded struck through', async () => {
    const { page } = await openExplorer('/issuer/TWKX?show=buys');
    const rows = page.getByRole('region', { name: 'Transactions' }).locator('tbody');
    await rows.first().waitFor();
    const struck = rows.filter({ hasText: 'superseded' });
    expect(await struck.innerText()).toMatch(/2023-03-07.*\$21.85.*\$43,700.*155,000/s);
    await struck.getByRole('button').click();
    await struck.getByText('2,500 at $21.58, 155,500 after it').waitFor();
    expect(await page.getByRole('columnheader', { name: 'Issuer', exact: true }).count()).toBe(0);
  });

  it('shows what was believed at another time when known at is changed', async () => {
    const { page } = await openExplorer(`${TARNWICK}?asOf=2023-06-30`);
    const table = page.getByRole('region', { name: 'Insiders and what they hold' });
    await table.getByText('12,550').waitFor();
    await openTimes(page);
    await timeField(page, 'Known at').fill('2023-12-31');
    await table.getByText('12,400').waitFor();
    expect(page.url()).toContain('knownAt=2023-12-31');
    expect(await table.getByText('12,550').count()).toBe(0);
    await timeField(page, 'As of').fill('2023-01-01');
    await page.getByText('Nobody was known to be an insider on this day.').waitFor();
  });

  it('counts one block of shares once, and those who left but still hold', async () => {
    const { page } = await openExplorer(`${OSTRELLE}?asOf=2023-09-13`);
    const totals = page.getByRole('region', { name: 'Ownership in total' }).getByRole('row');
    await totals
      .filter({ hasText: 'Class A Common Stock' })
      .getByText('2,465,000')
      .first()
      .waitFor();
    expect(await totals.filter({ hasText: 'Class A' }).getByRole('cell').allInnerTexts()).toEqual([
      '0',
      '2,465,000',
      '2,465,000',
      '3',
    ]);
    expect(await page.getByRole('heading', { name: 'Former insiders' }).count()).toBe(0);
    await openTimes(page);
    await timeField(page, 'As of').fill('2024-04-30');
    const left = page.getByRole('region', {
      name: 'Holdings of those who are no insiders any more',
    });
    await left.getByText('7,250').waitFor();
    await left.getByText('Teodor V Smallbrook').waitFor();
    expect(await left.locator('tbody').count()).toBe(1);
  });

  it('draws purchases and sales of every month, read by arrow keys or as a table', async () => {
    const { page } = await openExplorer(`${TARNWICK}?asOf=2024-06-30`);
    const months = page.locator('[data-month]');
    await months.first().waitFor();
    expect(await months.count()).toBe(24);
    await months.first().focus();
    await page.keyboard.press('End');
    await page.getByText('2024-06: nothing bought; nothing sold.', { exact: true }).waitFor();
    for (let back = 0; back < 10; back += 1) await page.keyboard.press('ArrowLeft');
    const august = '2023-08: nothing bought; 10,000 shares sold for $314,350 by 1 person.';
    await page.getByText(august, { exact: true }).waitFor();
    expect(await page.getByRole('img', { name: august }).count()).toBe(1);
    await page.getByText('The same as a table').click();
    const march = page
      .getByRole('region', { name: 'Purchases and sales per month' })
      .getByRole('row', { name: '2023-03' });
    expect((await march.getByRole('cell').allInnerTexts()).slice(0, 4)).toEqual([
      '$118,150',
      '5,500',
      '$21.4818',
      '1',
    ]);
  });

  it('draws the last two years in which anybody traded, and nothing where nobody did', async () => {
    const { page, explorer } = await openExplorer('/TWKX');
    await page.locator('[data-month]').first().waitFor();
    expect(await page.getByLabel('To', { exact: true }).inputValue()).toBe('2023-08-31');
    await page.goto(`${explorer.origin}/TWKX?from=2024-05-01&to=2024-06-30`);
    await page.getByText('Nobody bought or sold in these months.').waitFor();
    expect(await page.locator('[data-month]').count()).toBe(0);
  });

  it('restores the range of months from its address', async () => {
    const { page, explorer } = await openExplorer(`${TARNWICK}?asOf=2024-06-30`);
    const months = page.locator('[data-month]');
    await months.first().waitFor();
    await page.getByLabel('From', { exact: true }).fill('2023-07-01');
    await expect.poll(() => months.count()).toBe(12);
    await page.getByLabel('To', { exact: true }).fill('2023-09-15');
    await expect.poll(() => months.count()).toBe(3);
    const shared = await openTab();
    await shared.goto(page.url());
    await expect.poll(() => shared.locator('[data-month]').count()).toBe(3);
    expect(await shared.getByLabel('To', { exact: true }).inputValue()).toBe('2023-09-15');
    await shared.goto(`${explorer.origin}${TARNWICK}?from=2024-01-01&to=2023-01-01`);
    await shared.getByText('The range ends before it begins.').waitFor();
  });

  it('says when the server does not answer, and asks again', async () => {
    const { page, explorer } = await openExplorer('/ledger');
    await page.route('**/graphql', (route) => route.abort());
    await page.goto(`${explorer.origin}${OSTRELLE}`);
    await page.getByText('The server does not answer.').waitFor();
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { level: 1, name: 'Ostrelle Foods Corp' }).waitFor();
  });

  it.each(['nonsense', idOf(1), 'NOTICKER', '1'])(
    'says that nothing is known under the id %s',
    async (id) => {
      const { page } = await openExplorer(`/issuer/${id}`);
      await page.getByText('The ledger knows no issuer under this address.').waitFor();
    },
  );

  itSuitsEverybody(`${TARNWICK}?asOf=2024-06-30`, async (page) => {
    await page.locator('[data-month]').first().waitFor();
    await page.locator('[data-row]', { hasText: '13,848' }).first().waitFor();
    await page.getByText('The same as a table').click();
  });
});
