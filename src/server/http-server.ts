import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { recordsOf } from '../database/index.ts';
import { endedKeys } from '../desk/index.ts';
import { openTail } from '../reads/index.ts';
import { schema } from '../schema/index.ts';
import { Anomaly, instantOf, type MaybePromise } from '../values/index.ts';
import { countVisit, sayRefused, type Visit } from './beside-graphql.ts';
import { Callers } from './callers.ts';
import { serveCheckpoint } from './checkpoints/index.ts';
import { Connections, HALF_SENT } from './connections.ts';
import {
  clientAddress,
  count,
  type Door,
  RateLimit,
  refuseCrossSite,
  refuseHost,
} from './door/index.ts';
import { ENDPOINT, HERE } from './endpoint.ts';
import { Execution } from './execution/index.ts';
import { serveExports } from './export/index.ts';
import { serveFeed } from './feeds/index.ts';
import type { HttpServerOptions } from './http-server-options.ts';
import { knownOperations } from './known-operations.ts';
import { serveMcp } from './mcp/index.ts';
import { openReadNodes } from './open-read-nodes.ts';
import { Operations } from './operations/index.ts';
import { jsonLog, Metrics, type RequestOutcome, readiness } from './operators/index.ts';
import { servePage } from './page/index.ts';
import { persistedText, showErrors } from './plugins/index.ts';
import { Aside } from './preparing/index.ts';
import { say, UNLESS_SAID } from './say.ts';
import { createOperatorsServer, type ForOperators, serveOperators } from './serve-operators.ts';
import { serveSource } from './serve-source.ts';
import { DEFAULT_SETTINGS } from './settings/index.ts';
import { Shares } from './shares.ts';
import { stopping, UnderWay } from './stopping.ts';
import { KeyWatch, Subscriptions, serveWebSockets } from './subscriptions/index.ts';
import { ThreadTime } from './thread-time.ts';
import { serveUnsubscribe } from './watch/index.ts';
import { createGraphqlServer } from './yoga.ts';

/**
 * The whole server on one port: GraphQL over HTTP, server-sent events and WebSocket, GraphiQL, the
 * page.
 */
export interface HttpServer {
  /** Not listening yet. */
  readonly server: Server;
  /** What answers operators on a port of their own, not listening either; null where none does. */
  readonly operators: Server | null;
  /** Completes subscriptions, lets requests under way end, and stops listening. */
  readonly close: () => Promise<void>;
}

