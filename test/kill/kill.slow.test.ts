import { expect, test } from 'vitest';
import { killIngests } from './kill-ingests.ts';

test('an ingest killed at any moment, or whose PostgreSQL is, goes on without loss; the long form is npm run test:kill', async ({
  signal,
}) => {
  const report = await killIngests({ process: 6, postgres: 2, count: 600, seed: 6, signal });
  expect(report).toMatchObject({ process: 6, postgres: 2, faults: [] });
  expect(report.inTransaction).toBeGreaterThan(0);
}, 600_000);
