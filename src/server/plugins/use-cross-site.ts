import type { CORSOptions } from 'graphql-yoga';
import { refusal, refuseCrossSite } from '../door/index.ts';
import type { ServerPlugin } from './plugin.ts';

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

/** Yoga's setting by which the pages of allowed sites may read the answer. */
export function corsOf(allowed: readonly string[]): CORSOptions {
  if (allowed.length === 0) return false;
  return {
    origin: [...allowed],
    allowedHeaders: [
      'content-type',
      'authorization',
      'x-api-key',
      'x-request-id',
      'x-min-position',
      'if-none-match',
    ],
    methods: ['GET', 'POST'],
    exposedHeaders: ['etag', 'x-request-id', 'x-ledger-position', 'retry-after'],
    maxAge: 600,
    credentials: false,
  };
}
