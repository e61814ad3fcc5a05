export { DEFAULT_QUERY } from './default-query.ts';
export { createHttpServer, type HttpServer } from './http-server.ts';
export { createGraphqlServer, type GraphqlServer, type GraphqlServerOptions } from './yoga.ts';
