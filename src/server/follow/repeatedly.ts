import { Anomaly } from '../../values/index.ts';
import { Doorbell } from './doorbell.ts';
import { type PassingFault, passingFault } from './faults.ts';
import type { FollowListener } from './listener.ts';

/** How work is repeated. */
export interface Repetition {
  readonly once: boolean;
  readonly signal: AbortSignal;
  readonly listener: Pick<FollowListener, 'say'>;
  /** From the end of the work to its next beginning, in milliseconds. */
  readonly everyMs: number;
  /** Rung where it is to begin sooner. */
  readonly sooner: Doorbell;
  /** Starts the database again where that is this project's own. */
  readonly revive?: () => Promise<void>;
}

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 30_000;

/**
 * Does work on and on until the signal aborts. What passes by itself is said, once while it lasts, and
 * the work begun again, ever later; with `once`, and for whatever else, it fails.
 */
export async function repeatedly(
  work: () => Promise<void>,
  { once, signal, listener, everyMs, sooner, revive }: Repetition,
): Promise<void> {
  let failures = 0;
  let away: PassingFault['of'] | null = null;
  while (!signal.aborted) {
    try {
      if (away === 'database') await revive?.();
      await work();
      if (away !== null) listener.say('Going on.');
      failures = 0;
      away = null;
      if (once) return;
      await sooner.wait(everyMs, signal);
    } catch (cause) {
      if (signal.aborted) return;
      const fault = passingFault(cause);
      if (fault === null) throw cause;
      if (once) throw new Anomaly('Unavailable', fault.said, { cause });
      // How often EDGAR failed is told anew each time, what ails the database in other words.
      if (away !== fault.of) listener.say(`${fault.said} It is tried again until it works.`);
      away = fault.of;
      const pause = Math.min(FIRST_PAUSE_MS * 2 ** failures, LONGEST_PAUSE_MS);
      failures += 1;
      await new Doorbell().wait(pause, signal);
    }
  }
}
