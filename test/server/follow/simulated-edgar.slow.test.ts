import { it } from 'vitest';
import { simulate } from '../../support/simulated-edgar/simulate.ts';
import { createTestLedger } from '../../support/test-ledger.ts';

// The long form is `npm run test:follow`: sixty days by a hundred seeds.
const SEEDS = Number(process.env.FOLLOW_SEEDS ?? 2);
const FIRST_SEED = Number(process.env.FOLLOW_FIRST_SEED ?? 1);
const DAYS = Number(process.env.FOLLOW_DAYS ?? 25);

it.concurrent.for(Array.from({ length: SEEDS }, (_, at) => FIRST_SEED + at))(
  'whatever a simulated EDGAR does, and whenever followers are killed, nothing listed is lost: seed %i',
  { timeout: 1_800_000 },
  async (seed, { expect, onTestFinished }) => {
    const { adminUrl, serverUrl } = await createTestLedger(onTestFinished);
    const found = await simulate({
      seed,
      days: DAYS,
      perDay: 4,
      perSecond: 400,
      adminUrl,
      serverUrl,
    });
    console.info(`seed ${seed}: ${JSON.stringify(found)}`);
    expect(found.wrong).toEqual([]);
    expect(found.held + found.gaps).toBeGreaterThanOrEqual(found.listed);
    expect(found.kills).toBeGreaterThan(0);
  },
);
