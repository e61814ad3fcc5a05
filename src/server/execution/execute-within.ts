import type { ExecutionResult } from 'graphql';
import { Anomaly } from '../../values/index.ts';

/** What an operation is executed within. */
export interface Bounds {
  /** After so long it is stopped. */
  readonly timeoutMs: number;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal?: AbortSignal | undefined;
  /** Stops what the operation has under way. */
  readonly stop: (reason: Error) => void;
}

/**
 * Executes an operation until it is done, too late, or nobody waits for it. What it does in the
 * database is stopped then. Unavailable where it was stopped.
 */
export function executeWithin(
  execute: () => ExecutionResult | Promise<ExecutionResult>,
  { timeoutMs, signal, stop }: Bounds,
): ExecutionResult | Promise<ExecutionResult> {
  const result = execute();
  if (!(result instanceof Promise)) return result;
  return new Promise((resolve, reject) => {
    const end = (reason: Error) => {
      settle();
      stop(reason);
      reject(reason);
    };
    const late = setTimeout(() => end(tooLate(timeoutMs)), timeoutMs);
    const left = () => end(gone());
    const settle = () => {
      clearTimeout(late);
      signal?.removeEventListener('abort', left);
    };
    signal?.addEventListener('abort', left);
    result.then(
      (value) => {
        settle();
        resolve(value);
      },
      (error) => {
        settle();
        reject(error);
      },
    );
  });
}

/** Why what nobody waits for is stopped, or never begun. */
export function gone(): Anomaly {
  return new Anomaly('Unavailable', 'Nobody waits for the answer any more.');
}

/** Says that an operation was stopped. */
export function tooLate(timeoutMs: number): Anomaly {
  return new Anomaly(
    'Unavailable',
    `The operation took longer than ${timeoutMs / 1_000} s and was stopped: ask for less at a time.`,
  );
}
