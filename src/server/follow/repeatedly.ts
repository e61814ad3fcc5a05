import { Anomaly } from '../../values/index.ts';
import type { Away } from './away.ts';
import { Doorbell } from './doorbell.ts';
import { type PassingFault, passingFault } from './faults.ts';

/** How work is repeated. */
export interface Repetition {
  /** What it is called among the others. */
  readonly name: string;
  readonly once: boolean;
  readonly signal: AbortSignal;
  readonly away: Away;
  /** Called with each fault that passes. */
  readonly failed: (fault: PassingFault) => Promise<void>;
  /** From the end of the work to its next beginning, in milliseconds. */
  readonly everyMs: number;
  /** Rung where it is to begin sooner. */
  readonly sooner: Doorbell;
  /** Starts the database again where that is this project's own. */
  readonly revive?: () => Promise<boolean>;
}

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 30_000;

/**
 * Does work on and on until the signal aborts. What passes by itself is said, once while it lasts,
 * and the work begun again, ever later; with `once` it fails with Unavailable. It fails with
 * whatever else.
 */
export async function repeatedly(
  work: () => Promise<void>,
  { name, once, signal, away, failed, everyMs, sooner, revive }: Repetition,
): Promise<void> {
  let failures = 0;
  let last: PassingFault['of'] | null = null;
  while (!signal.aborted) {
    try {
      if (last === 'database') await revive?.();
      await work();
      away.works(name);
      failures = 0;
      last = null;
      if (once) return;
      await sooner.wait(everyMs, signal);
    } catch (cause) {
      if (signal.aborted) return;
      const fault = passingFault(cause);
      if (fault === null) throw cause;
      await failed(fault);
      if (once) throw new Anomaly('Unavailable', fault.said, { cause });
      away.met(name, fault);
      last = fault.of;
      const pause = Math.min(FIRST_PAUSE_MS * 2 ** failures, LONGEST_PAUSE_MS);
      failures += 1;
      await new Doorbell().wait(pause, signal);
    }
  }
}
