import type { EdgarClient, Form } from '../../sources/index.ts';
import type { IngestSummary } from '../ingest-documents.ts';
import type { RevivableDatabase } from '../patience.ts';
import { Absentees } from './absentees.ts';
import { Doorbell } from './doorbell.ts';
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
  /** Filings that EDGAR lists and did not have. */
  readonly missing: number;
}

/**
 * Takes filings into the ledger as EDGAR lists them, and those that it missed, until the signal aborts.
 * While EDGAR or the database is away it says so and tries again; with `once` it fails as they do.
 */
export async function follow(options: FollowOptions): Promise<FollowSummary> {
  const { client, database, listener, forms, once, now = Date.now } = options;
  const taker = new Taker({ client, database, listener, signal: options.signal });
  const absentees = new Absentees();
  const recovery = new Recovery(forms, { client, database, taker, absentees, listener });
  const feeds = forms.map((form) => ({
    form,
    feed: new FeedPoll(form, { client, taker, absentees, listener }),
  }));
  const gaps = new Doorbell();
  const poll = async () => {
    await askAgain({ taker, absentees, listener }, now());
    for (const { form, feed } of feeds) {
      const result = await feed.poll({ now, through: () => recovery.through(form) });
      if (result === 'gap') gaps.ring();
    }
  };
  const recover = () => recovery.run(now());
  // What one of the two cannot go on after ends the other.
  const failed = new AbortController();
  const signal = AbortSignal.any([options.signal, failed.signal]);
  const never = new Doorbell();
  const { revive } = database;
  const shared = { once, signal, listener, ...(revive === undefined ? {} : { revive }) };
  const loops = [
    repeatedly(poll, { ...shared, everyMs: options.intervalMs, sooner: never }),
    repeatedly(recover, { ...shared, everyMs: options.recoverEveryMs, sooner: gaps }),
  ];
  await Promise.all(loops.map((loop) => loop.catch((error) => failed.abort(error))));
  if (failed.signal.aborted) throw failed.signal.reason;
  return { ...taker.totals, missing: absentees.size };
}

/** Asks again for what was listed and not there, as far as its time has come. */
async function askAgain(
  { taker, absentees, listener }: { taker: Taker; absentees: Absentees; listener: FollowListener },
  now: number,
): Promise<void> {
  const due = absentees.due(now);
  if (due.length === 0) return;
  const { absent } = await taker.take(due);
  absentees.remove(due.filter((filing) => !absent.includes(filing)));
  for (const { form, path } of absentees.add(absent, now)) {
    listener.say(`Form ${form}, ${path}: not there after two hours; the daily index may have it.`);
  }
}
