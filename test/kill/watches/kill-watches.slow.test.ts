import { expect, test } from 'vitest';
import { createTestLedger } from '../../support/test-ledger.ts';
import { killWatches } from './kill-watches.ts';

test('senders and receivers killed at any moment lose nothing, keep order, and repeat under the same id; the long form is npm run test:kill:watch', async ({
  signal,
}) => {
  const { serverUrl } = await createTestLedger();
  const report = await killWatches({ kills: 10, seed: 7, serverUrl, signal });
  expect(report).toMatchObject({ lost: 0, outOfOrder: 0, wrong: 0 });
  expect(report.senders + report.receivers).toBe(10);
  expect(report.notices).toBeGreaterThan(30);
  expect(report.arrived).toBe(report.notices + report.repeats);
}, 600_000);
