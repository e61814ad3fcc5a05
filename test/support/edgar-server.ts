import { createHash } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { onTestFinished } from 'vitest';
import { type Contents, contentAt } from './edgar/contents.ts';
import type { ListedFiling } from './edgar/listed-filing.ts';
import { ACCESS_DENIED, ERROR_PAGE, TOO_MANY } from './edgar/pages.ts';

/** A request that the fixture EDGAR was sent. */
export interface EdgarRequest {
  /** With its query. */
  readonly path: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly headers: IncomingHttpHeaders;
  /** What was answered. */
  status: number;
}

/** What goes wrong with a request. */
export type Fault =
  /** Status 429; `retryAfter` in seconds or as a date. */
  | { readonly kind: 'too many'; readonly retryAfter?: string }
  /** Status 403 with the SEC's page, or another. */
  | { readonly kind: 'shut out'; readonly page?: string }
  | { readonly kind: 'status'; readonly status: number }
  /** Something else in its place, with status 200 where no other is said. */
  | { readonly kind: 'answer'; readonly body: string; readonly status?: number }
  /** A part of the answer, then the connection is cut. */
  | { readonly kind: 'cut' }
  /** The connection is cut before anything is said. */
  | { readonly kind: 'reset' }
  /** An answer that nothing comes of. */
  | { readonly kind: 'silent' }
  | { readonly kind: 'page' }
  /** Compressed, whole by its length, and cut inside. */
  | { readonly kind: 'bad gzip' }
  | { readonly kind: 'redirect'; readonly to: string };

/** An EDGAR of invented filings, on a free port of this machine. */
export interface EdgarServer {
  /** Its address, for EDGAR_BASE_URL and EDGAR_DATA_URL. */
  readonly url: string;
  /** Every request so far, the oldest first. */
  readonly requests: readonly EdgarRequest[];
  /** The paths asked for, with the status of each answer where it was not 200. */
  asked(matching?: RegExp): string[];
  /** Lists more filings. One with the number of another takes its place. */
  list(...filings: readonly ListedFiling[]): void;
  /** Has a file at a path. */
  put(path: string, bytes: Uint8Array): void;
  /** Lets the next so many requests to matching paths go wrong. */
  fail(matching: RegExp, fault: Fault, times?: number): void;
  /** Changes how far feeds and indexes go. */
  set(change: Partial<Omit<Contents, 'filings' | 'files'>>): void;
  close(): Promise<void>;
}

/** Starts one; closed when the test is finished, or by `onFinished`. */
export async function startEdgarServer(
  options: Partial<Omit<Contents, 'files'>> = {},
  onFinished: (close: () => Promise<void>) => void = onTestFinished,
): Promise<EdgarServer> {
  const files = new Map<string, Uint8Array>();
  let contents: Contents = {
    filings: [],
    folder: null,
    feedEntries: Number.POSITIVE_INFINITY,
    indexedThrough: '9999-12-31',
    withoutIndex: [],
    jsonPage: 1_000,
    ...options,
    files,
  };
  const requests: EdgarRequest[] = [];
  const faults: { matching: RegExp; fault: Fault; times: number }[] = [];
  const server = createServer(async ({ url: path = '/', headers }, response) => {
    const request: EdgarRequest = { path, at: Date.now(), headers, status: 0 };
    requests.push(request);
    response.once('close', () => {
      request.status = response.statusCode;
    });
    const planned = faults.find(({ matching, times }) => times > 0 && matching.test(path));
    if (planned !== undefined) planned.times -= 1;
    const content = await contentAt(contents, new URL(path, 'http://fixture'));
    answer(response, content, { headers, fault: planned?.fault ?? null, path });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const close = () =>
    new Promise<void>((closed) => {
      server.close(() => closed());
      server.closeAllConnections();
    });
  onFinished(close);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    asked: (matching = /./) =>
      requests
        .filter(({ path }) => matching.test(path))
        .map(({ path, status }) => (status === 200 ? path : `${path} ${status}`)),
    list(...filings) {
      const numbers = new Set(filings.map(({ accessionNumber }) => accessionNumber));
      const kept = contents.filings.filter(({ accessionNumber }) => !numbers.has(accessionNumber));
      contents = { ...contents, filings: [...kept, ...filings] };
    },
    put: (path, bytes) => files.set(path, bytes),
    fail: (matching, fault, times = 1) => faults.push({ matching, fault, times }),
    set(change) {
      contents = { ...contents, ...change };
    },
    close,
  };
}

interface Asked {
  readonly headers: IncomingHttpHeaders;
  readonly fault: Fault | null;
  readonly path: string;
}

function answer(
  response: ServerResponse,
  content: { readonly type: string; readonly bytes: Uint8Array } | null,
  { headers, fault, path }: Asked,
): void {
  if (fault !== null && failAs(response, fault)) return;
  if (content === null) {
    const isIndex = path.includes('-index/');
    response.writeHead(isIndex ? 403 : 404, { 'content-type': 'application/xml' });
    response.end(isIndex ? ACCESS_DENIED : ACCESS_DENIED.replace('AccessDenied', 'NoSuchKey'));
    return;
  }
  const etag = `"${createHash('sha256').update(content.bytes).digest('hex').slice(0, 32)}"`;
  if (headers['if-none-match'] === etag) {
    response.writeHead(304, { etag }).end();
    return;
  }
  const packs =
    headers['accept-encoding']?.includes('gzip') === true && !content.type.includes('zip');
  const bytes = packs ? gzipSync(content.bytes) : content.bytes;
  const sent = fault?.kind === 'bad gzip' ? gzipSync(content.bytes).subarray(0, -12) : bytes;
  response.writeHead(200, {
    'content-type': content.type,
    'content-length': sent.byteLength,
    etag,
    'last-modified': 'Mon, 06 May 2024 22:00:00 GMT',
    ...(packs || fault?.kind === 'bad gzip' ? { 'content-encoding': 'gzip' } : {}),
  });
  if (fault?.kind === 'cut') {
    response.write(sent.subarray(0, Math.floor(sent.byteLength / 2)), () => response.destroy());
  } else if (fault?.kind === 'silent') response.flushHeaders();
  else response.end(sent);
}

/** Answers with a fault that needs nothing of the content; says whether it has. */
function failAs(response: ServerResponse, fault: Fault): boolean {
  switch (fault.kind) {
    case 'too many':
      response.writeHead(
        429,
        fault.retryAfter === undefined ? {} : { 'retry-after': fault.retryAfter },
      );
      response.end();
      return true;
    case 'shut out':
      response.writeHead(403, { 'content-type': 'text/html' }).end(fault.page ?? TOO_MANY);
      return true;
    case 'status':
      response.writeHead(fault.status).end();
      return true;
    case 'answer':
      response.writeHead(fault.status ?? 200, { 'content-type': 'text/plain' });
      response.end(Buffer.from(fault.body, 'latin1'));
      return true;
    case 'reset':
      response.destroy();
      return true;
    case 'page':
      response.writeHead(200, { 'content-type': 'text/html' }).end(ERROR_PAGE);
      return true;
    case 'redirect':
      response.writeHead(302, { location: fault.to }).end();
      return true;
    default:
      return false;
  }
}
