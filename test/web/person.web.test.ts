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
import { heldLines, timeSlider, timesOf } from '../support/person-page.ts';
import { openTimes, timeField } from '../support/time-field.ts';

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

describeExplorer('the view of a person', () => {
  it('says who somebody is, with EDGAR’s page and the graph around them', async () => {
    const { page } = await openExplorer(`/person/${VARNHAGEL}?asOf=2023-03-07&knownAt=2023-03-10`);
    await page.getByRole('heading', { level: 1, name: 'Imre T Varnhagel' }).waitFor();
    await expect.poll(() => page.title()).toBe('Imre T Varnhagel · insider-ledger');
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
    await expect.poll(() => heldLines(page)).toEqual(['directly 47,369', 'By ESOP Trust 1,648']);
    await page.goto(`${person}?asOf=2023-03-07`);
    await expect.poll(() => heldLines(page)).toEqual(['directly 110,785', 'By ESOP Trust 4,534']);
    await page.goto(`${person}?asOf=2016-12-31&knownAt=2017-01-31`);
    await page.getByText('Nothing was known then. Now 2 lines are known.').waitFor();
    expect(await heldLines(page)).toEqual([
      'directly not known then now known: 47,369',
      'By ESOP Trust not known then now known: 1,648',
    ]);
  });

  it('shows what was believed then, and how what is known now differs', async () => {
    const { page } = await openExplorer(`/person/${VARNHAGEL}?asOf=2023-03-07&knownAt=2023-03-10`);
    await page.getByText('1 of 3 lines differs from what is known now.').waitFor();
    expect(await heldLines(page)).toEqual([
      'directly 155,000 now known: 155,500',
      'By Trust 40,000',
      'By Trust 25,000',
    ]);
    await openTimes(page);
    await page.getByRole('button', { name: 'Known at: Now' }).click();
    await expect
      .poll(() => heldLines(page))
      .toEqual(['directly 155,500', 'By Trust 40,000', 'By Trust 25,000']);
    expect(await page.getByText('now known').count()).toBe(0);
    expect(timesOf(page)).toEqual(['2023-03-07', null]);
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
    expect(await page.getByRole('term').filter({ hasText: 'nature' }).textContent()).toBe(
      'F3 of nature',
    );
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
    // The only derivative is folded beside the shares.
    await page.getByRole('button', { name: '1 derivative, 300,000' }).click();
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
    await openTimes(page);
    await timeSlider(page, 'As of').press('ArrowRight');
    await page.getByText('On 2024-04-30: none of these holds.').waitFor();
    await timeField(page, 'Known at').fill('2023-10-01');
    await page.getByText('No filing known then says').waitFor();
  });

  it('is restored by its address in another tab', async () => {
    const explorer = await startExplorer();
    const page = await openTab();
    await page.goto(`${explorer.origin}/person/${VARNHAGEL}`);
    await openTimes(page);
    await timeField(page, 'As of').fill('2023-03-07');
    await timeField(page, 'Known at').fill('2023-03-10');
    await expect.poll(() => timesOf(page)).toEqual(['2023-03-07', '2023-03-10']);
    const other = await openTab();
    await other.goto(page.url());
    await other.getByText('1 of 3 lines differs from what is known now.').waitFor();
    expect((await heldLines(other))[0]).toBe('directly 155,000 now known: 155,500');
    await other.getByText('Held on 7 Mar 2023, as known on 10 Mar 2023').waitFor();
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
    const answered = new Promise<void>((resolve) => {
      fail = resolve;
    });
    let failures = 1;
    await page.route('**/graphql', async (route) => {
      if (failures === 0 || !route.request().postData()?.includes('PersonHoldings')) {
        return route.continue();
      }
      failures -= 1;
      await answered;
      return route.abort();
    });
    await page.goto(`${explorer.origin}/person/${VARNHAGEL}?asOf=2023-03-07`);
    const panel = page.getByRole('region', { name: 'Holdings', exact: true });
    await panel.getByText('Loading …').waitFor();
    fail();
    await panel.getByRole('alert').getByText('The server does not answer.').waitFor();
    await panel.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => heldLines(page)).toContain('directly 155,500');
  });

  itSuitsEverybody(`/person/${VARNHAGEL}?asOf=2023-03-07&knownAt=2023-03-10`, async (page) => {
    await page.getByText('1 of 3 lines differs').waitFor();
    await page.getByRole('button', { name: '1 note' }).first().click();
    await page.getByText('President and CEO').first().waitFor();
  });
});
