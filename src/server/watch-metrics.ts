import { Counter, Gauge, type Registry } from 'prom-client';
import type { Database } from '../database/index.ts';
import { countWatches } from '../desk/index.ts';

/**
 * Registers what is known of watches, over all processes: how many there are, by what they are at,
 * and what was sent. Each is read when it is asked for.
 */
export function registerWatchMetrics({ pool }: Pick<Database, 'pool'>, registry: Registry): void {
  const registers = [registry];
  const prefix = 'insider_ledger_watch';
  new Gauge({
    name: `${prefix}es`,
    help: 'Watches: active, paused or of an ended key; failing and behind are active ones.',
    labelNames: ['state'],
    registers,
    async collect() {
      const { active, paused, failing, behind } = await countWatches(pool);
      for (const [state, count] of Object.entries({ active, paused, failing, behind })) {
        this.set({ state }, count);
      }
    },
  });
  new Counter({
    name: `${prefix}_deliveries_total`,
    help: 'Attempts to send, of the watches that there are, by outcome.',
    labelNames: ['outcome'],
    registers,
    async collect() {
      const { sent, failed } = await countWatches(pool);
      this.reset();
      this.inc({ outcome: 'accepted' }, Number(sent));
      this.inc({ outcome: 'failed' }, Number(failed));
    },
  });
  new Gauge({
    name: `${prefix}_dead_letters`,
    help: 'Notices that were given up after many attempts.',
    registers,
    async collect() {
      this.set((await countWatches(pool)).deadLetters);
    },
  });
}
