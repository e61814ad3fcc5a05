import type { Database } from '../../src/ledger/index.ts';
import { createGraphqlServer } from '../../src/server/graphql/index.ts';
import type { Instant } from '../../src/values/index.ts';
import type { TypedDocumentString } from '../graphql/graphql.ts';

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
  log: (message: string, cause: unknown) => void = console.error,
): Client {
  const yoga = createGraphqlServer({ database, now: () => now as Instant, log });
  const statements = spyOn(database);
  const send = async (query: string, variables?: object) => {
    const response = await yoga.fetch('http://test/graphql', {
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
    statements: () => statements.splice(0),
  };
}

/** Collects the text of every statement that the pool runs. */
function spyOn({ pool }: Database): string[] {
  const statements: string[] = [];
  const query = pool.query.bind(pool) as (...args: unknown[]) => unknown;
  Object.assign(pool, {
    query: (...args: unknown[]) => {
      const [first] = args as [string | { text: string }];
      statements.push(typeof first === 'string' ? first : first.text);
      return query(...args);
    },
  });
  return statements;
}
