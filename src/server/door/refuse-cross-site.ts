import type { IncomingMessage } from 'node:http';
import { Anomaly } from '../../values/index.ts';

/**
 * Refuses what a page of another site sent by its visitor's browser, unless the site is allowed.
 * That POST takes application/json alone, which no form can send, and that no key is ever sent by
 * itself, would do for changes; this keeps a visitor's network from being read and loaded too.
 * Forbidden.
 */
export function refuseCrossSite(
  request: Pick<IncomingMessage, 'headers'>,
  allowed: readonly string[],
): void {
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
