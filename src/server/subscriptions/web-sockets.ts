import { type IncomingMessage, type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { type ExecutionArgs, type GraphQLError, OperationTypeNode } from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import type { GraphQLParams, YogaServerInstance } from 'graphql-yoga';
import { WebSocketServer } from 'ws';
import { Anomaly } from '../../values/index.ts';
import { credentialsOf } from '../callers.ts';
import { admit, type Door, statusOf } from '../door/index.ts';
import { ENDPOINT, HERE } from '../endpoint.ts';
import { beginExchange, type ServerContext } from '../exchange.ts';
import { GrowingShare, type Shares } from '../shares.ts';
import { PATIENCE_MS } from '../stopping.ts';
import { boundMessages } from './bound-messages.ts';

/** What WebSockets are served with. */
export interface WebSocketsOptions {
  /** Its pipeline executes what comes over WebSocket too. */
  readonly yoga: YogaServerInstance<ServerContext, object>;
  readonly door: Door;
  readonly maxMessageBytes: number;
  /** Refuses, by rejecting, a handshake that no page of ours and no program made, or too many. */
  readonly admit: (request: IncomingMessage, socket: Duplex) => Promise<void>;
  /** What comes counts among the bytes of its client until it is a whole message. */
  readonly held: Shares;
  /** Called where a WebSocket is ended because its client has too much under way. */
  readonly ended: (request: IncomingMessage) => void;
  /** Which client it is, as limits count them. */
  readonly addressOf: (request: IncomingMessage) => string | undefined;
  /** The text of an operation that is persisted, or sent by its text where that is allowed. */
  readonly textOf: (params: GraphQLParams) => string;
  /** Errors as clients may see them. */
  readonly shown: (errors: readonly unknown[], requestId: string) => readonly GraphQLError[];
}

/** Open WebSockets. */
export interface WebSockets {
  /** Completes every subscription and closes every socket. */
  close(): Promise<void>;
}

const MOST_OPEN = 100;
const NOT_SUBSCRIPTION = 'Over WebSocket there are subscriptions alone; send this over HTTP.';
const TOO_MANY = `One connection may have ${MOST_OPEN} subscriptions open.`;

/**
 * Serves subscriptions on a server's endpoint over WebSocket, by the protocol graphql-transport-ws.
 */
export function serveWebSockets(server: Server, options: WebSocketsOptions): WebSockets {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: options.maxMessageBytes });
  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (request.url?.split('?', 1)[0] !== ENDPOINT) return refuse(socket, '404 Not Found');
    // One that is reset while it is admitted says so by an event.
    socket.on('error', () => socket.destroy());
    options.admit(request, socket).then(
      () =>
        sockets.handleUpgrade(request, socket, head, (opened) => {
          const held = new GrowingShare(options.held, options.addressOf(request) ?? HERE);
          boundMessages(opened, socket, { held, ended: () => options.ended(request) });
          sockets.emit('connection', opened, request);
        }),
      (error: unknown) => {
        const status = statusOf(error);
        refuse(socket, `${status} ${STATUS_CODES[status]}`);
      },
    );
  };
  server.on('upgrade', upgrade);
  const protocol = useServer(
    {
      async onSubscribe({ extra, subscriptions: open, connectionParams }, id, payload) {
        try {
          if (Object.keys(open).length > MOST_OPEN) throw new Anomaly('Busy', TOO_MANY);
          return await piped(extra.request, connectionParams, { id, payload }, options);
        } catch (error) {
          const errors = error instanceof AggregateError ? error.errors : [error];
          return options.shown(errors, id);
        }
      },
      subscribe: ({ rootValue, ...args }) => (rootValue as Enveloped['subscribe'])(args),
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

type Enveloped = ReturnType<WebSocketsOptions['yoga']['getEnveloped']>;

/**
 * What Yoga's pipeline makes of a message: the arguments of a subscription, and what subscribes.
 */
async function piped(
  request: IncomingMessage,
  connectionParams: Readonly<Record<string, unknown>> | undefined,
  { id, payload }: { readonly id: string; readonly payload: SubscribePayload },
  { yoga, door, addressOf, textOf }: WebSocketsOptions,
): Promise<ExecutionArgs> {
  const exchange = beginExchange(
    { headers: {} },
    { response: undefined, address: addressOf(request) },
  );
  const credentials = credentialsOf(request, connectionParams);
  exchange.caller = await admit({ credentials, address: exchange.address }, door);
  const params = { ...payload, query: textOf(payload as GraphQLParams) } as GraphQLParams;
  const { schema, parse, contextFactory, subscribe } = yoga.getEnveloped({
    exchange: { ...exchange, requestId: id },
    params,
  });
  const document = parse(params.query ?? '');
  const contextValue = await contextFactory();
  if (contextValue.exchange.prepared?.operation.kind !== OperationTypeNode.SUBSCRIPTION) {
    throw new Anomaly('Incorrect', NOT_SUBSCRIPTION);
  }
  const { operationName, variables: variableValues } = params;
  return { schema, document, operationName, variableValues, contextValue, rootValue: subscribe };
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`);
}
