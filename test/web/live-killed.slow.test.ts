import { expect, it } from 'vitest';
import { describeExplorer, openTab } from '../support/explorer.ts';
import { sampleDocuments } from '../support/samples.ts';
import { startServerProcess } from '../support/server-process.ts';
import { filingOf, ingestByAnotherProcess } from '../support/submitted-elsewhere.ts';
import { createTestLedger } from '../support/test-ledger.ts';

describeExplorer('the live view', () => {
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
    await page.getByRole('link', { name: /Mira/ }).waitFor();
    await page.getByText('Live. 1 arrived').waitFor();
    await ingestByAnotherProcess(adminUrl, await filingOf('Afterwards Ansel'));
    await page.getByRole('link', { name: /^Ansel / }).waitFor();
    expect(await page.getByRole('link', { name: /Mira/ }).count()).toBe(1);
    expect(second.url).toBe(first.url);
  });
});
