import { createClient } from 'graphql-sse';
import { stringifyDocument, type TypedDocumentNode } from 'urql';
import { ENDPOINT } from './client.ts';

// What comes after a lost connection is asked for anew, from the last position on (live/follow.ts).
const events = createClient({ url: ENDPOINT, retryAttempts: 0 });

/**
 * The results of a subscription as they come, until the server closes it or the signal aborts.
 * Rejects where the connection breaks, or where the server refuses.
 */
export async function* subscribe<Result, Variables extends Record<string, unknown>>(
  document: TypedDocumentNode<Result, Variables>,
  variables: Variables,
  signal: AbortSignal,
): AsyncGenerator<Result> {
  const results = events.iterate<Result>({ query: stringifyDocument(document), variables });
  const end = () => void results.return?.();
  signal.addEventListener('abort', end);
  try {
    for await (const { data, errors } of results) {
      if (data == null) throw new Error(errors?.map(({ message }) => message).join(' '));
      yield data;
    }
  } finally {
    signal.removeEventListener('abort', end);
    end();
  }
}
