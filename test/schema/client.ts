import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Database } from '../../src/database/index.ts';
import { createHttpServer } from '../../src/server/http-server.ts';
import type { Instant } from '../../src/values/index.ts';
import type { TypedDocumentString } from '../graphql/graphql.ts';
import { failuresTo } from '../support/quiet.ts';
import { spyOnStatements } from '../support/statements.ts';

/** What GraphQL over HTTP answers. */
interface Answer<Result> {
  readonly data?: Result | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: { readonly code: string; readonly requestId?: string };
  }[];
}

/** Asks the API over a database as a client does. */
export interface Client {
  /** Gives the data; fails the test on any error. */
  ask<Result, Variables>(
    document: TypedDocumentString<Result, Variables>,
    ...variables: Variables extends Record<string, never> ? [] : [Variables]
  ): Promise<Result>;
  /** Gives the whole answer to a document that need not be valid. */
  send(query: string, variables?: object): Promise<Answer<Record<string, unknown>>>;
  /** SQL statements since the last call of this. */
  statements(): readonly string[];
}

/** A client of a server of its own, whose clock stands still. */
export function createClient(
  database: Database,
  now = '2026-11-21T12:00:00.000Z',
  failed: (message: string, cause: unknown) => void = console.error,
): Client {
  const { server } = createHttpServer({
    database,
    // What is kept would be no statement; and what is compiled must answer as what is not.
    settings: { cacheBytes: 0, compileAfter: 1 },
    now: () => now as Instant,
    log: failuresTo(failed),
  });
  let address: Promise<string> | undefined;
  const statements = spyOnStatements(database);
  const send = async (query: string, variables?: object) => {
    address ??= listening(server);
    const response = await fetch(await address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as Answer<Record<string, unknown>>;
  };
  return {
    send,
    async ask(document, ...[variables]) {
      const { data, errors } = await send(String(document), variables as object | undefined);
      if (errors !== undefined || data == null) throw new Error(JSON.stringify(errors, null, 2));
      return data as never;
    },
    statements,
  };
}

/** Ends with the process: nothing waits for it. */
function listening(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.unref().address() as AddressInfo;
      resolve(`http://127.0.0.1:${port}/graphql`);
    });
  });
}
