import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { encodeId } from '../../src/schema/index.ts';
import {
  describeExplorer,
  type Explorer,
  itSuitsEverybody,
  openExplorer,
  openTab,
  startExplorer,
} from '../support/explorer.ts';

const VARNHAGEL = encodeId('Person', 9_000_201n);
const DRUSFELD = encodeId('Person', 9_000_203n);
const KETTERBY = encodeId('Person', 9_000_206n);
const SMALLBROOK = encodeId('Person', 9_000_207n);

/** The id of the seeds' one person, who is known by name alone. */
async function seedPerson({ origin }: Explorer): Promise<string> {
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ people(filter: { name: "Maida" }) { nodes { id } } }' }),
  });
  const { data } = (await response.json()) as { data: { people: { nodes: { id: string }[] } } };
  return data.people.nodes[0]?.id ?? 'nobody';
}

/** The lines shown: how held, and how much with what is said beside it. */
async function held(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`
    [...document.querySelectorAll('[aria-label^="Holdings of"] tbody tr:has(td.amounts)')].map(
      ({ cells }) => [cells[3].firstChild, ...cells[1].childNodes]
        .map((node) => node.textContent).join(' '))`);
}

const slider = (page: Page, name: 'As of' | 'Known at') =>
  page.getByRole('slider', { name, exact: true });
const field = (page: Page, name: 'As of' | 'Known at') =>
  page.getByRole('textbox', { name, exact: true });
const times = (page: Page) => {
  const { searchParams } = new URL(page.url());
  return [searchParams.get('asOf'), searchParams.get('knownAt')];
};

/** Expects something of what is shown, once it is; a busy machine is no fault of the page. */
const eventually = <Shown>(shown: () => Shown | Promise<Shown>) =>
  expect.poll(shown, { timeout: 20_000 });

