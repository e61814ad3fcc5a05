import { LRUCache } from 'lru-cache';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { MaybePromise } from '../../values/index.ts';

/** How a client stands with its requests. */
export type Allowance =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly retryAfterS: number };

const ALLOWED: Allowance = { allowed: true };

/** Whose refusals are remembered at most. */
const MOST_REMEMBERED = 10_000;

/** Counts the requests of each client and minute, in this process. */
export class RateLimit {
  readonly #limiter: RateLimiterMemory | null;
  /** Until when a client is refused. */
  readonly #refused = new LRUCache<string, number>({ max: MOST_REMEMBERED });
  /** What a client who asks too often is answered. */
  readonly refusal: string;

  /** So many a minute; 0 for any number. */
  constructor(perMinute: number) {
    this.refusal = `A client may ask ${perMinute} times a minute.`;
    this.#limiter =
      perMinute === 0 ? null : new RateLimiterMemory({ points: perMinute, duration: 60 });
  }

  /** Counts a request of a client, which is a key or an address; null is not counted. */
  take(client: string | null): MaybePromise<Allowance> {
    if (this.#limiter === null || client === null) return ALLOWED;
    return this.#limiter.consume(client).then(
      () => ALLOWED,
      (error: unknown) => this.#note(client, error),
    );
  }

  /** How a client stands, without counting. */
  standing(client: string | null): Allowance {
    const left = client === null ? 0 : (this.#refused.get(client) ?? 0) - performance.now();
    return left > 0 ? { allowed: false, retryAfterS: Math.ceil(left / 1_000) } : ALLOWED;
  }

  #note(client: string, error: unknown): Allowance {
    if (!(error instanceof RateLimiterRes)) throw error;
    this.#refused.set(client, performance.now() + error.msBeforeNext);
    return { allowed: false, retryAfterS: Math.ceil(error.msBeforeNext / 1_000) };
  }
}
