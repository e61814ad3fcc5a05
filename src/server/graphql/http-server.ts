import { createServer, type Server } from 'node:http';
import { openTail } from '../../ledger/index.ts';
import { QUERY_BYTES } from '../callers.ts';
import { serveWebSockets } from './subscriptions/index.ts';
import { createGraphqlServer, type GraphqlServerOptions } from './yoga.ts';

/** The whole server on one port: GraphQL over HTTP, server-sent events and WebSocket, and GraphiQL. */
export interface HttpServer {
  /** Not listening yet. */
  readonly server: Server;
  /** Completes subscriptions, lets requests under way end, and stops listening. */
  readonly close: () => Promise<void>;
}

/** Requests under way have so long to end. */
const PATIENCE_MS = 10_000;

/** Makes the server over a database, which stays open when the server is closed. */
export function createHttpServer(options: Omit<GraphqlServerOptions, 'tail'>): HttpServer {
  const log = options.log ?? console.error;
  const failed = (cause: unknown) => log('The ledger could not be read for subscriptions', cause);
  const tail = openTail(options.database, { failed });
  const yoga = createGraphqlServer({ ...options, log, tail });
  const server = createServer(yoga);
  const sockets = serveWebSockets(server, {
    enveloped: (context) => yoga.getEnveloped(context as never) as never,
    path: yoga.graphqlEndpoint,
    maxMessageBytes: QUERY_BYTES,
    log,
  });
  return {
    server,
    close: async () => {
      const closed = stop(server);
      await tail.close();
      await sockets.close();
      await closed;
    },
  };
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(() => server.closeAllConnections(), PATIENCE_MS);
    // Connections whose last request ends now are idle only then.
    const idle = setInterval(() => server.closeIdleConnections(), 25);
    server.close(() => {
      clearTimeout(late);
      clearInterval(idle);
      resolve();
    });
  });
}
