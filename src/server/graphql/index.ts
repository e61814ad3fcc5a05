export { createGraphqlServer, type GraphqlServer, type GraphqlServerOptions } from './yoga.ts';
