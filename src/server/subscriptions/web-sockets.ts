import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ExecutionArgs, ExecutionResult } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { Anomaly } from '../../values/index.ts';
import { type Callers, credentialsOf } from '../callers.ts';
import { argsOf, type Engine, isRefusal, isSubscription } from '../operations/index.ts';
import { PATIENCE_MS } from '../stopping.ts';
import type { Subscriptions } from './subscriptions.ts';

/** What WebSockets are served with. */
export interface WebSocketsOptions {
  readonly engine: Engine;
  readonly subscriptions: Subscriptions;
  readonly callers: Callers;
  readonly path: string;
  readonly maxMessageBytes: number;
  /** Refuses, by throwing, a handshake that no page of ours and no program made. */
  readonly admit: (request: IncomingMessage) => void;
  /** Which client it is, as limits count them. */
  readonly addressOf: (request: IncomingMessage) => string | undefined;
}

/** Open WebSockets. */
export interface WebSockets {
  /** Completes every subscription and closes every socket. */
  close(): Promise<void>;
}

const AT_ONCE = 100;
const NOT_SUBSCRIPTION = 'Over WebSocket there are subscriptions alone; send this over HTTP.';
const TOO_MANY = `One connection may have ${AT_ONCE} subscriptions open.`;

/** Serves subscriptions on a server's path over WebSocket, by the protocol graphql-transport-ws. */
export function serveWebSockets(server: Server, options: WebSocketsOptions): WebSockets {
  const { engine, subscriptions, callers, path } = options;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: options.maxMessageBytes });
  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (request.url?.split('?', 1)[0] !== path) return refuse(socket, '404 Not Found');
    try {
      options.admit(request);
    } catch {
      return refuse(socket, '403 Forbidden');
    }
    sockets.handleUpgrade(request, socket, head, (opened) =>
      sockets.emit('connection', opened, request),
    );
  };
  server.on('upgrade', upgrade);
  const protocol = useServer(
    {
      async onSubscribe({ extra, subscriptions: open, connectionParams }, id, payload) {
        const { query, variables, operationName, extensions } = payload;
        const asker = { requestId: id };
        try {
          if (Object.keys(open).length > AT_ONCE) throw new Anomaly('Busy', TOO_MANY);
          const caller = await callers.of(credentialsOf(extra.request, connectionParams));
          const ready = engine.prepare({ query, variables, operationName, extensions }, asker);
          if (isRefusal(ready)) return errorsOf(ready);
          if (!isSubscription(ready)) throw new Anomaly('Incorrect', NOT_SUBSCRIPTION);
          return { ...argsOf(ready, engine.context({ caller })), rootValue: extra.request };
        } catch (error) {
          return errorsOf(engine.refuse(error, asker));
        }
      },
      subscribe: ({ rootValue, ...args }) =>
        subscriptions.open(args as ExecutionArgs, options.addressOf(rootValue as IncomingMessage)),
    },
    sockets,
  );
  return {
    async close() {
      server.off('upgrade', upgrade);
      // One that is gone, or does not read, would not say goodbye.
      const late = setTimeout(() => {
        for (const socket of sockets.clients) socket.terminate();
      }, PATIENCE_MS);
      await protocol.dispose();
      clearTimeout(late);
    },
  };
}

function errorsOf({ errors = [] }: ExecutionResult) {
  return errors;
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`);
}
