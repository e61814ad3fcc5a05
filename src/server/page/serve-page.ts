import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Page, PageFile } from './read-page.ts';

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

/** Answers with a file of the page, or with the page where a view is asked for; false where it has neither. */
export function servePage(page: Page, request: IncomingMessage, response: ServerResponse): boolean {
  const { method, headers, url = '' } = request;
  if (method !== 'GET' && method !== 'HEAD') return false;
  const path = url.split('?', 1)[0] ?? '';
  const file = page.get(VIEWS.test(path) ? '/index.html' : path);
  if (file === undefined) return false;
  const coding = codingOf(String(headers['accept-encoding'] ?? ''));
  const body = file.bodies[coding];
  const told = {
    ...SAFE,
    etag: file.etag,
    vary: 'accept-encoding',
    'cache-control': file.isImmutable ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
  if (headers['if-none-match'] === file.etag) {
    response.writeHead(304, told).end();
    return true;
  }
  response.writeHead(200, {
    ...told,
    'content-type': file.type,
    'content-length': body.length,
    ...(coding !== 'identity' && { 'content-encoding': coding }),
  });
  response.end(method === 'HEAD' ? undefined : body);
  return true;
}

function codingOf(accepted: string): keyof PageFile['bodies'] {
  const codings = accepted.split(',').map((coding) => coding.trim().split(';', 1)[0]);
  return (['br', 'gzip'] as const).find((coding) => codings.includes(coding)) ?? 'identity';
}
