import { expect, it } from 'vitest';
import { EXAMPLE_OPERATIONS } from '../../src/server/example-operations.ts';
import { CLIENTS, startServer } from '../support/live-server.ts';
import { sampleDocuments } from '../support/samples.ts';
import { createTestLedger } from '../support/test-ledger.ts';

it('GraphiQL comes whole from the server: its page loads nothing from another host', async () => {
  const { database } = await createTestLedger();
  const { url } = await startServer(database);
  const page = await (await fetch(url, { headers: { accept: 'text/html' } })).text();
  expect(page).toContain('insider-ledger');
  expect(page.length).toBeGreaterThan(1_000_000);
  expect(page.match(/<(?:script|link|img)\b[^>]{0,200}(?:src|href)="?https?:/g)).toBeNull();
});

it('every tab of GraphiQL finds something in the samples', async () => {
  const { database, append } = await createTestLedger();
  await append(sampleDocuments());
  const { url } = await startServer(database);
  const client = CLIENTS['server-sent events'](url);
  for (const query of EXAMPLE_OPERATIONS) {
    for await (const { data, errors } of client.subscribe({ query })) {
      expect(errors).toBeUndefined();
      expect(Object.values(data ?? {})).toEqual([expect.any(Object)]);
      break;
    }
  }
  client.close();
});
