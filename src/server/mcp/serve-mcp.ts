import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { McpHttpHandler } from '@modelcontextprotocol/server';
import { type Caller, toContractError } from '../../schema/index.ts';
import { Anomaly } from '../../values/index.ts';
import { askedOrigin } from '../asked-origin.ts';
import { type Beside, letIn, type Visit } from '../beside-graphql.ts';
import { badRequest, clientAddress, clientOf, count, statusOf, withStatus } from '../door/index.ts';
import { HERE } from '../endpoint.ts';
import { beyondBounds, DEEPEST, MOST_VALUES } from '../operations/index.ts';
import { beyond, JSON_IN_UTF8, readBody } from '../plugins/index.ts';
import type { Settings } from '../settings/index.ts';
import { GrowingShare, type Shares } from '../shares.ts';
import type { Assistant, AssistantOptions, assistantServer } from './assistant-server.ts';

/** Where assistants are served. */
const PATH = '/mcp';

/** No question of an assistant is longer. */
const MOST_BODY_BYTES = 100_000;

/** Lists of ours never change: nobody need wait for that on an open connection. */
const NOTHING_TO_HEAR = 'subscriptions/listen';

const NO_SESSIONS = new Anomaly('Incorrect', 'MCP is asked by POST here: there are no sessions.');

/** What assistants are served with over HTTP. */
export interface McpOptions extends Beside {
  readonly settings: Beside['settings'] & Pick<Settings, 'maxBodyBytes' | 'explorer' | 'publicUrl'>;
  readonly assistants: AssistantOptions;
  /** Bytes of requests under way. */
  readonly held: Shares;
}

/**
 * Serves `/mcp`, streamable HTTP without sessions, behind the limits of GraphQL: every request is
 * let in and counted as one of GraphQL is, and so is every operation that a tool asks. Gives false
 * where the path is another. MCP is loaded when it is first asked for, with the server that
 * `serverOf` makes.
 */
export function serveMcp(
  options: McpOptions,
  serverOf: () => Promise<typeof assistantServer> = ours,
): (path: string, visit: Visit) => Promise<boolean> {
  let loading: Promise<McpHttpHandler> | undefined;
  return async (path, visit) => {
    if (path !== PATH) return false;
    const { request, response } = visit;
    let id: unknown = null;
    try {
      const caller = await letIn(visit, options);
      if (request.method !== 'POST') {
        response.setHeader('allow', 'POST');
        throw withStatus(toContractError(NO_SESSIONS), 405);
      }
      const body = await bodyOf(visit, options);
      id = idOf(body);
      loading ??= load(options, serverOf);
      const handler = await loading;
      await respond(handler, { body, caller }, visit, options);
    } catch (error) {
      // What is left of its body is not waited for.
      if (!request.complete && !response.headersSent) response.setHeader('connection', 'close');
      if (response.headersSent || response.destroyed) response.destroy();
      else sayRefused(response, error, { id, shown: options.shown });
    }
    return true;
  };
}

async function load(
  { assistants }: McpOptions,
  serverOf: () => Promise<typeof assistantServer>,
): Promise<McpHttpHandler> {
  const [{ createMcpHandler }, make] = await Promise.all([
    import('@modelcontextprotocol/server'),
    serverOf(),
  ]);
  return createMcpHandler(
    ({ authInfo }) => make(assistants, authInfo?.extra?.assistant as Assistant),
    { onerror: () => undefined },
  );
}

/** What makes a server with the tools of this project. */
async function ours() {
  return (await import('./assistant-server.ts')).assistantServer;
}

