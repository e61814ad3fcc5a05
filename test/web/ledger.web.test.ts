import { expect, it } from 'vitest';
import { ledgerPositions } from '../../src/ledger/index.ts';
import {
  describeExplorer,
  expectAccessible,
  expectNoSidewaysScroll,
  openExplorer,
} from '../support/explorer.ts';

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

  it.each([360, 1920])(
    'has nothing serious for axe and no sideways scroll at %d px',
    async (width) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        const { page } = await openExplorer('/ledger', {
          viewport: { width, height: 800 },
          colorScheme,
        });
        await page.getByText('Hash before it', { exact: true }).waitFor();
        await expectAccessible(page);
        await expectNoSidewaysScroll(page);
      }
    },
  );
});
