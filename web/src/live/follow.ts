import type { Client } from 'urql';
import { subscribe } from '../client/index.ts';
import {
  type EventFilter,
  HowFarDocument,
  LatestTradesDocument,
  type LatestTradesQueryVariables,
  type TradeFragment,
  TradesDocument,
} from '../graphql/index.ts';

/**
 * How the feed stands: it is being opened, events arrive as they are appended, or it has been lost.
 */
export type Standing = 'opening' | 'live' | 'lost';

/** The listener of the feed. */
export interface Listener {
  /** The latest that were there when the feed was opened, the newest first. */
  readonly began: (latest: readonly TradeFragment[]) => void;
  readonly arrived: (trade: TradeFragment) => void;
  readonly stands: (standing: Standing) => void;
}

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 5_000;
/** A connection may die without a word: the server is asked every so often whether it is there. */
const ASK_EVERY_MS = 3_000;

/**
 * Follows the transactions that pass a filter until it is aborted. A lost feed is opened again
 * after the last position received: nothing is missed, and nothing comes twice.
 */
export async function follow(
  client: Client,
  filter: EventFilter,
  { began, arrived, stands }: Listener,
  signal: AbortSignal,
): Promise<void> {
  let after: string | null = null;
  let wait = FIRST_WAIT_MS;
  stands('opening');
  while (!signal.aborted) {
    const lost = new AbortController();
    const stop = AbortSignal.any([signal, lost.signal]);
    const watch = setInterval(() => void isThere(client).catch(() => lost.abort()), ASK_EVERY_MS);
    try {
      if (after === null) {
        const latest = await readLatest(client, filter);
        after = latest.head;
        began(latest.trades);
      } else await isThere(client);
      stands('live');
      for await (const report of subscribe(TradesDocument, { filter, after }, stop)) {
        after = report.transactionReported.position;
        wait = FIRST_WAIT_MS;
        arrived(report.transactionReported);
      }
    } catch {
      // Whatever broke it, the feed is opened again.
    } finally {
      clearInterval(watch);
    }
    if (signal.aborted) return;
    stands('lost');
    await pause(wait, signal);
    wait = Math.min(2 * wait, LONGEST_WAIT_MS);
  }
}

/** What asks for the latest transactions that pass a filter. */
export function latestOf(filter: EventFilter): LatestTradesQueryVariables {
  return { filter: { ...filter, types: ['TRANSACTION_REPORTED'] } };
}

async function readLatest(client: Client, filter: EventFilter) {
  const { data, error } = await client.query(LatestTradesDocument, latestOf(filter), {
    requestPolicy: 'network-only',
  });
  if (data === undefined) throw error ?? new Error('There is no answer.');
  const trades = data.events.nodes.filter((node): node is TradeFragment => 'position' in node);
  return { head: data.ledger.projectedTo ?? null, trades: trades.reverse() };
}

async function isThere(client: Client): Promise<void> {
  const { error } = await client.query(HowFarDocument, {}, { requestPolicy: 'network-only' });
  if (error !== undefined) throw error;
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
