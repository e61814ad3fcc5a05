import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import { createYoga, type YogaServerInstance } from 'graphql-yoga';
import { type Context, createContext, schema } from '../../schema/index.ts';
import { type Instant, instantOf } from '../../values/index.ts';
import { contractErrors, type ErrorLog } from './contract-errors.ts';
import { DEFAULT_QUERY } from './default-query.ts';
import { limits } from './limits.ts';

const MAX_BODY_BYTES = 1_000_000;

/** What the GraphQL server is made of. */
export interface GraphqlServerOptions {
  readonly database: Context['database'];
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
  return createYoga<object, Context>({
    schema,
    context: () => createContext({ database: options.database, now: now() }),
    plugins: [limits(), contractErrors(options.log ?? console.error)],
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
