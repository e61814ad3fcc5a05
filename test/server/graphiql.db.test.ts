import { expect, it } from 'vitest';
import { startServer } from '../support/live-server.ts';
import { createTestLedger } from '../support/test-ledger.ts';

it('GraphiQL comes whole from the server: its page loads nothing from another host', async () => {
  const { database } = await createTestLedger();
  const { url } = await startServer(database);
  const page = await (await fetch(url, { headers: { accept: 'text/html' } })).text();
  expect(page).toContain('insider-ledger');
  expect(page.length).toBeGreaterThan(1_000_000);
  expect(page.match(/<(?:script|link|img)\b[^>]{0,200}(?:src|href)="?https?:/g)).toBeNull();
});
