import type { IncomingMessage } from 'node:http';
import type { CORSOptions } from 'graphql-yoga';
import { Anomaly } from '../../values/index.ts';
import type { ServerPlugin } from './plugin.ts';
import { refusal } from './refusal.ts';

/** Refuses what a page of another site sent, unless the site is allowed. */
export function useCrossSite(allowed: readonly string[]): ServerPlugin {
  return {
    onRequestParse({ serverContext: { req } }) {
      try {
        refuseCrossSite(req, allowed);
      } catch (error) {
        throw refusal(error);
      }
    },
  };
}

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

/** Yoga's setting by which the pages of allowed sites may read the answer. */
export function corsOf(allowed: readonly string[]): CORSOptions {
  if (allowed.length === 0) return false;
  return {
    origin: [...allowed],
    allowedHeaders: ['content-type', 'authorization', 'x-request-id', 'if-none-match'],
    methods: ['GET', 'POST'],
    exposedHeaders: ['etag', 'x-request-id', 'retry-after'],
    maxAge: 600,
    credentials: false,
  };
}
