import type { IncomingMessage } from 'node:http';
import { Anomaly } from '../../values/index.ts';

/**
 * Refuses what a page of another site sent by its visitor's browser, unless the site is allowed. That
 * POST takes application/json alone, which no form can send, and that no key is ever sent by itself,
 * would do for changes; this keeps a visitor's network from being read and loaded too. Forbidden.
 */
export function refuseCrossSite(request: IncomingMessage, allowed: readonly string[]): void {
  const { origin, host } = request.headers;
  if (origin !== undefined) {
    if (origin === `http://${host}` || origin === `https://${host}`) return;
    if (allowed.includes(origin) || allowed.includes('*')) return;
    throw new Anomaly(
      'Forbidden',
      'Pages of other sites may not ask; CORS_ORIGINS lists those that may.',
    );
  }
  const site = request.headers['sec-fetch-site'];
  const isNavigation = request.headers['sec-fetch-mode'] === 'navigate';
  if (site === 'cross-site' && !isNavigation && !allowed.includes('*')) {
    throw new Anomaly('Forbidden', 'Pages of other sites may not ask.');
  }
}

/** The headers by which an allowed site's pages may read the answer. */
export function corsHeaders(
  request: IncomingMessage,
  allowed: readonly string[],
): Readonly<Record<string, string>> {
  const { origin } = request.headers;
  if (origin === undefined || allowed.length === 0) return {};
  if (!allowed.includes(origin) && !allowed.includes('*')) return { vary: 'origin' };
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-headers': 'content-type, authorization, x-request-id, if-none-match',
    'access-control-allow-methods': 'GET, POST',
    'access-control-expose-headers': 'etag, x-request-id, retry-after',
    'access-control-max-age': '600',
    vary: 'origin',
  };
}
