import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Caller } from '../../schema/index.ts';
import { Anomaly, andThen, type MaybePromise } from '../../values/index.ts';
import { type Callers, credentialsOf } from '../callers.ts';
import type { ServerContext } from '../exchange.ts';
import type { ServerPlugin } from './plugin.ts';
import type { RateLimit } from './rate-limit.ts';
import { refusal } from './refusal.ts';

/** Who may ask, and how often. */
export interface Door {
  readonly callers: Callers;
  readonly rate: RateLimit;
}

/** Admits a request: knows its caller and counts it, by key or address, before its body is read. */
export function useCaller(door: Door): ServerPlugin {
  return {
    onRequestParse({ serverContext }) {
      try {
        const { req, res, exchange } = serverContext;
        const admitted = andThen(admit({ req, res, address: exchange.address }, door), (caller) => {
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

/** A request, and the address that it is counted by. */
interface Arrival {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  readonly address: string | undefined;
}

/**
 * The caller of a request, who is counted: at once where nothing is. Refuses whom it does not know,
 * and who asks too often.
 */
export function admit(
  { req, res, address }: Arrival,
  { callers, rate }: Door,
): MaybePromise<Caller> {
  return andThen(callers.of(credentialsOf(req)), (caller) => {
    const client = caller.kind === 'key' ? `key ${caller.id}` : address;
    return andThen(rate.take(client ?? null), (allowance) => {
      if (allowance.allowed) return caller;
      res.setHeader('retry-after', allowance.retryAfterS);
      throw new Anomaly('Busy', rate.refusal);
    });
  });
}

function refuse(error: unknown, { res }: ServerContext): never {
  // Its body is not read: the connection cannot carry another request.
  res.setHeader('connection', 'close');
  throw refusal(error);
}
