import type { Exchange } from '../exchange.ts';
import type { OperationSpan, Tracing } from '../operators/index.ts';
import { outcomeOf } from './outcome.ts';
import type { ServerPlugin } from './plugin.ts';

/** Traces every operation, and each statement of a query beneath it. To come after the judging. */
export function useTracing(tracing: Tracing): ServerPlugin {
  const spans = new WeakMap<Exchange, OperationSpan>();
  return {
    onParse({ context: { exchange, req } }) {
      // A WebSocket has no request of its own for each operation.
      if (exchange.prepared === null || req === undefined) return;
      const span = tracing.operation(exchange.prepared.operation, req.headers);
      exchange.statement = span.statement;
      spans.set(exchange, span);
    },
    onResponse({ response, serverContext: { exchange } }) {
      const outcome = exchange && outcomeOf(exchange, response.status);
      if (outcome) spans.get(exchange)?.end(outcome);
    },
  };
}
