import { once } from 'node:events';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invented } from '../../schema/samples.ts';
import { asMessage, call, FINE, HEADERS, sendTo } from '../../support/assistant/messages.ts';
import { type LiveServer, startServer } from '../../support/live-server.ts';
import { createTestLedger, type TestLedger } from '../../support/test-ledger.ts';

let ledger: TestLedger;
let server: LiveServer;

beforeAll(async () => {
  ledger = await createTestLedger(afterAll);
  await ledger.append(invented());
  server = await startServer(ledger.database, {}, afterAll);
});

const deep = (levels: number) => `${'['.repeat(levels)}1${']'.repeat(levels)}`;

const send = (
  body: string,
  headers: Readonly<Record<string, string>> = {},
  url: string = server.url,
) => sendTo(url, body, headers);

async function isWell() {
  const { status, text } = await send(asMessage(FINE));
  expect(status).toBe(200);
  expect(text).toContain('«Tarnwick Instruments Inc.»');
}

type Refused = readonly [
  what: string,
  status: number,
  body: string,
  headers?: Readonly<Record<string, string>>,
];

/** What is refused at once, with its status. */
const REFUSED: readonly Refused[] = [
  [
    'a body longer than any question',
    413,
    asMessage(call('who_holds', { issuer: 'x'.repeat(200_000) })),
  ],
  ['a list of messages', 400, asMessage(Array.from({ length: 100 }, (_, id) => ({ ...FINE, id })))],
  ['a list of one message', 400, asMessage([FINE])],
  ['an empty list', 400, '[]'],
  [
    'lists within one another',
    400,
    `{"jsonrpc":"2.0","id":1,"method":"tools/call","params":${deep(40_000)}}`,
  ],
  [
    'more values than a question has',
    400,
    asMessage(call('transactions', { codes: Array.from({ length: 20_000 }, () => 1) })),
  ],
  ['what is no JSON', 400, '{'],
  ['a number', 400, '5'],
  ['a body that is no JSON by its type', 415, asMessage(FINE), { 'content-type': 'text/plain' }],
  ['a form', 415, 'a=b', { 'content-type': 'application/x-www-form-urlencoded' }],
  ['a page of another site', 403, asMessage(FINE), { origin: 'https://evil.example' }],
  ['a key that is none', 401, asMessage(FINE), { 'x-api-key': 'il_00000000_0' }],
  [
    'to listen for what never comes',
    400,
    asMessage({
      jsonrpc: '2.0',
      id: 1,
      method: 'subscriptions/listen',
      params: { notifications: {} },
    }),
  ],
];

describe('is refused before a tool is asked, and says why', () => {
  it.each(REFUSED.map(([what, ...sent]) => [what, sent] as const))('%s', async (_, sent) => {
    const [status, body, headers] = sent;
    const answer = await send(body, headers);
    expect(answer.status).toBe(status);
    const { error, jsonrpc } = JSON.parse(answer.text);
    expect(jsonrpc).toBe('2.0');
    expect(error.message).not.toBe('');
    expect(answer.text.length).toBeLessThan(2_000);
    await isWell();
  });

  it.each(['GET', 'DELETE', 'PUT'])(
    '%s: there are no sessions to open or to end',
    async (method) => {
      const response = await fetch(new URL('/mcp', server.url), { method, headers: HEADERS });
      expect(response.status).toBe(405);
      expect(response.headers.get('allow')).toBe('POST');
    },
  );

  it('a name that is none of the server’s', async () => {
    const at = new URL('/mcp', server.url);
    const sent = request(at, { method: 'POST', headers: { ...HEADERS, host: 'evil.example' } });
    sent.end(asMessage(FINE));
    const [response] = await once(sent, 'response');
    response.resume();
    expect(response.statusCode).toBe(421);
  });
});

describe('is answered, within bounds', () => {
  it.each([
    ['a tool that there is not', call('drop_tables', {})],
    ['arguments that are no object', { ...FINE, params: { name: 'who_holds', arguments: 'x' } }],
    [
      'a prototype for arguments',
      JSON.parse(
        `{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"who_holds","arguments":{"__proto__":{"issuer":"TWKX"},"constructor":1}}}`,
      ),
    ],
    ['a name of the longest kind', call('who_holds', { issuer: 'ab '.repeat(66) })],
    ['SQL for a name', call('who_holds', { issuer: "'; DROP TABLE ledger_event; --" })],
    ['a document for a name', call('who_holds', { issuer: '{ __schema { types { name } } }' })],
    ['a cursor of somebody else’s', call('who_holds', { issuer: 'TWKX', after: 'e30' })],
    ['a page of a million', call('who_holds', { issuer: 'TWKX', first: 1_000_000 })],
    [
      'an address of another kind',
      { jsonrpc: '2.0', id: 1, method: 'resources/read', params: { uri: 'file:///etc/passwd' } },
    ],
    [
      'a method that there is not',
      { jsonrpc: '2.0', id: 1, method: 'sampling/createMessage', params: {} },
    ],
    [
      'an id without end',
      { ...FINE, id: 'x'.repeat(50_000), params: { name: 'none', arguments: {} } },
    ],
  ])('%s', async (_, message) => {
    const { status, text } = await send(asMessage(message));
    expect(status).toBeLessThan(500);
    expect(text.length).toBeLessThan(60_000);
    expect(text).not.toMatch(/\bat .*\.[tm]s:\d|node_modules|SELECT /);
    await isWell();
  });

  it('five hundred openings leave nothing behind: no session is kept', async () => {
    const opening = asMessage({
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: {
        protocolVersion: '2025-06-18',
        capabilities: {},
        clientInfo: { name: 'x', version: '1' },
      },
    });
    for (let round = 0; round < 10; round += 1) {
      const all = await Promise.all(
        Array.from({ length: 50 }, () =>
          fetch(new URL('/mcp', server.url), { method: 'POST', headers: HEADERS, body: opening }),
        ),
      );
      for (const response of all) {
        expect(response.status).toBe(200);
        expect(response.headers.get('mcp-session-id')).toBeNull();
        await response.text();
      }
    }
    await isWell();
  });
});
