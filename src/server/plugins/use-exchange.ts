import type { IncomingMessage } from 'node:http';
import { beginExchange } from '../exchange.ts';
import type { ServerPlugin } from './plugin.ts';

/** Begins the exchange of each request and answers with its id, in `x-request-id`. */
export function useExchange(
  addressOf: (request: IncomingMessage) => string | undefined,
): ServerPlugin {
  return {
    onRequest({ request, serverContext }) {
      const { req, res } = serverContext;
      const { signal } = request;
      serverContext.exchange = beginExchange(req, { signal, address: addressOf(req) });
      res.setHeader('x-request-id', serverContext.exchange.requestId);
    },
  };
}
