import { Anomaly } from '../../values/index.ts';
import { type Callers, credentialsOf } from '../callers.ts';
import type { ServerPlugin } from './plugin.ts';
import type { RateLimit } from './rate-limit.ts';
import { refusal } from './refusal.ts';

/** Admits a request: knows its caller and counts it, by key or address, before its body is read. */
export function useCaller(callers: Callers, rate: RateLimit): ServerPlugin {
  return {
    async onRequestParse({ serverContext: { req, res, exchange } }) {
      try {
        const caller = await callers.of(credentialsOf(req));
        const client = caller.kind === 'key' ? `key ${caller.id}` : exchange.address;
        const allowance = await rate.take(client ?? null);
        if (!allowance.allowed) {
          res.setHeader('retry-after', allowance.retryAfterS);
          throw new Anomaly('Busy', rate.refusal);
        }
        exchange.caller = caller;
      } catch (error) {
        // Its body is not read: the connection cannot carry another request.
        res.setHeader('connection', 'close');
        throw refusal(error);
      }
    },
  };
}
