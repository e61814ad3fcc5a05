import { setTimeout as sleep } from 'node:timers/promises';
import { Random } from '../../../src/server/demo/index.ts';
import type { LedgerOfStandbys } from './ledger-of-standbys.ts';

/** What became of reads. */
export interface HurtReads {
  readonly reads: number;
  /** Answers that lack a position that was wanted, or that they say to have. */
  stale: number;
  /** Answers that are neither data nor an error of the ledger being away. */
  wrong: number;
  /** Answers that say that the ledger is away. */
  failed: number;
}

interface Plan {
  readonly reads: number;
  /** How often a standby is hurt meanwhile. */
  readonly hurts: number;
  readonly seed: number;
}

const AT_ONCE = 8;
const QUERY = '{ ledger { projectedTo } }';

/**
 * Reads while filings are appended and standbys are stopped where they stand, killed and started
 * again. Each read wants what was appended last.
 */
export async function readWhileHurt(ledger: LedgerOfStandbys, plan: Plan): Promise<HurtReads> {
  const random = new Random(plan.seed);
  const result: HurtReads = { reads: plan.reads, stale: 0, wrong: 0, failed: 0 };
  let appended = await ledger.append(1);
  let left = plan.reads;
  const reader = async () => {
    while (left > 0) {
      left -= 1;
      const wanted = appended;
      const { position, body } = await ledger.ask(QUERY, { 'x-min-position': String(wanted) });
      const held = body.data?.ledger?.projectedTo;
      if (held !== undefined) {
        if (BigInt(held) < wanted || BigInt(held) < BigInt(position || 0)) result.stale += 1;
      } else if (body.errors?.every(({ extensions }) => extensions.code === 'UNAVAILABLE')) {
        result.failed += 1;
      } else result.wrong += 1;
    }
  };
  const writer = async () => {
    while (left > 0) {
      appended = await ledger.append(1);
      await sleep(20);
    }
  };
  const hurter = async () => {
    const each = Math.floor(plan.reads / (plan.hurts + 1));
    for (let hurt = 1; hurt <= plan.hurts && left > 0; hurt += 1) {
      while (left > plan.reads - hurt * each) await sleep(10);
      const standby = random.pick(ledger.standbys);
      if (random.chance(500)) {
        await standby.freeze();
        await sleep(1_500);
        await standby.thaw();
      } else {
        await standby.kill();
        await sleep(500);
        await standby.restart();
      }
    }
  };
  await Promise.all([writer(), hurter(), ...Array.from({ length: AT_ONCE }, reader)]);
  return result;
}
