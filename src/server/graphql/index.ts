export { DEFAULT_QUERY } from './default-query.ts';
export { createGraphqlServer, type GraphqlServer, type GraphqlServerOptions } from './yoga.ts';
