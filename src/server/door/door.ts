import type { Caller } from '../../schema/index.ts';
import { Anomaly, andThen, type MaybePromise } from '../../values/index.ts';
import { type Callers, type Credentials, presentsKey } from '../callers.ts';
import type { Allowance, RateLimit } from './rate-limit.ts';

/** Who may ask, and how often. */
export interface Door {
  readonly callers: Callers;
  readonly rate: RateLimit;
  /** Called where somebody is refused for a key that is none, or missing. Never with the key. */
  readonly refused: (refusal: Refusal) => void;
}

/** Why somebody was refused, and where from. */
export interface Refusal {
  readonly why: string;
  readonly address: string | undefined;
}

/** Somebody who comes in: what they say of themselves, and the address they are counted by. */
export interface Arrival {
  readonly credentials: Credentials;
  readonly address: string | undefined;
  /** Called with the seconds after which somebody may come again who came too often. */
  readonly retryAfter?: ((seconds: number) => void) | undefined;
}

/**
 * The caller, who is counted by key or address: at once where nothing is. Refuses whom it does not
 * know, who are counted by their address, and who asks too often.
 */
export function admit(arrival: Arrival, door: Door): MaybePromise<Caller> {
  const { callers, rate } = door;
  const { credentials, address } = arrival;
  const tries = address === undefined ? null : `refused ${address}`;
  // Guessing does not go on to the database.
  if (presentsKey(credentials)) allowed(rate.standing(tries), arrival, rate);
  const known = orElse(
    () => callers.of(credentials),
    (error) => {
      if (!(error instanceof Anomaly) || error.category !== 'Unauthenticated') throw error;
      door.refused({ why: error.message, address });
      return andThen(rate.take(tries), (allowance) => {
        allowed(allowance, arrival, rate);
        throw error;
      });
    },
  );
  return andThen(known, (caller) =>
    andThen(rate.take(clientOf(caller, address) ?? null), (allowance) => {
      allowed(allowance, arrival, rate);
      return caller;
    }),
  );
}

/** Counts a request of an address, whoever asks; undefined is not counted. Busy where too many. */
export function count(
  address: string | undefined,
  { rate }: Pick<Door, 'rate'>,
  retryAfter?: (seconds: number) => void,
): MaybePromise<void> {
  return andThen(rate.take(address ?? null), (allowance) =>
    allowed(allowance, { retryAfter }, rate),
  );
}

/** What a client is counted by: its key, or its address; undefined for this machine without one. */
export function clientOf(caller: Caller, address: string | undefined): string | undefined {
  return caller.kind === 'key' ? `key ${caller.id}` : address;
}

function allowed(
  allowance: Allowance,
  { retryAfter }: Pick<Arrival, 'retryAfter'>,
  { refusal }: RateLimit,
): void {
  if (allowance.allowed) return;
  retryAfter?.(allowance.retryAfterS);
  throw new Anomaly('Busy', refusal);
}

function orElse<Result>(
  work: () => MaybePromise<Result>,
  failed: (error: unknown) => MaybePromise<Result>,
): MaybePromise<Result> {
  try {
    const result = work();
    return result instanceof Promise ? result.catch(failed) : result;
  } catch (error) {
    return failed(error);
  }
}
