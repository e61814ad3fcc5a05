import type { AddressInfo } from 'node:net';
import { createClient as createSseClient } from 'graphql-sse';
import { createClient as createWsClient } from 'graphql-ws';
import { onTestFinished } from 'vitest';
import WebSocket from 'ws';
import type { Database } from '../../src/database/index.ts';
import { createHttpServer, type HttpServer } from '../../src/server/http-server.ts';
import type { HttpServerOptions } from '../../src/server/http-server-options.ts';

/** A server that listens on a free port. */
export interface LiveServer extends HttpServer {
  /** Of its GraphQL, over HTTP. */
  readonly url: string;
}

/** What a client receives for one event. */
export interface LiveResult {
  readonly data?: Readonly<Record<string, { readonly position: string }>> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: Readonly<Record<string, unknown>>;
  }[];
}

/** An operation for a subscription. */
export interface Asked {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
}

/** An official client, of one way to subscribe. */
export interface LiveClient {
  subscribe(asked: Asked): AsyncIterableIterator<LiveResult>;
  /** Cuts its connections. */
  close(): void;
}

/**
 * Starts a server over a database, on a port or any free one; closed when the test is finished, or
 * by `onFinished`.
 */
export async function startServer(
  database: Database,
  { port = 0, ...options }: Partial<HttpServerOptions> & { readonly port?: number } = {},
  onFinished: (close: () => Promise<void>) => void = onTestFinished,
): Promise<LiveServer> {
  const http = createHttpServer({ database, ...options });
  await new Promise<void>((listening) => http.server.listen(port, '127.0.0.1', listening));
  let closed: Promise<void> | undefined;
  const close = () => {
    closed ??= http.close();
    return closed;
  };
  onFinished(close);
  const { port: taken } = http.server.address() as AddressInfo;
  return { ...http, url: `http://127.0.0.1:${taken}/graphql`, close };
}

/** Headers that a client sends, also with the handshake of a WebSocket. */
type Headers = Readonly<Record<string, string>>;

/** The official clients of both ways; they try nothing again by themselves. */
export const CLIENTS = {
  'server-sent events': (url: string, headers: Headers = {}): LiveClient => {
    const client = createSseClient({ url, headers, retryAttempts: 0 });
    return {
      subscribe: (asked) => client.iterate(asked) as AsyncIterableIterator<LiveResult>,
      close: () => client.dispose(),
    };
  },
  WebSocket: (url: string, headers: Headers = {}, connectionParams = {}): LiveClient => {
    const client = createWsClient({
      url: url.replace('http', 'ws'),
      connectionParams,
      webSocketImpl: class extends CuttableSocket {
        constructor(address: string, protocols: string[]) {
          super(address, protocols, { headers });
        }
      },
      retryAttempts: 0,
    });
    return {
      subscribe: (asked) => client.iterate(asked) as unknown as AsyncIterableIterator<LiveResult>,
      close: () => client.terminate(),
    };
  },
} as const;

/** One that is cut while it is still opening says so by an event, which nobody waits for. */
class CuttableSocket extends WebSocket {
  constructor(...args: ConstructorParameters<typeof WebSocket>) {
    super(...args);
    this.on('error', () => undefined);
  }
}

/** Names of the ways to subscribe. */
export const WAYS = Object.keys(CLIENTS) as (keyof typeof CLIENTS)[];
