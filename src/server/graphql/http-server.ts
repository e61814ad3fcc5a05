import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type Database, openTail } from '../../ledger/index.ts';
import { Anomaly, type Instant, instantOf } from '../../values/index.ts';
import {
  CONTENT_TYPES,
  clientAddress,
  corsHeaders,
  GraphqlOverHttp,
  RateLimit,
  refuseCrossSite,
  serveGraphiql,
  wantsPage,
} from './http/index.ts';
import { Answers, Engine, type ErrorLog } from './operations/index.ts';
import { DEFAULT_SETTINGS, type Settings } from './settings.ts';
import { SubscriptionSlots, Subscriptions, serveWebSockets } from './subscriptions/index.ts';

/** What the server is made of. */
export interface HttpServerOptions {
  readonly database: Database;
  /** What it allows; the defaults where left out. */
  readonly settings?: Partial<Settings>;
  /** The clock; the machine's own where left out. Asked once a request. */
  readonly now?: () => Instant;
  /** Told of every failure that is masked; to stderr where left out. */
  readonly log?: ErrorLog;
}

/** The whole server on one port: GraphQL over HTTP, server-sent events and WebSocket, and GraphiQL. */
export interface HttpServer {
  /** Not listening yet. */
  readonly server: Server;
  /** Completes subscriptions, lets requests under way end, and stops listening. */
  readonly close: () => Promise<void>;
}

const ENDPOINT = '/graphql';

/** Requests under way have so long to end. */
const PATIENCE_MS = 10_000;

/** Makes the server over a database, which stays open when the server is closed. */
export function createHttpServer(options: HttpServerOptions): HttpServer {
  const { database, log = console.error, now = () => instantOf(new Date()) } = options;
  const settings = { ...DEFAULT_SETTINGS, ...options.settings };
  const failed = (cause: unknown) => log('The ledger could not be read for subscriptions', cause);
  const tail = openTail(database, { failed });
  const engine = new Engine({ ...settings, database, tail, now, log });
  const { cacheBytes } = settings;
  const answers = new Answers({ engine, database, now, cacheBytes });
  const subscriptions = new Subscriptions({
    slots: new SubscriptionSlots(settings.subscriptions),
    context: () => engine.context(),
    shown: (errors) => engine.shown(errors, randomUUID()),
  });
  const addressOf = (request: IncomingMessage) => clientAddress(request, settings.proxies);
  const admit = (request: IncomingMessage) => refuseCrossSite(request, settings.corsOrigins);
  const { maxBodyBytes } = settings;
  const graphql = new GraphqlOverHttp({ engine, answers, subscriptions, maxBodyBytes, addressOf });
  const rate = new RateLimit(settings.requestsPerMinute);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url?.split('?', 1)[0];
    if (path === '/health') return void response.writeHead(200).end();
    if (path !== ENDPOINT)
      return refuse(response, 404, new Anomaly('NotFound', `See ${ENDPOINT}.`));
    const asker = askerOf(request, response);
    response.setHeader('x-request-id', asker.requestId);
    for (const [name, value] of Object.entries(corsHeaders(request, settings.corsOrigins))) {
      response.setHeader(name, value);
    }
    if (request.method === 'OPTIONS') return void response.writeHead(204).end();
    if (settings.graphiql && wantsPage(request)) return serveGraphiql(response, ENDPOINT);
    try {
      admit(request);
    } catch (error) {
      return refuse(response, 403, error, asker.requestId);
    }
    if (rate.isOn) {
      const allowance = await rate.take(addressOf(request) ?? null);
      if (!allowance.allowed) {
        response.setHeader('retry-after', allowance.retryAfterS);
        const message = `A client may ask ${settings.requestsPerMinute} times a minute.`;
        return refuse(response, 429, new Anomaly('Busy', message), asker.requestId);
      }
    }
    await graphql.answer(request, response, asker);
  }

  function refuse(response: ServerResponse, status: number, error: unknown, requestId = ''): void {
    response.writeHead(status, { 'content-type': CONTENT_TYPES.json, connection: 'close' });
    response.end(JSON.stringify(engine.refuse(error, { requestId })));
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      log(`${request.method} could not be answered`, error);
      if (response.headersSent) response.destroy();
      else refuse(response, 500, error, randomUUID());
    });
  });
  const sockets = serveWebSockets(server, {
    engine,
    subscriptions,
    path: ENDPOINT,
    maxMessageBytes: maxBodyBytes,
    admit,
    addressOf,
  });
  return {
    server,
    close: async () => {
      const closed = stop(server);
      await tail.close();
      await sockets.close();
      await closed;
      await engine.close();
    },
  };
}

function askerOf(request: IncomingMessage, response: ServerResponse) {
  const gone = new AbortController();
  response.on('close', () => {
    if (!response.writableFinished) gone.abort();
  });
  const given = request.headers['x-request-id'];
  const isUsable = typeof given === 'string' && /^[\w.:-]{1,128}$/.test(given);
  return { requestId: isUsable ? given : randomUUID(), signal: gone.signal };
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
