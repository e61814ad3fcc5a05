import type { TypedDocumentString } from './graphql/graphql.ts';

/** Where the server is: INSIDER_LEDGER_URL, else the one of the quick start. */
export const url = process.env.INSIDER_LEDGER_URL ?? 'http://localhost:4000/graphql';

const key = process.env.INSIDER_LEDGER_KEY;

/** The API key in INSIDER_LEDGER_KEY, for a server that wants one (docs/guides/api-keys.md). */
export const headers: Record<string, string> =
  key === undefined ? {} : { authorization: `Bearer ${key}` };

// A program that fails ends with a sentence: a stack says nothing to whoever only asked.
process.once('uncaughtException', (cause) => {
  console.error(cause.message);
  process.exitCode = 1;
});

/** Variables, each of which may be undefined: the operation's own default holds then. */
type Given<Variables> = { readonly [Name in keyof Variables]?: Variables[Name] | undefined };

/** Asks one operation. Throws an Error with the codes and messages of what went wrong. */
export async function ask<Result, Variables>(
  operation: TypedDocumentString<Result, Variables>,
  variables: Given<Variables> = {},
): Promise<Result> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ query: operation, variables }),
  }).catch((cause: unknown) => {
    throw new Error(`Nothing answers at ${url}. Start the server, or set INSIDER_LEDGER_URL.`, {
      cause,
    });
  });
  const { data, errors } = (await response.json()) as Answer<Result>;
  if (errors !== undefined || data == null) {
    const reasons = errors?.map(({ message, extensions }) => `${extensions.code}: ${message}`);
    throw new Error(reasons?.join('\n') ?? `HTTP ${response.status}`);
  }
  return data;
}

/** What GraphQL over HTTP answers. */
interface Answer<Result> {
  readonly data?: Result | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions: { readonly code: string };
  }[];
}
