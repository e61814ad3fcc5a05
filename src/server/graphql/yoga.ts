import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import { createYoga, type YogaServerInstance } from 'graphql-yoga';
import { type Database, openTail, type Tail } from '../../ledger/index.ts';
import { type Context, createContext, schema } from '../../schema/index.ts';
import { type Instant, instantOf } from '../../values/index.ts';
import { contractErrors, type ErrorLog } from './contract-errors.ts';
import { DEFAULT_QUERY } from './default-query.ts';
import { limits } from './limits.ts';
import {
  type SubscriptionLimits,
  SubscriptionSlots,
  subscriptions,
} from './subscriptions/index.ts';

/** The longest request, or message of a WebSocket. */
export const MAX_BODY_BYTES = 1_000_000;

const SUBSCRIPTIONS: SubscriptionLimits = { perClient: 100, inAll: 10_000 };

/** What the GraphQL server is made of. */
export interface GraphqlServerOptions {
  readonly database: Pick<Database, 'pool' | 'connection'>;
  /** The live end of the ledger; one of its own where left out. */
  readonly tail?: Tail;
  /** How many subscriptions may be open; 100 a client and 10,000 in all where left out. */
  readonly subscriptions?: SubscriptionLimits;
  /** The clock; the machine's own where left out. Asked once a request. */
  readonly now?: () => Instant;
  /** Told of every failure that is masked; to stderr where left out. */
  readonly log?: ErrorLog;
}

/** A listener for node:http, and a fetch of its own for tests; serves /graphql and /health. */
export type GraphqlServer = YogaServerInstance<object, Context>;

/** Makes the server of the schema over a database: GraphQL over HTTP, and GraphiQL for browsers. */
export function createGraphqlServer(options: GraphqlServerOptions): GraphqlServer {
  const now = options.now ?? (() => instantOf(new Date()));
  const log = options.log ?? console.error;
  const { database, tail = openTail(database) } = options;
  const context = () => createContext({ database, tail, now: now() });
  const slots = new SubscriptionSlots(options.subscriptions ?? SUBSCRIPTIONS);
  return createYoga<object, Context>({
    schema,
    context,
    plugins: [limits(), subscriptions({ context, log, slots }), contractErrors(log)],
    // contractErrors masks them instead: only it knows the contract's codes.
    maskedErrors: false,
    maxRequestBodySize: MAX_BODY_BYTES,
    graphiql: { title: 'insider-ledger', defaultQuery: DEFAULT_QUERY },
    // From the package, not from a CDN: GraphiQL works without a network.
    renderGraphiQL,
    landingPage: false,
    multipart: false,
    logging: false,
  });
}
