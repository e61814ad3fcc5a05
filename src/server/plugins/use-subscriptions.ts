import { Anomaly } from '../../values/index.ts';
import type { Exchange } from '../exchange.ts';
import type { Execution } from '../execution/index.ts';
import { EventStream, type LiveResults, type Subscriptions } from '../subscriptions/index.ts';
import type { ServerPlugin } from './plugin.ts';

/** Opens subscriptions, which share their results, for clients that take a stream of events. */
export function useSubscriptions(subscriptions: Subscriptions, execution: Execution): ServerPlugin {
  /** As they were opened: Yoga wraps them, and each layer costs a promise an event. */
  const opened = new WeakMap<Exchange, LiveResults>();
  return {
    onSubscribe({ args: { contextValue }, setSubscribeFn }) {
      const { exchange, request } = contextValue;
      const { prepared } = exchange;
      if (prepared === null) return;
      if (request !== undefined && !request.headers.get('accept')?.includes(EVENT_STREAM)) {
        throw NO_STREAM;
      }
      setSubscribeFn(async () => {
        exchange.from = 'ledger';
        const context = execution.context(exchange);
        const results = await subscriptions.open(prepared, context, exchange.address);
        if (Symbol.asyncIterator in results) opened.set(exchange, results);
        return results;
      });
    },
    onResultProcess(processed) {
      const { res, exchange } = processed.serverContext;
      const results = opened.get(exchange);
      if (results === undefined) return;
      processed.setResultProcessor((_, { Response }) => {
        // Up to its end, instead of in chunks: a frame around each event would cost as much as the
        // event.
        res.removeHeader('transfer-encoding');
        return new Response(new EventStream(results) as never, { headers: HEADERS });
      }, EVENT_STREAM);
    },
  };
}

const EVENT_STREAM = 'text/event-stream';

const HEADERS = {
  'content-type': EVENT_STREAM,
  'cache-control': 'no-cache',
  'content-encoding': 'none',
  // nginx would hold events back otherwise.
  'x-accel-buffering': 'no',
} as const;

const NO_STREAM = new Anomaly(
  'Incorrect',
  'Subscriptions are answered as text/event-stream, or over WebSocket.',
);
