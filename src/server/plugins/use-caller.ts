import { andThen } from '../../values/index.ts';
import { credentialsOf } from '../callers.ts';
import { admit, type Door, refusal } from '../door/index.ts';
import type { ServerContext } from '../exchange.ts';
import type { ServerPlugin } from './plugin.ts';

/** Admits a request: knows its caller and counts it, by key or address, before its body is read. */
export function useCaller(door: Door): ServerPlugin {
  return {
    onRequestParse({ serverContext }) {
      try {
        const { req, res, exchange } = serverContext;
        const arrival = {
          credentials: credentialsOf(req),
          address: exchange.address,
          retryAfter: (seconds: number) => res.setHeader('retry-after', seconds),
        };
        const admitted = andThen(admit(arrival, door), (caller) => {
          exchange.caller = caller;
        });
        if (!(admitted instanceof Promise)) return undefined;
        return admitted.catch((error: unknown) => refuse(error, serverContext));
      } catch (error) {
        return refuse(error, serverContext);
      }
    },
  };
}

function refuse(error: unknown, { res }: ServerContext): never {
  // Its body is not read: the connection cannot carry another request.
  res.setHeader('connection', 'close');
  throw refusal(error);
}
