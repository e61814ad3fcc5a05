import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Database } from '../database/index.ts';
import { openTail } from '../reads/index.ts';
import { Anomaly, type Instant, instantOf, type MaybePromise } from '../values/index.ts';
import { Callers } from './callers.ts';
import { ENDPOINT } from './endpoint.ts';
import { Execution } from './execution/index.ts';
import { serveExports } from './export/index.ts';
import { jsonLog, type Log, Metrics, readiness, type Tracing } from './operators/index.ts';
import { type Page, servePage } from './page/index.ts';
import {
  clientAddress,
  persistedText,
  RateLimit,
  refuseCrossSite,
  showErrors,
} from './plugins/index.ts';
import { Aside } from './preparing/index.ts';
import { serveSource } from './serve-source.ts';
import { DEFAULT_SETTINGS, type Settings } from './settings/index.ts';
import { stopping, UnderWay } from './stopping.ts';
import { SubscriptionSlots, Subscriptions, serveWebSockets } from './subscriptions/index.ts';
import { createGraphqlServer } from './yoga.ts';

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

/**
 * The whole server on one port: GraphQL over HTTP, server-sent events and WebSocket, GraphiQL, the
 * page.
 */
export interface HttpServer {
  /** Not listening yet. */
  readonly server: Server;
  /** Completes subscriptions, lets requests under way end, and stops listening. */
  readonly close: () => Promise<void>;
}

/** Makes the server over a database, which stays open when the server is closed. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: it only puts the parts together.
export function createHttpServer(options: HttpServerOptions): HttpServer {
  const { database, log = jsonLog('error'), now = () => instantOf(new Date()) } = options;
  const { tracing = null } = options;
  const settings = { ...DEFAULT_SETTINGS, ...options.settings };
  const page = settings.explorer ? options.page : null;
  const { failed } = log;
  const tail = openTail(database, {
    failed: (cause) => failed('The ledger could not be read for subscriptions', cause),
  });
  const { suggestions } = settings;
  const shown = (errors: readonly unknown[], requestId: string = randomUUID()) =>
    showErrors(errors, { log: failed, suggestions, requestId });
  const aside = new Aside();
  const prepare: Aside['prepare'] = (document) => aside.prepare(document);
  const execution = new Execution({ ...settings, database, tail, now, note: log.noted, prepare });
  const callers = new Callers({ database, reads: settings.reads, now });
  const door = { callers, rate: new RateLimit(settings.requestsPerMinute) };
  const subscriptions = new Subscriptions({
    slots: new SubscriptionSlots(settings.subscriptions),
    context: () => execution.context(),
    shown: (errors) => shown(errors),
  });
  const metrics = settings.metrics ? new Metrics({ database, tail, process: true }) : null;
  const served = { settings, database, now, door, execution, subscriptions };
  const yoga = createGraphqlServer({ ...served, log, metrics, tracing });
  // Yoga binds its methods anew at each access.
  const graphql = yoga.requestListener as unknown as Listener;
  const closing = new AbortController();
  const exports = { settings, database, door, execution, shown, closing: closing.signal };
  const exported = serveExports(exports);
  const underWay = new UnderWay();
  let isClosing = false;

  function answer(request: IncomingMessage, response: ServerResponse): MaybePromise<void> {
    const [path = ''] = (request.url ?? '').split('?', 1);
    const isGraphql = path === ENDPOINT || path.startsWith(`${ENDPOINT}/`);
    return isGraphql ? graphql(request, response) : answerOther(path, request, response);
  }

  async function answerOther(
    path: string,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    switch (path) {
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
    const exchange = { request, response };
    if (await exported(path, exchange)) return;
    if (await serveSource(path, exchange, { settings, database, door, shown })) return;
    if (page && servePage(page, request, response)) return;
    const message = `There is nothing here; see ${ENDPOINT}.`;
    say(response, 404, { errors: [{ message, extensions: { code: 'NOT_FOUND' } }] });
  }

  const server = createServer((request, response) => {
    // Its client is to send the next request to another server.
    if (isClosing) response.setHeader('connection', 'close');
    underWay.begun();
    void Promise.resolve(answer(request, response))
      .catch((error: unknown) => {
        if (response.headersSent) {
          failed('A request could not be answered', error);
          response.destroy();
        } else say(response, 500, { errors: shown([error]) });
      })
      .then(underWay.ended);
  });
  const stopped = stopping(server);
  const sockets = serveWebSockets(server, {
    yoga,
    callers,
    shown,
    maxMessageBytes: settings.maxBodyBytes,
    admit: (request) => refuseCrossSite(request, settings.corsOrigins),
    addressOf: (request) => clientAddress(request, settings.proxies),
    textOf: (params) => persistedText(params, settings.persisted),
  });
  return {
    server,
    close: async () => {
      isClosing = true;
      closing.abort(new Anomaly('Unavailable', 'The server is closing.'));
      const closed = stopped();
      await tail.close();
      await sockets.close();
      await closed;
      // A connection may end before what was asked on it, and that still needs the database.
      await underWay.none();
      await yoga.dispose();
      await execution.close();
      await aside.close();
      await tracing?.close();
    },
  };
}

/** Yoga gives no promise where nothing had to be waited for. */
type Listener = (request: IncomingMessage, response: ServerResponse) => MaybePromise<void>;

const CLOSING = { ready: false, reason: 'The server is closing.' } as const;

function say(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
}
