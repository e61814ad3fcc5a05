import type { Caller } from '../../schema/index.ts';
import { Anomaly, andThen } from '../../values/index.ts';
import { type Callers, credentialsOf } from '../callers.ts';
import type { ServerContext } from '../exchange.ts';
import type { ServerPlugin } from './plugin.ts';
import type { RateLimit } from './rate-limit.ts';
import { refusal } from './refusal.ts';

/** Admits a request: knows its caller and counts it, by key or address, before its body is read. */
export function useCaller(callers: Callers, rate: RateLimit): ServerPlugin {
  return {
    onRequestParse({ serverContext }) {
      try {
        const caller = callers.of(credentialsOf(serverContext.req));
        const admitted = andThen(caller, (known) => admit(serverContext, known, rate));
        if (!(admitted instanceof Promise)) return undefined;
        return admitted.catch((error: unknown) => refuse(error, serverContext));
      } catch (error) {
        return refuse(error, serverContext);
      }
    },
  };
}

/** At once where nothing is counted. */
function admit({ res, exchange }: ServerContext, caller: Caller, rate: RateLimit) {
  const client = caller.kind === 'key' ? `key ${caller.id}` : exchange.address;
  return andThen(rate.take(client ?? null), (allowance) => {
    if (!allowance.allowed) {
      res.setHeader('retry-after', allowance.retryAfterS);
      throw new Anomaly('Busy', rate.refusal);
    }
    exchange.caller = caller;
  });
}

function refuse(error: unknown, { res }: ServerContext): never {
  // Its body is not read: the connection cannot carry another request.
  res.setHeader('connection', 'close');
  throw refusal(error);
}
