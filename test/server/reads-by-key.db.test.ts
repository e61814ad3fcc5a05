import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invented } from '../schema/samples.ts';
import { holdKey } from '../support/key-holder.ts';
import { CLIENTS, startServer } from '../support/live-server.ts';
import { QUIET } from '../support/quiet.ts';
import { createTestLedger } from '../support/test-ledger.ts';

const QUESTION = '{ ledger { events } }';
const SUBSCRIPTION = 'subscription { eventAppended(after: "1") { position } }';
const EVENTS = 'text/event-stream';
const JSON_TYPE = { 'content-type': 'application/json' };
const post = (query: string, accept: string) => ({
  method: 'POST',
  headers: { ...JSON_TYPE, accept },
  body: JSON.stringify({ query }),
});
const rpc = (method: string, params: object) => ({
  method: 'POST',
  headers: { ...JSON_TYPE, accept: `application/json, ${EVENTS}` },
  body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
});
const get = (accept = '*/*') => ({ method: 'GET', headers: { accept } });
const asked = (query: string) => `/graphql?query=${encodeURIComponent(query)}`;
/** Every path that gives what the ledger holds. */
const SHUT = [
  ['POST /graphql', '/graphql', post(QUESTION, 'application/json')],
  ['GET /graphql', asked(QUESTION), get('application/json')],
  ['a subscription by POST', '/graphql', post(SUBSCRIPTION, EVENTS)],
  ['a subscription by GET', asked(SUBSCRIPTION), get(EVENTS)],
  ['exported transactions', '/export/transactions?tickers=TWKX', get('text/csv')],
  ['exported holdings', '/export/holdings?asOf=2024-01-01', get('application/x-ndjson')],
  ['the feed of a screen', '/feeds/transactions.atom', get()],
  ['the feed of an issuer', '/feeds/issuer/TWKX.atom', get()],
  ['the feed of a person', '/feeds/person/9000204.atom', get()],
  ['a source document', '/filings/0009000101-23-000005/source', get()],
  [
    'an assistant’s tool',
    '/mcp',
    rpc('tools/call', { name: 'who_holds', arguments: { issuer: 'TWKX' } }),
  ],
  ['an assistant’s list of tools', '/mcp', rpc('tools/list', {})],
  ['an assistant’s document', '/mcp', rpc('resources/read', { uri: 'insider-ledger://filing/1' })],
  ['a document to download', '/filings/0009000101-23-000005/source?download', get()],
] as const;

/** Every path that gives nothing of it. */
const OPEN = [
  ['GraphiQL', '/graphql', get('text/html')],
  ['health', '/health', get()],
  ['readiness', '/ready', get()],
  ['metrics', '/metrics', get()],
] as const;

const WRONG = { authorization: `Bearer il_00000000_${'0'.repeat(64)}` };
let url: string;
let right: Record<string, string>;

beforeAll(async () => {
  const ledger = await createTestLedger(afterAll);
  await ledger.append(invented());
  ({ headers: right } = await holdKey(ledger, ['INGEST']));
  const options = { settings: { reads: 'keys' as const }, log: QUIET };
  ({ url } = await startServer(ledger.database, options, afterAll));
});

/** The status, and the text where it is not a stream that goes on. */
async function answer(path: string, request: RequestInit, key: Record<string, string>) {
  const headers = { ...(request.headers as Record<string, string>), ...key };
  const response = await fetch(new URL(path, url), { ...request, headers });
  const isStream = response.headers.get('content-type')?.startsWith(EVENTS) ?? false;
  if (!isStream) return { status: response.status, text: await response.text() };
  const chunk = await response.body?.getReader().read();
  return { status: response.status, text: new TextDecoder().decode(chunk?.value) };
}

describe('READS=keys', () => {
  it.each(SHUT)(
    'lets whoever has a key, of any scope, have %s, and nobody else',
    async (_, path, request) => {
      const given = await answer(path, request, right);
      expect(given.status).toBe(200);
      expect(given.text).not.toContain('UNAUTHENTICATED');
      for (const key of [{}, WRONG]) {
        const refused = await answer(path, request, key);
        expect(refused.text).toContain('UNAUTHENTICATED');
        expect(refused.status).toBe(401);
      }
    },
  );

  it.each(OPEN)('leaves %s open, also to a wrong key', async (_, path, request) => {
    for (const key of [right, {}, WRONG]) {
      expect(await answer(path, request, key)).toMatchObject({ status: 200 });
    }
  });

  it.each([
    ['in the handshake', (key: Record<string, string>) => CLIENTS.WebSocket(url, key)],
    ['with connection_init', (key: Record<string, string>) => CLIENTS.WebSocket(url, {}, key)],
  ])('shuts WebSockets likewise, the key %s', async (_, open) => {
    const first = async (key: Record<string, string>) => {
      const client = open(key);
      try {
        const step = await client.subscribe({ query: SUBSCRIPTION }).next();
        return JSON.stringify(step.value);
      } catch (error) {
        return `${String(error)} ${JSON.stringify(error)}`;
      } finally {
        client.close();
      }
    };
    expect(await first(right)).toContain('"position":"2"');
    for (const key of [{}, WRONG]) {
      expect(await first(key)).toMatch(/UNAUTHENTICATED|Unauthorized|4401|401/);
    }
  });
});
