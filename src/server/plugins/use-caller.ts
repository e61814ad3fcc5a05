import { mapMaybePromise } from 'graphql-yoga';
import { Anomaly, type MaybePromise } from '../../values/index.ts';
import { type Callers, credentialsOf } from '../callers.ts';
import type { ServerContext } from '../exchange.ts';
import type { ServerPlugin } from './plugin.ts';
import type { RateLimit } from './rate-limit.ts';
import { refusal } from './refusal.ts';

/** Admits a request: knows its caller and counts it, by key or address, before its body is read. */
export function useCaller(callers: Callers, rate: RateLimit): ServerPlugin {
  return {
    onRequestParse({ serverContext }) {
      const refuse = (error: unknown): never => {
        // Its body is not read: the connection cannot carry another request.
        serverContext.res.setHeader('connection', 'close');
        throw refusal(error);
      };
      try {
        return mapMaybePromise(admit(serverContext, callers, rate), () => undefined, refuse);
      } catch (error) {
        return refuse(error);
      }
    },
  };
}

/** At once where no key has to be found and nothing is counted. */
function admit(
  { req, res, exchange }: ServerContext,
  callers: Callers,
  rate: RateLimit,
): MaybePromise<void> {
  return mapMaybePromise(callers.of(credentialsOf(req)), (caller) => {
    const client = caller.kind === 'key' ? `key ${caller.id}` : exchange.address;
    return mapMaybePromise(rate.take(client ?? null), (allowance) => {
      if (!allowance.allowed) {
        res.setHeader('retry-after', allowance.retryAfterS);
        throw new Anomaly('Busy', rate.refusal);
      }
      exchange.caller = caller;
    });
  });
}
