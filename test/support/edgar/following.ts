import { expect, onTestFinished } from 'vitest';
import type { Database } from '../../../src/database/index.ts';
import { openPace } from '../../../src/desk/index.ts';
import { type FollowSummary, follow } from '../../../src/server/follow/index.ts';
import type { RejectedFile } from '../../../src/server/ingest-documents.ts';
import { type Clock, createEdgarClient } from '../../../src/sources/edgar/index.ts';
import type { Pace } from '../../../src/sources/index.ts';
import type { EdgarServer } from '../edgar-server.ts';

/** Following that goes on until it is ended, or the test is. */
export interface Following {
  /** Ends it. */
  end(): Promise<FollowSummary>;
  /** What it comes to by itself, with `once`. */
  readonly ended: Promise<FollowSummary>;
  /** The lines that it said. */
  readonly said: string[];
  readonly rejected: RejectedFile[];
}

/** A pace that waits for nothing. */
const NO_PACE: Pace = { turn: async () => undefined, hold: async () => undefined };

/** Waits that are over at once, for a client whose tries fail. */
const HURRIED: Clock = {
  now: () => Date.now(),
  sleep: async (_, signal) => {
    signal?.throwIfAborted();
  },
  random: () => 0,
};

/** The evening of the day of the invented filings, in New York. */
export const EVENING = Date.parse('2024-05-06T23:30:00Z');

/** Follows a fixture EDGAR into a ledger. */
export function following(
  server: Pick<EdgarServer, 'url'>,
  database: Database,
  options: Partial<Parameters<typeof follow>[0]> & { readonly perSecond?: number } = {},
): Following {
  const closing = new AbortController();
  const said: string[] = [];
  const rejected: RejectedFile[] = [];
  const { perSecond, ...rest } = options;
  const client = createEdgarClient({
    userAgent: 'Invented Reader reader@example.org',
    pace: perSecond === undefined ? NO_PACE : openPace(database, { perSecond }),
    hosts: { www: server.url, data: server.url },
    clock: HURRIED,
    signal: closing.signal,
    silenceMs: 2_000,
  });
  const ended = follow({
    client,
    database,
    forms: ['4'],
    intervalMs: 50,
    recoverEveryMs: 3_600_000,
    giveUpDays: 14,
    once: false,
    signal: closing.signal,
    now: () => EVENING,
    listener: {
      taken: () => undefined,
      rejected: (file) => rejected.push(file),
      say: (line) => said.push(line),
    },
    ...rest,
  }).finally(() => client.close());
  // The caller handles the rejection; a test that fails before has nobody who does.
  ended.catch(() => undefined);
  const end = () => {
    closing.abort(new Error('closing'));
    return ended;
  };
  onTestFinished(async () => {
    await end().catch(() => undefined);
  });
  return { end, ended, said, rejected };
}

/** Waits until something is so, as long as a busy machine takes. */
export function eventually<T>(something: () => T | Promise<T>) {
  return expect.poll(something, { timeout: 30_000 });
}

/** The accession numbers in a ledger, in order. */
export async function numbersIn({ pool }: Database): Promise<string[]> {
  const { rows } = await pool.query<{ number: string }>(
    'SELECT accession_number AS number FROM filing ORDER BY accession_number',
  );
  return rows.map(({ number }) => number);
}
