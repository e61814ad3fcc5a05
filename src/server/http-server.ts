import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type Database, openTail } from '../ledger/index.ts';
import type { Caller } from '../schema/index.ts';
import { Anomaly, type Instant, instantOf } from '../values/index.ts';
import { Callers, credentialsOf, maySubmit, SUBMISSION_BYTES } from './callers.ts';
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
import { Answers, Engine } from './operations/index.ts';
import { jsonLog, type Log, Metrics, readiness, type Tracing } from './operators/index.ts';
import { type Page, servePage } from './page/index.ts';
import { DEFAULT_SETTINGS, type Settings } from './settings/index.ts';
import { stopping, UnderWay } from './stopping.ts';
import { SubscriptionSlots, Subscriptions, serveWebSockets } from './subscriptions/index.ts';

/** What the server is made of. */
export interface HttpServerOptions {
  readonly database: Database;
  /** What it allows; the defaults where left out. */
  readonly settings?: Partial<Settings>;
  /** The clock; the machine's own where left out. Asked once a request. */
  readonly now?: () => Instant;
  /** Lines of JSON on standard error where left out: what fails, and no more. */
  readonly log?: Log;
  /** Spans of operations; none where left out. The server sends what is left when it closes. */
  readonly tracing?: Tracing | null;
  /** The explorer, as it was built; none where left out. */
  readonly page?: Page | null;
}

/** The whole server on one port: GraphQL over HTTP, server-sent events and WebSocket, GraphiQL, the page. */
export interface HttpServer {
  /** Not listening yet. */
  readonly server: Server;
  /** Completes subscriptions, lets requests under way end, and stops listening. */
  readonly close: () => Promise<void>;
}

const ENDPOINT = '/graphql';

/** Makes the server over a database, which stays open when the server is closed. */
export function createHttpServer(options: HttpServerOptions): HttpServer {
  const { database, log = jsonLog('error'), now = () => instantOf(new Date()) } = options;
  const settings = { ...DEFAULT_SETTINGS, ...options.settings };
  const page = settings.explorer ? options.page : null;
  const { failed } = log;
  const tail = openTail(database, {
    failed: (cause) => failed('The ledger could not be read for subscriptions', cause),
  });
  const note = log.noted;
  const engine = new Engine({ ...settings, database, tail, now, log: failed, note });
  const callers = new Callers({ database, reads: settings.reads, now });
  const subscriptions = new Subscriptions({
    slots: new SubscriptionSlots(settings.subscriptions),
    context: () => engine.context(),
    shown: (errors) => engine.shown(errors, randomUUID()),
  });
  const metrics = settings.metrics ? new Metrics({ database, tail, process: true }) : null;
  const addressOf = (request: IncomingMessage) => clientAddress(request, settings.proxies);
  const admit = (request: IncomingMessage) => refuseCrossSite(request, settings.corsOrigins);
  const graphql = new GraphqlOverHttp({
    engine,
    answers: new Answers({ engine, database, now, cacheBytes: settings.cacheBytes }),
    subscriptions,
    bodyLimit: (caller) => (maySubmit(caller) ? SUBMISSION_BYTES : settings.maxBodyBytes),
    addressOf,
    tracing: options.tracing,
    answered: (answered) => {
      metrics?.answered(answered);
      log.answered(answered);
    },
  });
  const rate = new RateLimit(settings.requestsPerMinute);
  const underWay = new UnderWay();
  let isClosing = false;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    switch (request.url?.split('?', 1)[0]) {
      case ENDPOINT:
        return answerGraphql(request, response);
      case '/health':
        return say(response, 200, { healthy: true });
      case '/ready': {
        const state = isClosing ? CLOSING : await readiness(database);
        return say(response, state.ready ? 200 : 503, state);
      }
      case '/metrics':
        if (metrics === null) break;
        response.writeHead(200, { 'content-type': metrics.contentType });
        response.end(await metrics.text());
        return;
    }
    if (page && servePage(page, request, response)) return;
    const nothing = new Anomaly('NotFound', `There is nothing here; see ${ENDPOINT}.`);
    refuse(response, nothing, requestIdOf(request));
  }

  async function answerGraphql(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const requestId = requestIdOf(request);
    response.setHeader('x-request-id', requestId);
    for (const [name, value] of Object.entries(corsHeaders(request, settings.corsOrigins))) {
      response.setHeader(name, value);
    }
    if (request.method === 'OPTIONS') return void response.writeHead(204).end();
    if (settings.graphiql && wantsPage(request)) return serveGraphiql(response, ENDPOINT);
    let caller: Caller;
    try {
      admit(request);
      caller = await callers.of(credentialsOf(request));
    } catch (error) {
      return refuse(response, error, requestId);
    }
    const client = caller.kind === 'key' ? `key ${caller.id}` : addressOf(request);
    const allowance = await rate.take(client ?? null);
    if (!allowance.allowed) {
      response.setHeader('retry-after', allowance.retryAfterS);
      const message = `A client may ask ${settings.requestsPerMinute} times a minute.`;
      return refuse(response, new Anomaly('Busy', message), requestId);
    }
    await graphql.answer(request, response, { requestId, caller, signal: goneSignal(response) });
  }

  function refuse(response: ServerResponse, error: unknown, requestId: string): void {
    const refusal = engine.refuse(error, { requestId });
    const code = String(refusal.errors?.[0]?.extensions.code);
    metrics?.refused(code);
    say(response, STATUSES[code] ?? 500, refusal, { connection: 'close' });
  }

  const server = createServer((request, response) => {
    // Its client is to send the next request to another server.
    if (isClosing) response.setHeader('connection', 'close');
    underWay.begun();
    void answer(request, response)
      .catch((error: unknown) => {
        failed('A request could not be answered', error);
        if (response.headersSent) response.destroy();
        else refuse(response, error, requestIdOf(request));
      })
      .then(underWay.ended);
  });
  const stopped = stopping(server);
  const sockets = serveWebSockets(server, {
    engine,
    subscriptions,
    path: ENDPOINT,
    maxMessageBytes: settings.maxBodyBytes,
    admit,
    addressOf,
    callers,
  });
  return {
    server,
    close: async () => {
      isClosing = true;
      const closed = stopped();
      await tail.close();
      await sockets.close();
      await closed;
      // A connection may end before what was asked on it, and that still needs the database.
      await underWay.none();
      await engine.close();
      await options.tracing?.close();
    },
  };
}

const CLOSING = { ready: false, reason: 'The server is closing.' } as const;

function say(response: ServerResponse, status: number, body: object, headers: object = {}): void {
  response.writeHead(status, { 'content-type': CONTENT_TYPES.json, ...headers });
  response.end(JSON.stringify(body));
}

/** HTTP's word for what is refused before it is known to be GraphQL. */
const STATUSES: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  RATE_LIMITED: 429,
  UNAVAILABLE: 503,
};

function requestIdOf({ headers }: IncomingMessage): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && /^[\w.:-]{1,128}$/.test(given) ? given : randomUUID();
}

/** Aborted when the client goes away before it has its answer. */
function goneSignal(response: ServerResponse): AbortSignal {
  const gone = new AbortController();
  response.on('close', () => {
    if (!response.writableFinished) gone.abort();
  });
  return gone.signal;
}
