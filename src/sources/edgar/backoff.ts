import type { Clock } from './clock.ts';
import type { TransientFault } from './fault.ts';

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;
/** Who asked too much is shut out for ten minutes: to ask sooner begins them anew. */
const FIRST_THROTTLED_PAUSE_MS = 15_000;
const LONGEST_THROTTLED_PAUSE_MS = 600_000;

/**
 * How long to wait before the next try, in milliseconds: as long as EDGAR said, ten minutes at
 * most; else twice as long with every try, the half of it by chance.
 */
export function pauseAfter(
  fault: TransientFault,
  tries: number,
  clock: Pick<Clock, 'random'>,
): number {
  if (fault.retryAfterMs !== null) {
    return Math.min(Math.max(fault.retryAfterMs, FIRST_PAUSE_MS), LONGEST_THROTTLED_PAUSE_MS);
  }
  const first = fault.isThrottle ? FIRST_THROTTLED_PAUSE_MS : FIRST_PAUSE_MS;
  const longest = fault.isThrottle ? LONGEST_THROTTLED_PAUSE_MS : LONGEST_PAUSE_MS;
  const pause = Math.min(first * 2 ** (tries - 1), longest);
  return Math.round(pause / 2 + (pause / 2) * clock.random());
}

/**
 * What a Retry-After header asks for, in seconds or as a date, in milliseconds; null where it asks
 * nothing.
 */
export function retryAfter(header: string | undefined, now: number): number | null {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1_000;
  const date = /^[A-Z][a-z]{2}, /.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
