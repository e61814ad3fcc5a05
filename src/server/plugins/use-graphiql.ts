import { type FetchAPI, shouldRenderGraphiQL } from 'graphql-yoga';
import type { RateLimit } from '../door/index.ts';
import { ENDPOINT } from '../endpoint.ts';
import type { ServerContext } from '../exchange.ts';
import { fileAnswer, GRAPHIQL_ASSETS, type Graphiql, openGraphiql } from '../page/index.ts';
import type { ServerPlugin } from './plugin.ts';

const ASSETS = `${ENDPOINT}${GRAPHIQL_ASSETS}`;

/** Other sites may not frame it or be loaded by it, and it may hold a key. */
const SAFE = {
  'content-security-policy':
    "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; " +
    "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; " +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
} as const;

/**
 * Answers a browser with GraphiQL, and with what that loads. Also where the address has a query:
 * GraphiQL puts there what is in its editor, and opens with it when the page is loaded again or
 * shared. It needs no key, which a browser cannot send with an address, and counts as a request of
 * its client's.
 */
export function useGraphiql(rate: RateLimit): ServerPlugin {
  let opened: Promise<Graphiql> | undefined;
  async function answer(path: string, { req, exchange }: ServerContext, { Response }: FetchAPI) {
    const allowance = await rate.take(exchange.address ?? null);
    if (!allowance.allowed) {
      const headers = { 'retry-after': String(allowance.retryAfterS) };
      return new Response(rate.refusal, { status: 429, headers });
    }
    opened ??= openGraphiql(ENDPOINT);
    const { page, assets } = await opened;
    const file = path === ENDPOINT ? page : assets.get(path.slice(ENDPOINT.length));
    if (file === undefined) return null;
    const { status, headers, body } = fileAnswer(file, req.headers);
    return new Response(body as BodyInit | undefined, {
      status,
      headers: { ...SAFE, ...headers },
    });
  }
  return {
    onRequest(asked) {
      const { request, serverContext, fetchAPI } = asked;
      if (request.method !== 'GET') return undefined;
      const [path = ''] = (serverContext.req.url ?? '').split('?', 1);
      const isPage = path === ENDPOINT && shouldRenderGraphiQL(request);
      if (!isPage && !path.startsWith(ASSETS)) return undefined;
      return answer(path, serverContext, fetchAPI).then((response) => {
        if (response !== null) asked.endResponse(response);
      });
    },
  };
}
