import { hash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { inventedForm4 } from '../schema/invented.ts';
import { insiderLedger } from '../support/command-line.ts';
import {
  describeExplorer,
  itSuitsEverybody,
  openExplorer,
  openTab,
  startExplorer,
} from '../support/explorer.ts';
import { sampleDocuments } from '../support/samples.ts';
import { startServerProcess } from '../support/server-process.ts';
import { createTestLedger } from '../support/test-ledger.ts';

/** A Form 4 of one line by an owner of its own name, as a file of a folder of its own. */
async function filingOf(
  name: string,
  line: { code?: string; shares?: string; price?: string } = {},
) {
  const number = Number.parseInt(hash('sha1', name).slice(0, 5), 16);
  const text = inventedForm4({
    period: '2023-05-02',
    signedOn: '2023-05-03',
    owners: [{ cik: String(9_000_000_000 + number), name }],
    lines: [{ code: 'P', shares: '100', price: '2.5', after: '1000', ...line }],
  });
  const folder = await mkdtemp(join(tmpdir(), 'insider-ledger-live-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, `0009000901-23-${String(number).padStart(7, '0').slice(-6)}.xml`);
  await writeFile(path, text);
  return path;
}

async function ingestByAnotherProcess(databaseUrl: string, path: string): Promise<void> {
  const { status, stderr } = await insiderLedger(['ingest', path], { DATABASE_URL: databaseUrl });
  expect([status, stderr]).toEqual([0, expect.anything()]);
}

describeExplorer('the live view', () => {
  it('begins with the latest transactions, and shows one that another process submits', async () => {
    const explorer = await startExplorer();
    const page = await openTab();
    await page.goto(`${explorer.origin}/live`);
    await page.getByText('Live. 0 arrived').waitFor();
    expect(await page.getByRole('row').count()).toBeGreaterThan(10);
    expect(await page.getByRole('link', { name: 'Quillon Arda' }).count()).toBe(0);
    await ingestByAnotherProcess(explorer.adminUrl, await filingOf('Quillon Arda'));
    const row = page.getByRole('row').nth(1);
    await row.getByRole('link', { name: 'Quillon Arda' }).waitFor();
    expect(await row.innerText()).toMatch(
      /2023-05-02[\s\S]*Quenby Valves Inc[\s\S]*\$2\.5\s+\$250/,
    );
    await page.getByText('Live. 1 arrived').waitFor();
  });

  it('goes on where it was after the server is killed and started again, and says so meanwhile', async () => {
    const { adminUrl, append } = await createTestLedger();
    await append(sampleDocuments());
    const first = await startServerProcess(adminUrl);
    const page = await openTab();
    await page.goto(new URL('/live', first.url).href);
    await page.getByText('Live. 0 arrived').waitFor();
    first.kill('SIGKILL');
    await first.ended;
    await page.getByText('Connection lost. Reconnecting').waitFor();
    await ingestByAnotherProcess(adminUrl, await filingOf('Meanwhile Mira'));
    const second = await startServerProcess(adminUrl, { PORT: new URL(first.url).port });
    await page.getByRole('link', { name: 'Meanwhile Mira' }).waitFor();
    await page.getByText('Live. 1 arrived').waitFor();
    await ingestByAnotherProcess(adminUrl, await filingOf('Afterwards Ansel'));
    await page.getByRole('link', { name: 'Afterwards Ansel' }).waitFor();
    expect(await page.getByRole('link', { name: 'Meanwhile Mira' }).count()).toBe(1);
    expect(second.url).toBe(first.url);
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
    await page.getByRole('link', { name: 'Large Lioba' }).waitFor();
    expect(await page.getByRole('link', { name: /Bought Borea|Small Sverre/ }).count()).toBe(0);
    expect(await page.getByRole('checkbox', { name: /^S / }).isChecked()).toBe(true);
    expect(await page.getByLabel('Worth at least, USD').inputValue()).toBe('1000');
  });

  it('takes the filter by keyboard, and keeps it in the address', async () => {
    const { page } = await openExplorer('/live');
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
