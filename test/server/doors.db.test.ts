import { once } from 'node:events';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import type { Settings } from '../../src/server/settings/index.ts';
import { CLIENTS, startServer } from '../support/live-server.ts';
import { QUIET } from '../support/quiet.ts';
import { createTestLedger, type TestLedger } from '../support/test-ledger.ts';

let ledger: TestLedger;
let refusals: object[] = [];

beforeAll(async () => {
  ledger = await createTestLedger(afterAll);
});

/** A server behind one proxy, whose clients may ask three times a minute. */
async function start(settings: Partial<Settings> = {}) {
  refusals = [];
  const log = { ...QUIET, refused: (refusal: object) => refusals.push(refusal) };
  const limits = { proxies: 1, requestsPerMinute: 3, ...settings };
  const { url } = await startServer(ledger.database, { settings: limits, log });
  return url.replace('/graphql', '');
}

const FROM = { 'x-forwarded-for': '203.0.113.7' };
const ASKED = { query: 'subscription { eventAppended { position } }' };

/** The status of a request that says by which name it asks, which fetch does not let one say. */
function statusBy(host: string, at: string, path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request(`${at}${path}`, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.on('error', reject).end();
  });
}

describe('every door counts', () => {
  it.each([
    ['the page', '/person/1'],
    ['metrics', '/metrics'],
    ['readiness', '/ready'],
    ['what is not there', '/nothing'],
    ['a feed', '/feeds/transactions.atom'],
    ['GraphiQL', '/graphql'],
    ['an assistant', '/mcp'],
    ['a filing’s document', '/filings/0000000001-26-000001/source'],
  ])('%s', async (_, path) => {
    const at = await start();
    const ask = async () =>
      (await fetch(`${at}${path}`, { headers: { ...FROM, accept: 'text/html' } })).status;
    const statuses = [await ask(), await ask(), await ask()];
    expect(statuses).not.toContain(429);
    expect(await ask()).toBe(429);
    expect((await fetch(`${at}/health`, { headers: FROM })).status).toBe(200);
    expect((await fetch(`${at}${path}`)).status).not.toBe(429);
  });

  it('a WebSocket, and each operation on it', async () => {
    const at = await start();
    const client = CLIENTS.WebSocket(`${at}/graphql`, FROM);
    const ask = () =>
      client
        .subscribe({ query: '{ __typename }' })
        .next()
        .catch((errors: unknown) => errors);
    // The client connects anew for each: the second operation is the fourth request.
    expect(await ask()).toMatchObject([
      { message: expect.stringContaining('subscriptions alone') },
    ]);
    expect(await ask()).toMatchObject([{ extensions: { code: 'RATE_LIMITED' } }]);
    client.close();
    const refused = new WebSocket(`${at}/graphql`.replace('http', 'ws'), { headers: FROM });
    const [, response] = await once(
      refused.on('error', () => undefined),
      'unexpected-response',
    );
    expect(response.statusCode).toBe(429);
  });

  it('keys that are none or missing, which are logged, never the key, and counted', async () => {
    const at = await start({ reads: 'keys' });
    const ask = async (headers = {}) =>
      (await fetch(`${at}/graphql?query={__typename}`, { headers: { ...FROM, ...headers } }))
        .status;
    const wrong = { 'x-api-key': `il_00000000_${'0'.repeat(64)}` };
    expect([await ask(), await ask(wrong), await ask(wrong)]).toEqual([401, 401, 401]);
    expect([await ask(wrong), await ask()]).toEqual([429, 429]);
    expect(refusals).toContainEqual({
      why: 'The API key is not one of this ledger.',
      address: '203.0.113.7',
    });
    expect(JSON.stringify(refusals)).not.toContain('0000000');
    const metrics = await (await fetch(`${at}/metrics`)).text();
    expect(Number(/refused_keys_total (\d+)/.exec(metrics)?.[1])).toBeGreaterThan(3);
  });
});

describe('a browser', () => {
  it('asks by a name of the server alone: any other gets 421, as after DNS rebinding', async () => {
    const at = await start({ requestsPerMinute: 0, hosts: ['localhost', 'ledger.example'] });
    const paths = ['/graphql?query={__typename}', '/mcp', '/ready', '/metrics', '/nothing'];
    for (const path of paths) expect(await statusBy('evil.example:4000', at, path)).toBe(421);
    expect(await statusBy('evil.example', at, '/health')).toBe(200);
    for (const host of ['localhost:4000', 'Ledger.Example.', 'app.localhost']) {
      expect(await statusBy(host, at, '/ready')).toBe(200);
    }
    const socket = new WebSocket(`${at}/graphql`.replace('http', 'ws'), {
      headers: { host: 'evil.example' },
    });
    const [, response] = await once(
      socket.on('error', () => undefined),
      'unexpected-response',
    );
    expect(response.statusCode).toBe(421);
  });

  it.each(['/graphql?query={__typename}', '/mcp', '/ready', '/nothing', '/graphql'])(
    'neither guesses types of, nor runs anything in, what it gets of %s',
    async (path) => {
      const at = await start();
      const accept = path === '/graphql' ? 'text/html' : 'application/json';
      const { headers } = await fetch(`${at}${path}`, { headers: { accept } });
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toMatch(
        /^default-src 'none';.*frame-ancestors/,
      );
    },
  );

  it('of an allowed site may send a key', async () => {
    const at = await start({ corsOrigins: ['https://app.example'] });
    const { headers } = await fetch(`${at}/graphql`, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://app.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'x-api-key',
      },
    });
    expect(headers.get('access-control-allow-headers')).toContain('x-api-key');
  });
});

it('/metrics and /ready can be closed, or have a port of their own', async () => {
  const closed = await start({ metrics: false, ready: false, requestsPerMinute: 0 });
  const statuses = (at: string) =>
    Promise.all(['/metrics', '/ready'].map(async (path) => (await fetch(`${at}${path}`)).status));
  expect(await statuses(closed)).toEqual([404, 404]);
  const { url, operators } = await startServer(ledger.database, { settings: { operatorsPort: 0 } });
  expect(await statuses(new URL(url).origin)).toEqual([404, 404]);
  await new Promise<void>((listening) => operators?.listen(0, '127.0.0.1', listening));
  const address = operators?.address();
  const port = typeof address === 'object' ? address?.port : 0;
  expect(await statuses(`http://127.0.0.1:${port}`)).toEqual([200, 200]);
});

it('what is asked over WebSocket is subscribed to as before', async () => {
  const at = await start({ requestsPerMinute: 10 });
  const client = CLIENTS.WebSocket(`${at}/graphql`, FROM);
  const next = client.subscribe(ASKED).next();
  await expect
    .poll(async () => (await (await fetch(`${at}/metrics`)).text()).includes('subscribers 1'))
    .toBe(true);
  client.close();
  await next.catch(() => undefined);
});