/** The body of a request, bounded in bytes, depth and values, and one message alone. */
async function bodyOf({ request, response }: Visit, options: McpOptions): Promise<object> {
  if (!JSON_IN_UTF8.test(request.headers['content-type'] ?? '')) {
    throw badRequest(415, 'The body must be application/json, in UTF-8.');
  }
  const { settings, held } = options;
  const most = Math.min(settings.maxBodyBytes, MOST_BODY_BYTES);
  const share = new GrowingShare(held, clientAddress(request, settings.proxies) ?? HERE);
  response.once('close', () => share.end());
  const bytes = await readBody(request, most, (more) => share.add(more));
  if (bytes === null) throw badRequest(413, `The body has ${most} bytes at most.`);
  const text = bytes.toString();
  if (beyond(text, BOUNDS) !== null) throw badRequest(400, TOO_MUCH);
  const body = parsed(text);
  if (beyondBounds({ body }) !== null) throw badRequest(400, TOO_MUCH);
  if (Array.isArray(body)) throw badRequest(400, 'A request has one message; send each by itself.');
  if ((body as { method?: unknown }).method === NOTHING_TO_HEAR) {
    throw badRequest(400, 'Lists of this server never change: there is nothing to listen to.');
  }
  return body;
}

/** What a message may have within it, which a large text is looked at for before it is parsed. */
const BOUNDS = { depth: DEEPEST, values: MOST_VALUES };
const TOO_MUCH = 'The body holds too much within itself.';

function parsed(text: string): object {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw badRequest(400, 'The body is no JSON.');
  }
  if (typeof body === 'object' && body !== null) return body;
  throw badRequest(400, 'The body must be an object of JSON.');
}

async function respond(
  handler: McpHttpHandler,
  { body, caller }: { readonly body: object; readonly caller: Caller },
  { request, response }: Visit,
  { settings, door }: McpOptions,
): Promise<void> {
  const address = clientAddress(request, settings.proxies);
  const client = clientOf(caller, address);
  const assistant: Assistant = {
    asker: { caller, address, response, count: () => count(client, door) },
    explorer: settings.explorer
      ? (settings.publicUrl ?? askedOrigin(request, settings.proxies))
      : null,
  };
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const asked = new Request(`http://localhost${PATH}`, {
    method: 'POST',
    headers: headersOf(request),
    body: JSON.stringify(body),
    signal: gone.signal,
  });
  const authInfo = { token: '', clientId: '', scopes: [], extra: { assistant } };
  const answer = await handler.fetch(asked, { parsedBody: body, authInfo });
  const headers = { ...Object.fromEntries(answer.headers), 'cache-control': 'no-store' };
  response.writeHead(answer.status, headers);
  for await (const chunk of answer.body ?? []) {
    // Leaving cancels what is left.
    if (response.destroyed) return;
    if (!response.write(chunk)) await once(response, 'drain', { signal: gone.signal });
  }
  response.end();
}

/** What MCP reads of a request's headers: no credentials go further than the door. */
function headersOf({ headers }: IncomingMessage): Record<string, string> {
  const named = Object.entries(headers).filter(
    ([name]) => name === 'accept' || name === 'content-type' || name.startsWith('mcp-'),
  );
  return Object.fromEntries(named.map(([name, value]) => [name, String(value)]));
}

function idOf(body: object): unknown {
  const { id } = body as { readonly id?: unknown };
  return typeof id === 'string' || typeof id === 'number' ? id : null;
}

/** JSON-RPC's codes for what is refused before MCP sees it; what is no request of it, else ours. */
const INVALID_REQUEST = -32_600;
const REFUSED = -32_000;

/** Answers with an error in the shape of JSON-RPC's, and the status and code that GraphQL has. */
function sayRefused(
  response: ServerResponse,
  error: unknown,
  { id, shown }: { readonly id: unknown; readonly shown: Beside['shown'] },
): void {
  const [first] = shown([error]);
  const status = statusOf(error);
  const code = status === 400 ? INVALID_REQUEST : REFUSED;
  const data = { code: first?.extensions.code };
  const fault = { code, message: first?.message ?? 'Something went wrong on our side.', data };
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify({ jsonrpc: '2.0', id, error: fault }));
}
