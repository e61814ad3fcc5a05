import { countPutOff, type EdgarFaultKind, openFollower } from '../../desk/index.ts';
import type { EdgarClient, Form } from '../../sources/index.ts';
import type { Anomaly } from '../../values/index.ts';
import type { IngestSummary } from '../ingest-documents.ts';
import type { RevivableDatabase } from '../patience.ts';
import { Away } from './away.ts';
import { Doorbell } from './doorbell.ts';
import { EdgarFaults } from './edgar-faults.ts';
import { passingFault } from './faults.ts';
import type { FollowListener } from './listener.ts';
import { FeedPoll } from './poll.ts';
import { Recovery } from './recovery.ts';
import { repeatedly } from './repeatedly.ts';
import { Taker } from './taker.ts';

/** What to follow, and how. */
export interface FollowOptions {
  readonly client: EdgarClient;
  readonly database: RevivableDatabase;
  readonly forms: readonly Form[];
  /** From the end of one poll of the feeds to the beginning of the next, in milliseconds. */
  readonly intervalMs: number;
  /** From one look at the daily indexes to the next, in milliseconds. */
  readonly recoverEveryMs: number;
  /** A day or filing is given up so many days after it was first looked at. */
  readonly giveUpDays: number;
  /** Everything once, instead of on and on. */
  readonly once: boolean;
  /** Ends it: the transaction that runs is finished, and nothing more is asked. */
  readonly signal: AbortSignal;
  readonly listener: FollowListener;
  /** Milliseconds since 1970; the clock of this process by default. */
  readonly now?: () => number;
}

/** What following came to. */
export interface FollowSummary extends IngestSummary {
  /**
   * Filings that EDGAR lists and did not give: those asked for again, and those given up just now.
   */
  readonly missing: number;
  /** Faults of EDGAR that were met. */
  readonly faults: number;
}

/** One of the things that are done over and over, beside the others. */
interface Loop {
  readonly name: string;
  readonly kind: EdgarFaultKind;
  readonly everyMs: number;
  readonly sooner: Doorbell;
  readonly work: () => Promise<void>;
}

/**
 * Takes filings into the ledger as EDGAR lists them, and those that it missed, until the signal
 * aborts. Each feed, the daily indexes, and what was put off are looked at each on their own: where
 * one fails, the others go on. While EDGAR or the database is away it says so and tries again. With
 * `once` it fails where the database does, or EDGAR in everything.
 */
export async function follow(options: FollowOptions): Promise<FollowSummary> {
  const { database, listener, now = Date.now } = options;
  const follower = openFollower(database);
  const faults = new EdgarFaults(database, listener, now);
  const taker = new Taker({ ...options, follower, faults, now });
  try {
    await runAll(options, loopsOf({ ...options, now }, taker, faults), faults);
    // Nothing is asked of a database that is away when the signal aborts.
    const putOff = await countPutOff(database.pool).catch((error: unknown) => {
      if (passingFault(error) === null) throw error;
      return 0;
    });
    return { ...taker.totals, missing: putOff + taker.givenUp, faults: faults.count };
  } finally {
    await follower.close();
  }
}

function loopsOf(
  options: FollowOptions & { readonly now: () => number },
  taker: Taker,
  faults: EdgarFaults,
): Loop[] {
  const { forms, intervalMs, recoverEveryMs, now } = options;
  const recovery = new Recovery(forms, { ...options, taker, faults });
  const gaps = new Doorbell();
  const feeds = forms.map((form): Loop => {
    const through = () => recovery.through(form);
    const feed = new FeedPoll(form, { ...options, taker, faults, through });
    const work = async () => {
      if ((await feed.poll()) === 'gap') gaps.ring();
    };
    const name = `the feed of Form ${form}`;
    return { name, kind: 'feed', everyMs: intervalMs, sooner: new Doorbell(), work };
  });
  return [
    ...feeds,
    {
      name: 'the daily indexes',
      kind: 'index',
      everyMs: recoverEveryMs,
      sooner: gaps,
      work: () => recovery.run(now()),
    },
    {
      name: 'what was put off',
      kind: 'submission',
      everyMs: intervalMs,
      sooner: new Doorbell(),
      work: () => taker.takeDue(),
    },
  ];
}

/** Runs all loops until they end; what one of them cannot go on after ends the others. */
async function runAll(
  { database: { revive }, listener, once, signal: ended }: FollowOptions,
  loops: readonly Loop[],
  faults: EdgarFaults,
): Promise<void> {
  const failed = new AbortController();
  const signal = AbortSignal.any([ended, failed.signal]);
  const away = new Away(listener);
  const misses: Anomaly[] = [];
  const run = async ({ work, kind, ...loop }: Loop) => {
    const count = ({ of, said }: { of: string; said: string }) =>
      of === 'EDGAR' ? faults.tally({ kind, said }) : Promise.resolve();
    const shared = {
      once,
      signal,
      away,
      failed: count,
      ...(revive === undefined ? {} : { revive }),
    };
    await repeatedly(work, { ...loop, ...shared }).catch((error: unknown) => {
      const fault = once ? passingFault(error) : null;
      if (fault?.of !== 'EDGAR') failed.abort(error);
      else misses.push(error as Anomaly);
    });
  };
  await Promise.all(loops.map(run));
  if (failed.signal.aborted) throw failed.signal.reason;
  // What was put off is nothing but the database's while none of it is due.
  if (misses.length >= loops.length - 1) throw misses[0];
  for (const said of new Set(misses.map(({ message }) => message))) listener.say(said);
}
