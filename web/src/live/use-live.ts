import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import type { EventFilter, TradeFragment } from '../graphql/index.ts';
import { follow, type Standing } from './follow.ts';

/** What is shown of a feed. */
export interface Live {
  readonly standing: Standing;
  /** The newest first; null until it is known what there was before. */
  readonly trades: readonly TradeFragment[] | null;
  /** How many have arrived since the feed was opened. */
  readonly arrived: number;
}

/** So many are shown; a ledger may take thousands a second while it is being filled. */
const KEPT = 200;

const NOTHING: Live = { standing: 'opening', trades: null, arrived: 0 };

/** Follows the transactions that pass a filter for as long as the component stands. */
export function useLive(filter: EventFilter): Live {
  const client = useClient();
  const [live, setLive] = useState(NOTHING);
  const text = JSON.stringify(filter);
  useEffect(() => {
    const gone = new AbortController();
    let waiting: TradeFragment[] = [];
    // However many arrive in a moment, they are drawn once.
    const draw = () => {
      if (gone.signal.aborted || waiting.length === 0) return;
      const come = waiting.reverse();
      waiting = [];
      setLive(({ trades, arrived, standing }) => ({
        standing,
        trades: [...come, ...(trades ?? [])].slice(0, KEPT),
        arrived: arrived + come.length,
      }));
    };
    setLive(NOTHING);
    const listener = {
      began: (latest: readonly TradeFragment[]) =>
        setLive((before) => ({ ...before, trades: latest })),
      arrived: (trade: TradeFragment) => {
        if (waiting.push(trade) === 1) requestAnimationFrame(draw);
      },
      stands: (standing: Standing) => {
        if (!gone.signal.aborted) setLive((before) => ({ ...before, standing }));
      },
    };
    void follow(client, JSON.parse(text), listener, gone.signal);
    return () => gone.abort();
  }, [client, text]);
  return live;
}