describeExplorer('the view of a person', () => {
  it('says who somebody is, with EDGAR’s page and the graph around them', async () => {
    const { page } = await openExplorer(`/person/${VARNHAGEL}?asOf=2023-03-07&knownAt=2023-03-10`);
    await page.getByRole('heading', { level: 1, name: 'Varnhagel Imre T' }).waitFor();
    await eventually(() => page.title()).toBe('Varnhagel Imre T · insider-ledger');
    await page.getByText('A human being.').first().waitFor({ state: 'attached' });
    expect(await page.getByRole('link', { name: '0009000201' }).getAttribute('href')).toBe(
      'https://www.sec.gov/cgi-bin/browse-edgar?action=getcompany&CIK=0009000201&type=4',
    );
    const graph = new URL(
      (await page.getByRole('link', { name: 'Graph' }).getAttribute('href')) ?? '',
      page.url(),
    );
    expect(graph.pathname).toBe(`/graph/${VARNHAGEL}`);
    expect(graph.search).toBe('?asOf=2023-03-07&knownAt=2023-03-10');
  });

  it('shows the seed person’s balances on both dates, and nothing before they were known', async () => {
    const explorer = await startExplorer();
    const person = `${explorer.origin}/person/${await seedPerson(explorer)}`;
    const page = await openTab();
    await page.goto(`${person}?asOf=2016-12-31`);
    await eventually(() => held(page)).toEqual(['directly 47,369', 'By ESOP Trust 1,648']);
    await page.goto(`${person}?asOf=2023-03-07`);
    await eventually(() => held(page)).toEqual(['directly 110,785', 'By ESOP Trust 4,534']);
    await page.goto(`${person}?asOf=2016-12-31&knownAt=2017-01-31`);
    await page.getByText('Nothing was known then. Now 2 lines are known.').waitFor();
    expect(await held(page)).toEqual([
      'directly not known then now known: 47,369',
      'By ESOP Trust not known then now known: 1,648',
    ]);
  });

  it('shows what was believed then, and how what is known now differs', async () => {
    const { page } = await openExplorer(`/person/${VARNHAGEL}?asOf=2023-03-07&knownAt=2023-03-10`);
    await page.getByText('1 of 3 lines differs from what is known now.').waitFor();
    expect(await held(page)).toEqual([
      'directly 155,000 now known: 155,500',
      'By Trust 40,000',
      'By Trust 25,000',
    ]);
    await page.getByRole('button', { name: 'Known at: Now' }).click();
    await eventually(() => held(page)).toEqual([
      'directly 155,500',
      'By Trust 40,000',
      'By Trust 25,000',
    ]);
    expect(await page.getByText('now known').count()).toBe(0);
    expect(times(page)).toEqual(['2023-03-07', null]);
  });

  it('is moved along both times by keyboard, and its address with it', async () => {
    const { page } = await openExplorer(`/person/${VARNHAGEL}?asOf=2023-03-07&knownAt=2023-03-15`);
    const direct = async () => (await held(page))[0];
    await eventually(direct).toBe('directly 155,500');
    await slider(page, 'Known at').press('ArrowLeft');
    await eventually(direct).toBe('directly 155,000 now known: 155,500');
    expect(times(page)).toEqual(['2023-03-07', '2023-03-14']);
    await slider(page, 'As of').press('ArrowLeft');
    await eventually(() => held(page)).toEqual(['directly 153,000']);
    expect(times(page)).toEqual(['2023-03-06', '2023-03-14']);
    await slider(page, 'Known at').press('End');
    await eventually(() => times(page)).toEqual(['2023-03-06', null]);
    expect(await slider(page, 'Known at').getAttribute('aria-valuetext')).toBe('Now');
    expect(await slider(page, 'As of').getAttribute('aria-valuetext')).toBe('2023-03-06');
  });

  it('is moved from filing to filing, to an exact day, and by mouse', async () => {
    const { page } = await openExplorer(`/person/${VARNHAGEL}?asOf=2023-03-07&knownAt=2023-03-10`);
    await page.getByRole('button', { name: 'Known at: the filing after' }).click();
    await eventually(() => times(page)).toEqual(['2023-03-07', '2023-03-15']);
    await page.getByRole('button', { name: 'Known at: the filing before' }).click();
    await eventually(() => times(page)).toEqual(['2023-03-07', '2023-03-08']);
    await field(page, 'As of').pressSequentially('x');
    expect(times(page)[0]).toBe('2023-03-07');
    await field(page, 'As of').fill('2023-02-30');
    expect(await field(page, 'As of').getAttribute('aria-invalid')).toBe('true');
    await field(page, 'As of').fill('2023-03-06');
    await eventually(() => times(page)).toEqual(['2023-03-06', '2023-03-08']);
    await eventually(() => held(page)).toEqual(['directly 153,000']);
    const box = await slider(page, 'As of').boundingBox();
    if (box === null) throw new Error('The slider is not shown.');
    await page.mouse.move(box.x + 40, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width - 1, box.y + box.height / 2, { steps: 8 });
    await page.mouse.up();
    await eventually(() => slider(page, 'As of').getAttribute('aria-valuetext')).toBe('Today');
    await eventually(() => times(page)[0]).not.toBe('2023-03-06');
  });

  it('marks the filings on the axis: form, and the days', async () => {
    const { page } = await openExplorer(`/person/${VARNHAGEL}`);
    const axis = page.getByRole('img', { name: '3 filings on the axis of time' });
    await axis.waitFor();
    const titles = await page.evaluate<string[]>(
      "[...document.querySelectorAll('svg[role=img] title')].map((title) => title.textContent)",
    );
    expect(titles.sort()).toEqual([
      'Form 4, of 2023-03-06, known 2023-03-08',
      'Form 4, of 2023-08-15, known 2023-08-17',
      'Form 4/A, of 2023-03-06, known 2023-03-15',
    ]);
  });

  it('has a footnote to read, by keyboard', async () => {
    const { page } = await openExplorer(`/person/${VARNHAGEL}?asOf=2023-03-07`);
    const children = page.getByRole('row', { name: '25,000' });
    const notes = children.getByRole('button', { name: '1 note' });
    const text = page.getByRole('definition').filter({ hasText: 'disclaims beneficial ownership' });
    await notes.focus();
    expect(await text.isVisible()).toBe(false);
    await notes.press('Enter');
    await text.waitFor();
    expect(await notes.getAttribute('aria-expanded')).toBe('true');
    expect(await page.getByRole('term').first().textContent()).toBe('F3 of nature');
    await notes.press('Enter');
    await text.waitFor({ state: 'hidden' });
  });

  it('marks what is carried, derived or does not follow, with the meaning', async () => {
    const explorer = await startExplorer();
    const page = await openTab();
    const holdings = page.getByRole('region', { name: 'Holdings' });
    await page.goto(`${explorer.origin}/person/${DRUSFELD}?asOf=2023-12-01&knownAt=2023-12-31`);
    const spouse = holdings.getByRole('row', { name: 'By Spouse' });
    await spouse.getByText('left this account out').waitFor({ state: 'attached' });
    await page.goto(`${explorer.origin}/person/${DRUSFELD}?asOf=2023-05-10`);
    const derived = holdings.getByRole('row', { name: '12,550' });
    await derived.getByText('standing so in no filing').waitFor({ state: 'attached' });
    await page.goto(`${explorer.origin}/person/${SMALLBROOK}?asOf=2024-04-30`);
    const broken = holdings.getByRole('row', { name: '7,250' });
    await broken.getByText('37.4082').waitFor();
    await broken.getByText('something is missing').waitFor({ state: 'attached' });
  });

  it('says the terms of a derivative', async () => {
    const { page } = await openExplorer(`/person/${KETTERBY}?asOf=2023-09-13`);
    const warrants = page.getByRole('row', { name: '300,000' });
    await warrants.getByText('at $11.5').waitFor();
    expect(await warrants.textContent()).toContain('expires 2024-06-30, on Class A Common Stock');
  });

  it('tells what somebody was to whom, over time and on the day asked about', async () => {
    const { page } = await openExplorer(`/person/${SMALLBROOK}?asOf=2024-04-29`);
    const row = page.getByRole('row', { name: 'Chief Operating Officer' });
    await row.getByText('holds').waitFor();
    expect(await row.getByRole('cell').allTextContents()).toEqual(
      expect.arrayContaining(['2023-10-02', '2024-04-30', 'Chief Operating Officer']),
    );
    await page.getByText('On 2024-04-29: 1 of 1 holds.').waitFor();
    await slider(page, 'As of').press('ArrowRight');
    await page.getByText('On 2024-04-30: none of these holds.').waitFor();
    await field(page, 'Known at').fill('2023-10-01');
    await page.getByText('No filing known then says').waitFor();
  });

  it('is restored by its address in another tab', async () => {
    const explorer = await startExplorer();
    const page = await openTab();
    await page.goto(`${explorer.origin}/person/${VARNHAGEL}`);
    await field(page, 'As of').fill('2023-03-07');
    await field(page, 'Known at').fill('2023-03-10');
    await eventually(() => times(page)).toEqual(['2023-03-07', '2023-03-10']);
    const other = await openTab();
    await other.goto(page.url());
    await other.getByText('1 of 3 lines differs from what is known now.').waitFor();
    expect((await held(other))[0]).toBe('directly 155,000 now known: 155,500');
    expect(await field(other, 'As of').inputValue()).toBe('2023-03-07');
    expect(await field(other, 'Known at').inputValue()).toBe('2023-03-10');
  });

  it.each([
    ['no id', 'nobody'],
    ['the id of no person', encodeId('Person', 9_999_999n)],
    ['the id of an issuer', encodeId('Issuer', 9_000_101n)],
  ])('says that nobody is found: %s', async (_, id) => {
    const { page } = await openExplorer(`/person/${id}`);
    await page.getByRole('heading', { name: 'Nobody is found' }).waitFor();
    await page.getByText('The ledger knows no person').waitFor();
  });

  it('says that it is loading, and that the server does not answer, and asks again', async () => {
    const explorer = await startExplorer();
    const page = await openTab();
    let fail: () => void = () => undefined;
    const told = new Promise<void>((resolve) => {
      fail = resolve;
    });
    let failures = 1;
    await page.route('**/graphql', async (route) => {
      if (failures === 0 || !route.request().postData()?.includes('PersonHoldings')) {
        return route.continue();
      }
      failures -= 1;
      await told;
      return route.abort();
    });
    await page.goto(`${explorer.origin}/person/${VARNHAGEL}?asOf=2023-03-07`);
    const panel = page.getByRole('region', { name: 'Holdings', exact: true });
    await panel.getByText('Loading …').waitFor();
    fail();
    await panel.getByRole('alert').getByText('The server does not answer.').waitFor();
    await panel.getByRole('button', { name: 'Try again' }).click();
    await eventually(() => held(page)).toContain('directly 155,500');
  });

  itSuitsEverybody(`/person/${VARNHAGEL}?asOf=2023-03-07&knownAt=2023-03-10`, async (page) => {
    await page.getByText('1 of 3 lines differs').waitFor();
    await page.getByRole('button', { name: '1 note' }).first().click();
    await page.getByText('President and CEO').first().waitFor();
  });
});