/** Makes the server over a database, which stays open when the server is closed. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: it only puts the parts together.
export function createHttpServer(options: HttpServerOptions): HttpServer {
  const { database, log = jsonLog('error'), now = () => instantOf(new Date()) } = options;
  const { tracing = null, watches = null, relay = null } = options;
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
  const execution = new Execution({
    ...settings,
    database,
    tail,
    now,
    note: log.noted,
    prepare,
    watches,
  });
  const nodes = openReadNodes(options, { execution, log, tail });
  const callers = new Callers({ database, reads: settings.reads, now });
  const known = knownOperations(settings.persisted, page);
  const measured = { database, tail, nodes, relay, known, process: true };
  const metrics = settings.metrics ? new Metrics(measured) : null;

  const door: Door = {
    callers,
    rate: new RateLimit(settings.requestsPerMinute),
    refused: (refusal) => {
      metrics?.refusedKey();
      log.refused(refusal);
    },
  };
  const connections = new Connections(settings);
  const subscriptions = new Subscriptions({
    keys: new KeyWatch((ids) => endedKeys(recordsOf(database), ids, now())),
    slots: new Shares(settings.subscriptions, 'subscriptions open'),
    context: () => execution.context(),
    shown: (errors) => shown(errors),
  });
  const held = connections.bytes;
  const operations = new Operations({ ...settings, schema });
  const thread = new ThreadTime();
  const served = { settings, now, door, execution, operations, nodes, subscriptions, held };
  const yoga = createGraphqlServer({ ...served, thread, log, metrics, tracing });
  // Yoga binds its methods anew at each access.
  const graphql = yoga.requestListener as unknown as Listener;
  const closing = new AbortController();
  const exports = { settings, database, door, execution, shown, closing: closing.signal };
  const exported = serveExports(exports);
  const assistants = {
    execution,
    judge: { operations, limits: settings.limits },
    shown: (errors: readonly unknown[]) => shown(errors),
    answered: (outcome: RequestOutcome) => {
      metrics?.answered(outcome);
      log.answered(outcome);
    },
    now,
    failed,
  };
  const assisted = serveMcp({ settings, door, shown, held, assistants });
  const underWay = new UnderWay();
  let isClosing = false;

  const forOperators: ForOperators = {
    metrics,
    readiness: settings.ready
      ? async () => (isClosing ? CLOSING : await readiness(database))
      : null,
  };

  const clientOf = (request: IncomingMessage) => clientAddress(request, settings.proxies) ?? HERE;

  function answer(path: string, visit: Visit): MaybePromise<void> {
    const { request, response } = visit;
    const client = clientOf(request);
    try {
      connections.begin(request, response);
    } catch (error) {
      return thread.refuse(client, error);
    }
    if (path === '/health') return say(response, 200, { healthy: true });
    refuseHost(request, settings.hosts);
    const isGraphql = path === ENDPOINT || path.startsWith(`${ENDPOINT}/`);
    if (!isGraphql) return answerOther(path, visit);
    // Before anything is made of the request, so that little waits.
    const turn = thread.turn(client);
    if (turn === undefined) return graphql(request, response);
    // Who went away meanwhile has nothing more to say, not even that.
    return turn.then(() => (response.closed ? undefined : graphql(request, response)));
  }

  async function answerOther(path: string, visit: Visit): Promise<void> {
    const { request, response } = visit;
    if ((await exported(path, visit)) || (await assisted(path, visit))) return;
    const beside = { settings, database, door, shown };
    if (await serveFeed(path, visit, { ...beside, execution })) return;
    if (await serveSource(path, visit, beside)) return;
    if (await serveCheckpoint(path, visit, beside)) return;
    if (await serveUnsubscribe(path, visit, { ...beside, watches })) return;
    await countVisit(visit, { settings, door });
    if (settings.operatorsPort === null && (await serveOperators(path, visit, forOperators)))
      return;
    if (page && servePage(page, request, response)) return;
    throw new Anomaly('NotFound', `There is nothing here; see ${ENDPOINT}.`);
  }

  const server = createServer(HALF_SENT, (request, response) => {
    for (const [name, value] of UNLESS_SAID) response.setHeader(name, value);
    // Its client is to send the next request to another server.
    if (isClosing) response.setHeader('connection', 'close');
    const [path = ''] = (request.url ?? '').split('?', 1);
    underWay.begun();
    void begun(() => answer(path, { request, response }))
      .catch((error: unknown) => {
        if (!response.headersSent) return sayRefused(response, error, { shown });
        failed('A request could not be answered', error);
        response.destroy();
      })
      .then(() => {
        connections.written(request, response);
        underWay.ended();
      });
  });
  connections.bound(server);
  const stopped = stopping(server);
  const operators =
    settings.operatorsPort === null ? null : createOperatorsServer(forOperators, { shown });
  const sockets = serveWebSockets(server, {
    yoga,
    door,
    held,
    shown,
    maxMessageBytes: settings.maxBodyBytes,
    admit: async (request, socket) => {
      const client = clientOf(request);
      thread.count(client, HANDSHAKE_MS);
      await thread.turn(client);
      if (socket.destroyed) throw new Anomaly('Unavailable', 'The client has gone.');
      connections.begin(request, socket);
      refuseHost(request, settings.hosts);
      refuseCrossSite(request, settings.corsOrigins);
      await count(clientAddress(request, settings.proxies), door);
    },
    ended: (request) => thread.count(clientOf(request), HANDSHAKE_MS),
    addressOf: (request) => clientAddress(request, settings.proxies),
    textOf: (params) => persistedText(params, settings.persisted),
  });
  return {
    server,
    operators,
    close: async () => {
      isClosing = true;
      closing.abort(new Anomaly('Unavailable', 'The server is closing.'));
      const closed = stopped();
      operators?.close();
      operators?.closeAllConnections();
      await tail.close();
      await sockets.close();
      await closed;
      // A connection may end before what was asked on it, and that still needs the database.
      await underWay.none();
      await yoga.dispose();
      await execution.close();
      await nodes.close();
      await aside.close();
      await tracing?.close();
    },
  };
}

/** Yoga gives no promise where nothing had to be waited for. */
type Listener = (request: IncomingMessage, response: ServerResponse) => MaybePromise<void>;

/** What the handshake of a WebSocket takes. */
const HANDSHAKE_MS = 3;

const CLOSING = { ready: false, reason: 'The server is closing.' } as const;

async function begun(work: () => MaybePromise<void>): Promise<void> {
  await work();
}
