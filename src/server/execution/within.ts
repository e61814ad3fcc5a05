import type { ServerResponse } from 'node:http';
import { Anomaly } from '../../values/index.ts';

/** What an operation is executed within. */
export interface Bounds {
  /** After so long it is stopped. */
  readonly timeoutMs: number;
  /** Closed before it is finished when nobody waits for the answer any more. */
  readonly response?: ServerResponse | undefined;
  /** What the operation has under way in the database. */
  readonly queries: { cancel(reason: Error): void };
}

/**
 * The result of an operation, unless that comes too late, or nobody waits for it: what it does in
 * the database is stopped then, and it rejects as Unavailable.
 */
export function within<Result>(
  result: Promise<Result>,
  { timeoutMs, response, queries }: Bounds,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      stop(queries, tooLate(timeoutMs), reject);
    }, timeoutMs);
    const closed = () => {
      if (response?.writableFinished !== true) stop(queries, gone(), reject);
    };
    response?.once('close', closed);
    // One response may answer for several operations.
    const settled = () => {
      clearTimeout(late);
      response?.off('close', closed);
    };
    result.then(
      (value) => {
        settled();
        resolve(value);
      },
      (error) => {
        settled();
        reject(error);
      },
    );
  });
}

function stop(queries: Bounds['queries'], reason: Error, reject: (reason: Error) => void): void {
  queries.cancel(reason);
  reject(reason);
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
