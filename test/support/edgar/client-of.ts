import { onTestFinished } from 'vitest';
import {
  type Clock,
  createEdgarClient,
  type EdgarClient,
  type EdgarClientOptions,
  type EdgarRetry,
} from '../../../src/sources/edgar/index.ts';

/** A client of the fixture EDGAR, with a clock that waits for nothing. */
export interface TestedClient {
  readonly client: EdgarClient;
  /** The tries that failed and were made again. */
  readonly retries: EdgarRetry[];
  /** For how long the pace was held, in milliseconds. */
  readonly holds: number[];
  /** How many turns were taken. */
  readonly turns: () => number;
  /** Lets time pass. */
  readonly pass: (milliseconds: number) => void;
}

/** The moment at which such a clock begins. */
export const BEGINNING = Date.parse('2024-05-06T12:00:00Z');

/** A client of a server by its address. */
export function clientOf(url: string, options: Partial<EdgarClientOptions> = {}): TestedClient {
  let now = BEGINNING;
  let turns = 0;
  const retries: EdgarRetry[] = [];
  const holds: number[] = [];
  const clock: Clock = {
    now: () => now,
    sleep: async (milliseconds, signal) => {
      signal?.throwIfAborted();
      now += milliseconds;
    },
    random: () => 0.5,
  };
  const client = createEdgarClient({
    userAgent: 'Invented Reader reader@example.org',
    pace: {
      turn: async () => {
        turns += 1;
      },
      hold: async (milliseconds) => {
        holds.push(milliseconds);
      },
    },
    hosts: { www: url, data: url },
    clock,
    retrying: (retry) => retries.push(retry),
    ...options,
  });
  onTestFinished(() => client.close());
  return {
    client,
    retries,
    holds,
    turns: () => turns,
    pass(milliseconds) {
      now += milliseconds;
    },
  };
}
