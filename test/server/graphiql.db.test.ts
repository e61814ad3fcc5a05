import { expect, it } from 'vitest';
import { createGraphqlServer } from '../../src/server/graphql/index.ts';
import { createTestLedger } from '../support/test-ledger.ts';

it('GraphiQL comes whole from the server: its page loads nothing from another host', async () => {
  const { database } = await createTestLedger();
  const server = createGraphqlServer({ database });
  const answer = await server.fetch('http://localhost/graphql', {
    headers: { accept: 'text/html' },
  });
  const page = await answer.text();
  expect(page).toContain('insider-ledger');
  expect(page.length).toBeGreaterThan(1_000_000);
  expect(page.match(/<(?:script|link|img)\b[^>]{0,200}(?:src|href)="?https?:/g)).toBeNull();
});
