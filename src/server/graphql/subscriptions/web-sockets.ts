import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import {
  type ExecutionArgs,
  type ExecutionResult,
  GraphQLError,
  getOperationAST,
  OperationTypeNode,
} from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { Anomaly } from '../../../values/index.ts';
import type { Credentials } from '../../callers.ts';
import { type ErrorLog, showErrors } from '../contract-errors.ts';

/** What WebSockets are served with. */
export interface WebSocketsOptions {
  /** The pipeline of HTTP's operations: parsing, validation, limits, context. */
  readonly enveloped: (context: object) => Enveloped;
  readonly path: string;
  readonly maxMessageBytes: number;
  readonly log: ErrorLog;
}

/** The steps of an operation, as Yoga gives them. */
export interface Enveloped {
  readonly schema: ExecutionArgs['schema'];
  parse(query: string): ExecutionArgs['document'];
  validate(
    schema: ExecutionArgs['schema'],
    document: ExecutionArgs['document'],
  ): readonly unknown[];
  contextFactory(): unknown;
  subscribe(args: ExecutionArgs): unknown;
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
  const { path, log } = options;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: options.maxMessageBytes });
  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (request.url?.split('?', 1)[0] !== path) {
      socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (opened) =>
      sockets.emit('connection', opened, request),
    );
  };
  server.on('upgrade', upgrade);
  const protocol = useServer(
    {
      async onSubscribe(
        { extra, subscriptions, connectionParams },
        _,
        { query, variables, operationName },
      ) {
        try {
          if (Object.keys(subscriptions).length > AT_ONCE) throw new Anomaly('Busy', TOO_MANY);
          const params = { query, variables, operationName };
          const steps = options.enveloped({
            req: extra.request,
            params,
            credentials: credentialsOf(connectionParams, extra.request),
          });
          const document = steps.parse(query);
          const errors = steps.validate(steps.schema, document);
          if (errors.length > 0) return showErrors(errors, log);
          if (!isSubscription(document, operationName)) return showErrors([onlyOverHttp()], log);
          return {
            schema: steps.schema,
            document,
            operationName: operationName ?? null,
            variableValues: variables ?? null,
            contextValue: await steps.contextFactory(),
            rootValue: steps,
          };
        } catch (error) {
          return showErrors([error], log);
        }
      },
      async subscribe({ rootValue, ...args }) {
        const result = (await (rootValue as Enveloped).subscribe(args)) as
          | AsyncIterable<ExecutionResult>
          | ExecutionResult;
        if (Symbol.asyncIterator in result || result.errors === undefined) return result;
        return { ...result, errors: showErrors(result.errors, log) };
      },
    },
    sockets,
  );
  return {
    async close() {
      server.off('upgrade', upgrade);
      await protocol.dispose();
    },
  };
}

/** A browser cannot set headers of a WebSocket: parameters of their names count before them. */
function credentialsOf(
  parameters: Readonly<Record<string, unknown>> | undefined,
  { headers }: IncomingMessage,
): Credentials {
  const given = new Map(
    Object.entries(parameters ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const [authorization, apiKey] = ['authorization', 'x-api-key'].map((name) => {
    const value = given.get(name) ?? headers[name];
    return typeof value === 'string' ? value : null;
  });
  return { authorization, apiKey };
}

/** An operation that cannot be told, of none or several, is the next step's complaint. */
function isSubscription(document: ExecutionArgs['document'], name?: string | null): boolean {
  const operation = getOperationAST(document, name);
  return operation == null || operation.operation === OperationTypeNode.SUBSCRIPTION;
}

function onlyOverHttp(): GraphQLError {
  return new GraphQLError(NOT_SUBSCRIPTION);
}
