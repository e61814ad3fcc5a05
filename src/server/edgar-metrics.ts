import { Counter, Gauge, type Registry } from 'prom-client';
import type { Database } from '../database/index.ts';
import { countEdgarFaults, countGaps, type FeedState, feedStates } from '../desk/index.ts';

/**
 * Registers what the ledger knows of following EDGAR, over all processes that follow: faults by
 * kind, gaps by what they are of, and how old the newest filing of each feed is. Each is read when
 * it is asked for.
 */
export function registerEdgarMetrics({ pool }: Pick<Database, 'pool'>, registry: Registry): void {
  const registers = [registry];
  const prefix = 'insider_ledger_edgar_';
  new Counter({
    name: `${prefix}faults_total`,
    help: 'Faults of EDGAR that followers met, by kind.',
    labelNames: ['kind'],
    registers,
    async collect() {
      this.reset();
      for (const { kind, count } of await countEdgarFaults(pool)) this.inc({ kind }, count);
    },
  });
  new Gauge({
    name: `${prefix}gaps`,
    help: 'Filings and days that EDGAR lists and the ledger lacks: waiting, or given up.',
    labelNames: ['of', 'state'],
    registers,
    async collect() {
      for (const { of, state, count } of await countGaps(pool)) this.set({ of, state }, count);
    },
  });
  new Gauge({
    name: `${prefix}feed_seen_timestamp_seconds`,
    help: 'When the feed of a form last listed a filing.',
    labelNames: ['form'],
    registers,
    async collect() {
      for (const { form, seenAt } of await feedStates(pool)) {
        if (seenAt !== null) this.set({ form }, Date.parse(seenAt) / 1_000);
      }
    },
  });
}

/** After so long without a filing a feed counts as silent. */
const SILENT_AFTER_MS = 3_600_000;

/** What following has seen of a form's feed. */
export interface FollowingState extends Omit<FeedState, 'since'> {
  /** Since when nothing was seen, where that is over an hour; null otherwise. */
  readonly silentSince: FeedState['seenAt'];
}

/** What following has seen, by form; empty where this ledger was never followed. */
export async function followingState(
  { pool }: Pick<Database, 'pool'>,
  now: number = Date.now(),
): Promise<FollowingState[]> {
  return (await feedStates(pool)).map(({ form, polledAt, seenAt }) => {
    const last = seenAt ?? polledAt;
    const isSilent = now - Date.parse(last) > SILENT_AFTER_MS;
    return { form, polledAt, seenAt, silentSince: isSilent ? last : null };
  });
}
