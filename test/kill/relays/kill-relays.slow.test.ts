import { expect, test } from 'vitest';
import { HAS_NATS } from '../../support/nats/nats-server.ts';
import { createTestLedger } from '../../support/test-ledger.ts';
import { killRelays } from './kill-relays.ts';

test.skipIf(!HAS_NATS)(
  'relays and their server killed at any moment leave the stream equal to the ledger, without a gap or a repeat; the long form is npm run test:relay',
  async ({ signal }) => {
    const { serverUrl } = await createTestLedger();
    const report = await killRelays({ relays: 8, servers: 3, seed: 7, serverUrl, signal });
    expect(report).toMatchObject({ missing: 0, repeated: 0, wrong: 0 });
    expect(report.events).toBeGreaterThan(100);
  },
  600_000,
);
