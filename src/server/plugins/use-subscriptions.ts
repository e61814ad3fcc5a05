import { Anomaly } from '../../values/index.ts';
import type { Execution } from '../execution/index.ts';
import type { Subscriptions } from '../subscriptions/index.ts';
import type { ServerPlugin } from './plugin.ts';

/** Opens subscriptions, which share their results, for clients that take a stream of events. */
export function useSubscriptions(subscriptions: Subscriptions, execution: Execution): ServerPlugin {
  return {
    onSubscribe({ args: { contextValue }, setSubscribeFn }) {
      const { exchange, request } = contextValue;
      const { prepared } = exchange;
      if (prepared === null) return;
      if (request !== undefined && !request.headers.get('accept')?.includes('text/event-stream')) {
        throw NO_STREAM;
      }
      setSubscribeFn(() => {
        exchange.from = 'ledger';
        return subscriptions.open(prepared, execution.context(exchange), exchange.address);
      });
    },
  };
}

const NO_STREAM = new Anomaly(
  'Incorrect',
  'Subscriptions are answered as text/event-stream, or over WebSocket.',
);
