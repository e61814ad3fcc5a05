import type { Database } from '../../src/database/index.ts';
import type { Instant } from '../../src/values/index.ts';
import { startServer } from './live-server.ts';
import { QUIET } from './quiet.ts';

/** What the tests' servers take for now. */
export const NOW = '2026-11-21T12:00:00.000Z' as Instant;

/** What GraphQL over HTTP answers. */
export interface Answer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions: Readonly<Record<string, unknown>> & { readonly code: string };
  }[];
}

/** Sends an operation to a server of its own, with these headers. */
export type Send = (
  query: string,
  variables?: object,
  headers?: Readonly<Record<string, string>>,
) => Promise<Answer>;

/** A server of its own over a ledger. */
export async function startSending(
  database: Database,
  options: Parameters<typeof startServer>[1] = {},
): Promise<Send> {
  const quiet = { log: QUIET, now: () => NOW };
  const { url } = await startServer(database, { ...quiet, ...options });
  return async (query, variables, headers) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as Answer;
    return { ...(data === undefined ? {} : { data }), ...(errors === undefined ? {} : { errors }) };
  };
}
