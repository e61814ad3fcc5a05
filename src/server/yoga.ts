import { createYoga, type YogaServerInstance } from 'graphql-yoga';
import { schema } from '../schema/index.ts';
import type { Instant } from '../values/index.ts';
import { maySubmit, SUBMISSION_BYTES } from './callers.ts';
import { clientAddress, type Door } from './door/index.ts';
import { ENDPOINT } from './endpoint.ts';
import type { ServerContext } from './exchange.ts';
import type { Execution } from './execution/index.ts';
import type { Operations } from './operations/index.ts';
import type { Log, Metrics, Tracing } from './operators/index.ts';
import {
  corsOf,
  useBoundedBody,
  useCaller,
  useCrossSite,
  useExchange,
  useExecution,
  useGraphiql,
  useJudgedDocuments,
  useKeptAnswers,
  useLog,
  useMetrics,
  usePersisted,
  useReadNode,
  useShownErrors,
  useSubscriptions,
  useTracing,
} from './plugins/index.ts';
import type { ReadNodes } from './read-nodes/index.ts';
import type { Settings } from './settings/index.ts';
import type { Shares } from './shares.ts';
import type { Subscriptions } from './subscriptions/index.ts';
import type { ThreadTime } from './thread-time.ts';

/** What GraphQL is served with. */
export interface YogaOptions {
  readonly settings: Settings;
  readonly now: () => Instant;
  readonly door: Door;
  readonly execution: Execution;
  readonly operations: Operations;
  readonly nodes: ReadNodes;
  readonly subscriptions: Subscriptions;
  /** Bytes of requests under way. */
  readonly held: Shares;
  /** Time of the thread that requests are parsed and judged in. */
  readonly thread: ThreadTime;
  readonly log: Log;
  readonly metrics: Metrics | null;
  readonly tracing: Tracing | null;
}

/** GraphQL over HTTP and server-sent events: Yoga, with a plugin for each concern of ours. */
export function createGraphqlServer(
  options: YogaOptions,
): YogaServerInstance<ServerContext, object> {
  const { settings, execution, door, log, metrics, tracing } = options;
  const maxBytes = settings.maxBodyBytes;
  return createYoga<ServerContext>({
    schema,
    graphqlEndpoint: ENDPOINT,
    landingPage: false,
    graphiql: false,
    multipart: false,
    cors: corsOf(settings.corsOrigins),
    logging: { ...SILENT, error: (cause: unknown) => log.failed('A request failed', cause) },
    // Errors are masked by useShownErrors, which knows the request's id and the contract's codes.
    maskedErrors: false,
    // Documents are kept by useJudgedDocuments, which measures them before they are validated.
    parserAndValidationCache: false,
    // Bodies are bounded by useBoundedBody.
    maxRequestBodySize: false,
    extraParamNames: ['documentId'],
    plugins: [
      useExchange((request) => clientAddress(request, settings.proxies)),
      useLog(log),
      metrics !== null && useMetrics(metrics),
      settings.graphiql && useGraphiql(door.rate),
      useCrossSite(settings.corsOrigins),
      useCaller(door),
      useBoundedBody({
        limitOf: (caller) => (maySubmit(caller) ? SUBMISSION_BYTES : maxBytes),
        held: options.held,
        thread: options.thread,
      }),
      ...usePersisted(settings.persisted),
      useJudgedDocuments(
        { operations: options.operations, limits: settings.limits },
        options.thread,
      ),
      tracing !== null && useTracing(tracing),
      useExecution(execution),
      useKeptAnswers({ ...options, cacheBytes: settings.cacheBytes }),
      useReadNode(options.nodes),
      useSubscriptions(options.subscriptions, execution),
      useShownErrors({ log: log.failed, suggestions: settings.suggestions }),
    ],
  });
}

const ignore = () => undefined;
const SILENT = { debug: ignore, info: ignore, warn: ignore };
