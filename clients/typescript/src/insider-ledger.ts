import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
import { type AnsweredError, LedgerError } from './ledger-error.ts';
import { readEvents } from './read-events.ts';

/** A typed operation: of this package, or of your own code generator in its mode of strings. */
type Operation<Result, Variables> = DocumentTypeDecoration<Result, Variables> & {
  toString(): string;
};

/** Where the server is, and who asks. */
export interface InsiderLedgerOptions {
  /** An API key, for a server that wants one. */
  readonly key?: string;
  /** In place of the global one. */
  readonly fetch?: typeof fetch;
}

interface List<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

interface Answer<Result> {
  readonly data?: Result | null;
  readonly errors?: readonly AnsweredError[];
}

/** Asks a server at an address, such as http://localhost:4000. */
export class InsiderLedger {
  readonly #url: string;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #fetch: typeof fetch;

  constructor(url: string, { key, fetch: own = fetch }: InsiderLedgerOptions = {}) {
    this.#url = `${url.replace(/\/+$/, '')}/graphql`;
    this.#headers = key === undefined ? {} : { authorization: `Bearer ${key}` };
    this.#fetch = own;
  }

  /** The data of a query or mutation. Throws a LedgerError where there is any error. */
  async ask<Result, Variables>(
    operation: Operation<Result, Variables>,
    variables: Variables,
    signal?: AbortSignal,
  ): Promise<Result> {
    const response = await this.#send(operation, variables, 'application/json', signal);
    return dataOf((await response.json()) as Answer<Result>);
  }

  /**
   * Every node of a list, page by page: the operation has the variable $after, and asks for
   * pageInfo. Say one knownAt for all pages: a list of which it is left out may grow between two.
   */
  async *pages<Result, Variables extends { readonly after?: string | null | undefined }, Node>(
    operation: Operation<Result, Variables>,
    variables: Variables,
    list: (data: Result) => List<Node> | null | undefined,
  ): AsyncGenerator<Node, void, void> {
    let after = variables.after;
    for (;;) {
      const page = list(await this.ask(operation, { ...variables, after }));
      if (page == null) return;
      yield* page.nodes;
      if (!page.pageInfo.hasNextPage) return;
      after = page.pageInfo.endCursor;
    }
  }

  /**
   * Events as they come, each once and in order, until the signal aborts: the subscription has the
   * variable $after, and `event` gives what has a position. Where the connection breaks or the
   * server is away, it is asked again after the last position. Keep that yourself, and give it as
   * `after`, to go on after this program has ended.
   */
  async *follow<
    Result,
    Variables extends { readonly after?: string | null | undefined },
    Event extends { readonly position: string },
  >(
    operation: Operation<Result, Variables>,
    variables: Variables,
    event: (data: Result) => Event,
    signal?: AbortSignal,
  ): AsyncGenerator<Event, void, void> {
    let after = variables.after;
    for (let failures = 0; signal?.aborted !== true; failures += 1) {
      for await (const data of this.#events(operation, { ...variables, after }, signal)) {
        const received = event(data);
        yield received;
        after = received.position;
        failures = 0;
      }
      await pause(Math.min(250 * 2 ** failures, 5_000), signal);
    }
  }

  /** Results until the connection breaks, or the server completes or refuses them for a while. */
  async *#events<Result, Variables>(
    operation: Operation<Result, Variables>,
    variables: Variables,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<Result, void, void> {
    try {
      const { body } = await this.#send(operation, variables, 'text/event-stream', signal);
      if (body === null) return;
      for await (const text of readEvents(body)) yield dataOf(JSON.parse(text) as Answer<Result>);
    } catch (error) {
      if (error instanceof LedgerError && !error.isPassing) throw error;
    }
  }

  async #send(
    operation: { toString(): string },
    variables: unknown,
    accept: string,
    signal: AbortSignal | undefined,
  ): Promise<Response> {
    const response = await this.#fetch(this.#url, {
      method: 'POST',
      headers: { ...this.#headers, accept, 'content-type': 'application/json' },
      body: JSON.stringify({ query: operation.toString(), variables }),
      signal: signal ?? null,
    });
    const type = response.headers.get('content-type') ?? '';
    const isJson = type.includes('json');
    // A refused subscription may be an event with the errors, under the status of the refusal.
    const isAnswer = isJson || type.startsWith('text/event-stream');
    if (isJson && accept !== 'application/json') dataOf((await response.json()) as Answer<never>);
    if (isAnswer || response.ok) return response;
    throw new TypeError(`${this.#url} answers with status ${response.status}.`);
  }
}

function dataOf<Result>({ data, errors = [] }: Answer<Result>): Result {
  if (errors.length > 0 || data == null) throw new LedgerError(errors);
  return data;
}

function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted === true) return resolve();
    const timer = setTimeout(resolve, milliseconds);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
