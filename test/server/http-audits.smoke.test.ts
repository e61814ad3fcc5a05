import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LiveServer, startServer } from '../support/live-server.ts';
import { createTestLedger } from '../support/test-ledger.ts';

let server: LiveServer;

beforeAll(async () => {
  const { database } = await createTestLedger(afterAll);
  server = await startServer(database, {}, afterAll);
});

describe('the running server passes every audit of the GraphQL over HTTP specification', () => {
  const audits = serverAudits({ url: () => server.url });
  it.each(audits.map((audit) => ({ name: audit.name, audit })))('$name', async ({ audit }) => {
    // 'warn' would be a SHOULD that is not kept, 'notice' a MAY.
    expect(await audit.fn()).toMatchObject({ status: 'ok' });
  });
});
