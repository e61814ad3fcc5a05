import type { ExecutionResult } from 'graphql';
import { Anomaly } from '../../../values/index.ts';

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
    const gone = () => end(new Anomaly('Unavailable', 'Nobody waits for the answer any more.'));
    const settle = () => {
      clearTimeout(late);
      signal?.removeEventListener('abort', gone);
    };
    signal?.addEventListener('abort', gone);
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

/** Says that an operation was stopped. */
export function tooLate(timeoutMs: number): Anomaly {
  return new Anomaly(
    'Unavailable',
    `The operation took longer than ${timeoutMs / 1_000} s and was stopped: ask for less at a time.`,
  );
}
