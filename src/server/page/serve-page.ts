import type { IncomingMessage, ServerResponse } from 'node:http';
import { type DescribedView, describeView } from './describe-view.ts';
import { fileAnswer, type PageFile, pageFile } from './page-file.ts';
import type { Page } from './read-page.ts';

/** Nothing is loaded from elsewhere, and no other site frames the page. */
const SAFE = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
    "connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
} as const;

const NOT_FOUND = { title: 'Not found', description: 'No view of this ledger has this address.' };

/**
 * Answers with a file of the page, or with the page where a view is asked for; with 404 and the
 * page's own words where a browser asks for a view that there is not. False where it has neither.
 */
export function servePage(page: Page, request: IncomingMessage, response: ServerResponse): boolean {
  const { method, headers, url = '' } = request;
  if (method !== 'GET' && method !== 'HEAD') return false;
  const path = url.split('?', 1)[0] ?? '';
  const view = describeView(path);
  const isLost = view === null && !page.files.has(path) && isBrowsing(headers.accept);
  const file = view === null && !isLost ? page.files.get(path) : described(page, view ?? NOT_FOUND);
  if (file === undefined) return false;
  const answer = fileAnswer(file, headers);
  response.writeHead(isLost ? 404 : answer.status, { ...SAFE, ...answer.headers });
  response.end(method === 'HEAD' ? undefined : answer.body);
  return true;
}

/** Whether a person opens an address; scripts, fetchers of files and curl do not ask so. */
function isBrowsing(accept = ''): boolean {
  return accept.split(',').some((one) => one.trim().startsWith('text/html'));
}

/** The page with the title and the preview of a view in its head. */
function described(
  page: Page,
  { title, description, module }: DescribedView,
): PageFile | undefined {
  const index = page.files.get('/index.html');
  if (index === undefined) return undefined;
  const meta = (name: string, content: string) => `<meta ${name} content="${escaped(content)}">`;
  const head = [
    `<title>${escaped(title)} · insider-ledger</title>`,
    meta('name="description"', description),
    meta('property="og:title"', title),
    meta('property="og:description"', description),
    meta('property="og:type"', 'website'),
    meta('property="og:site_name"', 'insider-ledger'),
    page.links.get(module ?? '') ?? '',
  ].join('');
  const html = index.bodies.identity.toString('utf8').replace('</head>', () => `${head}</head>`);
  return pageFile({ identity: Buffer.from(html) }, { type: index.type, isImmutable: false });
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
