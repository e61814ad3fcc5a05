import type { IncomingMessage, ServerResponse } from 'node:http';
import { fileAnswer } from './page-file.ts';
import type { Page } from './read-page.ts';

/** Where the page's views are: all of them begin with the same file. */
const VIEWS = /^\/(?:$|person\/|issuer\/|graph\/|path$|live$|ledger$)/;

/** Nothing is loaded from elsewhere, and no other site frames the page. */
const SAFE = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
} as const;

/**
 * Answers with a file of the page, or with the page where a view is asked for; false where it has
 * neither.
 */
export function servePage(page: Page, request: IncomingMessage, response: ServerResponse): boolean {
  const { method, headers, url = '' } = request;
  if (method !== 'GET' && method !== 'HEAD') return false;
  const path = url.split('?', 1)[0] ?? '';
  const file = page.get(VIEWS.test(path) ? '/index.html' : path);
  if (file === undefined) return false;
  const answer = fileAnswer(file, headers);
  response.writeHead(answer.status, { ...SAFE, ...answer.headers });
  response.end(method === 'HEAD' ? undefined : answer.body);
  return true;
}
