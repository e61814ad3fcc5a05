import { Registry } from 'prom-client';
import { expect, it } from 'vitest';
import { registerEdgarMetrics } from '../../src/server/edgar-metrics.ts';
import { readiness } from '../../src/server/operators/index.ts';
import { EVENING, following } from '../support/edgar/following.ts';
import { inventedListing } from '../support/edgar/listed-filing.ts';
import { startEdgarServer } from '../support/edgar-server.ts';
import { createTestLedger } from '../support/test-ledger.ts';

it('faults, gaps and silence of a follower are seen by the metrics and /ready of any server', async () => {
  const { database } = await createTestLedger();
  const registry = new Registry();
  registerEdgarMetrics(database, registry);
  expect(await readiness(database)).toEqual({ ready: true, head: '0' });
  const server = await startEdgarServer({
    filings: [inventedListing(1), inventedListing(2, { text: null })],
    indexedThrough: '2024-05-05',
  });
  server.fail(/type=3/, { kind: 'status', status: 404 });
  const run = following(server, database, { once: true, forms: ['3', '4'] });
  expect(await run.ended).toMatchObject({ missing: 1, faults: 2 });
  const lines = (await registry.metrics()).split('\n');
  for (const line of [
    'insider_ledger_edgar_faults_total{kind="feed"} 1',
    'insider_ledger_edgar_faults_total{kind="submission"} 1',
    'insider_ledger_edgar_gaps{of="filing",state="waiting"} 1',
    'insider_ledger_edgar_gaps{of="filing",state="given_up"} 0',
    `insider_ledger_edgar_feed_seen_timestamp_seconds{form="4"} ${EVENING / 1_000}`,
  ]) {
    expect(lines).toContain(line);
  }
  const at = new Date(EVENING).toISOString();
  expect(await readiness(database)).toMatchObject({
    ready: true,
    following: [{ form: '4', polledAt: at, seenAt: at, silentSince: at }],
  });
});
