export { clientAddress } from './client-address.ts';
export { corsHeaders, refuseCrossSite } from './cross-site.ts';
export { serveGraphiql, wantsPage } from './graphiql.ts';
export { GraphqlOverHttp } from './graphql-over-http.ts';
export { CONTENT_TYPES } from './media-type.ts';
export { RateLimit } from './rate-limit.ts';
