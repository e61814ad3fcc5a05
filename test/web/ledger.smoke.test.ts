import { expect, it } from 'vitest';
import { ledgerPositions } from '../../src/reads/index.ts';
import { describeExplorer, itSuitsEverybody, openExplorer } from '../support/explorer.ts';

describeExplorer('the view of the ledger', () => {
  it('says the head’s position and hash, what the ledger holds, and how to verify it', async () => {
    const { page, explorer } = await openExplorer('/ledger');
    const { head } = await ledgerPositions(explorer.database.pool);
    const { rows } = await explorer.database.pool.query<{ hash: string }>(
      "SELECT encode(hash, 'hex') AS hash FROM ledger_event ORDER BY position DESC LIMIT 1",
    );
    await page.getByText(rows[0]?.hash ?? 'no hash').waitFor();
    await page.getByText(`hold every event, up to position ${head}`).waitFor();
    expect(await page.getByText('insider-ledger verify').count()).toBe(1);
  });

  itSuitsEverybody('/ledger', (page) =>
    page.getByText('Hash before it', { exact: true }).waitFor(),
  );
});
