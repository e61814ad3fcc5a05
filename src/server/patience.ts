import { setTimeout as sleep } from 'node:timers/promises';
import { type Database, databaseFault } from '../database/index.ts';

/** A database that can be brought back where it is this project's own. */
export interface RevivableDatabase extends Database {
  /** Whether it has died, as far as this process has heard. */
  readonly isLost?: () => boolean;
  /** Starts it again where it has died, and says whether it had. Unavailable where it cannot. */
  readonly revive?: () => Promise<boolean>;
}

/** A minute and a half in all: what a restart takes. */
const WAITS_MS = [500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000, 15_000, 15_000];

/** How long to be patient. */
export interface Patience {
  /** From one try to the next, in milliseconds. */
  readonly waits?: readonly number[];
  /** Aborted where the work is to be done no more: it fails as it did last. */
  readonly stop?: AbortSignal | undefined;
}

/**
 * Does something with the database that may be done twice; where the database fails in a way that
 * passes by itself, again, after a while. `say` gets one line for each such wait. Fails as the work
 * does, where that does not pass, or has not after ten tries.
 */
export async function patiently<T>(
  { revive }: RevivableDatabase,
  work: () => Promise<T>,
  say: (line: string) => void,
  { waits = WAITS_MS, stop }: Patience = {},
): Promise<T> {
  for (let tried = 0; ; tried += 1) {
    try {
      if (tried > 0) await revive?.();
      return await work();
    } catch (error) {
      const fault = databaseFault(error);
      const wait = waits[tried];
      if (fault?.passes !== true || wait === undefined || stop?.aborted) throw error;
      const turn = `${tried + 1} of ${waits.length}`;
      say(`${fault.what}; trying again in ${wait / 1_000} s (${turn}).`);
      await sleep(wait, undefined, stop === undefined ? {} : { signal: stop }).catch(
        () => undefined,
      );
      if (stop?.aborted) throw error;
    }
  }
}
