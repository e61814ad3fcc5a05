import type { IncomingMessage } from 'node:http';
import { beginExchange } from '../exchange.ts';
import type { ServerPlugin } from './plugin.ts';

/** Begins the exchange of each request and answers with its id, in `x-request-id`. */
export function useExchange(
  addressOf: (request: IncomingMessage) => string | undefined,
): ServerPlugin {
  return {
    onRequest({ serverContext }) {
      const { req, res } = serverContext;
      serverContext.exchange = beginExchange(req, { response: res, address: addressOf(req) });
      res.setHeader('x-request-id', serverContext.exchange.requestId);
    },
  };
}
