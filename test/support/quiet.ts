import type { Log } from '../../src/server/operators/index.ts';

/** A log that says nothing. */
export const QUIET: Log = {
  failed: () => undefined,
  noted: () => undefined,
  refused: () => undefined,
  answered: () => undefined,
};

/** A log of what fails alone. */
export function failuresTo(failed: Log['failed']): Log {
  return { ...QUIET, failed };
}
