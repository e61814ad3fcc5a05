import { shouldRenderGraphiQL } from 'graphql-yoga';
import { ENDPOINT } from '../endpoint.ts';
import {
  fileAnswer,
  GRAPHIQL_ASSETS,
  type Graphiql,
  openGraphiql,
  type PageFile,
} from '../page/index.ts';
import type { ServerPlugin } from './plugin.ts';
import type { RateLimit } from './rate-limit.ts';

const ASSETS = `${ENDPOINT}${GRAPHIQL_ASSETS}`;

/** Other sites may not frame it, and it may hold a key. */
const SAFE = {
  'content-security-policy': "frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
} as const;

/**
 * Answers a browser with GraphiQL, and with what that loads. Also where the address has a query: GraphiQL
 * puts there what is in its editor, and opens with it when the page is loaded again or shared. It needs
 * no key, which a browser cannot send with an address, and counts as a request of its client's.
 */
export function useGraphiql(rate: RateLimit): ServerPlugin {
  let opened: Promise<Graphiql> | undefined;
  return {
    async onRequest(asked) {
      const { request, fetchAPI } = asked;
      const { req, exchange } = asked.serverContext;
      const [path = ''] = (req.url ?? '').split('?', 1);
      const isPage = path === ENDPOINT && shouldRenderGraphiQL(request);
      if (!isPage && !path.startsWith(ASSETS)) return;
      const allowance = await rate.take(exchange.address ?? null);
      if (!allowance.allowed) {
        const headers = { 'retry-after': String(allowance.retryAfterS) };
        asked.endResponse(new fetchAPI.Response(rate.refusal, { status: 429, headers }));
        return;
      }
      opened ??= openGraphiql(ENDPOINT);
      const { page, assets } = await opened;
      const file: PageFile | undefined = isPage ? page : assets.get(path.slice(ENDPOINT.length));
      if (file === undefined) return;
      const { status, headers, body } = fileAnswer(file, req.headers);
      asked.endResponse(
        new fetchAPI.Response((body ?? null) as BodyInit | null, {
          status,
          headers: { ...SAFE, ...headers },
        }),
      );
    },
  };
}
