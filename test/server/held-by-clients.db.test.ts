import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import type { Settings } from '../../src/server/settings/index.ts';
import { startServer } from '../support/live-server.ts';
import { QUIET } from '../support/quiet.ts';
import { createTestLedger, type TestLedger } from '../support/test-ledger.ts';

let ledger: TestLedger;

beforeAll(async () => {
  ledger = await createTestLedger(afterAll);
});

/** A server behind one proxy, whose clients may ask as often as they like. */
async function start(bounds: Partial<Settings> = {}) {
  const settings = { proxies: 1, requestsPerMinute: 0, ...bounds };
  const { url } = await startServer(ledger.database, { settings, log: QUIET });
  return url.replace('/graphql', '');
}

const FROM = { 'x-forwarded-for': '203.0.113.7' };

describe('what a client holds is bounded', () => {
  /** A POST that says it is long, and stops halfway. */
  async function stalled(at: string, bytes: number, from = '203.0.113.7') {
    const socket = connect(Number(new URL(at).port), '127.0.0.1');
    let answer = '';
    socket.on('data', (chunk) => {
      answer += String(chunk);
    });
    socket.on('error', () => undefined);
    socket.write(
      `POST /graphql HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: ${from}\r\nContent-Type: application/json\r\nContent-Length: ${bytes + 1}\r\n\r\n${'x'.repeat(bytes)}`,
    );
    return { socket, answer: () => answer };
  }

  it('in bytes of half-sent bodies: the next is RATE_LIMITED, others are not', async () => {
    const at = await start({
      heldBytes: { perClient: 1_000_000, inAll: 10_000_000 },
    });
    const all = await Promise.all(Array.from({ length: 6 }, () => stalled(at, 250_000)));
    const refused = async () => all.filter(({ answer }) => answer().includes('429')).length;
    await expect.poll(refused).toBeGreaterThan(0);
    const other = { headers: { 'x-forwarded-for': '203.0.113.8' } };
    expect((await fetch(`${at}/graphql?query={__typename}`, other)).status).toBe(200);
    for (const { socket } of all) socket.destroy();
  });

  it('in time of the thread: who goes away while it waits for its turn holds nothing up', async () => {
    const settings = { proxies: 1, requestsPerMinute: 0 };
    const { url, close } = await startServer(ledger.database, { settings, log: QUIET });
    const wrong = (index: number) => {
      const body = JSON.stringify({ query: `{ nothing${index} }` });
      const headers = { ...FROM, 'content-type': 'application/json' };
      return fetch(url, { method: 'POST', headers, body }).then((answer) => answer.text());
    };
    const refused = Promise.all(Array.from({ length: 150 }, (_, index) => wrong(index)));
    await wrong(150);
    const more = Promise.all(Array.from({ length: 100 }, (_, index) => wrong(200 + index)));
    const all = await Promise.all(Array.from({ length: 5 }, () => stalled(url, 10)));
    const sockets = Array.from({ length: 5 }, () => {
      return new WebSocket(url.replace('http', 'ws'), 'graphql-transport-ws', { headers: FROM });
    });
    for (const socket of sockets) socket.on('error', () => undefined);
    await new Promise((soon) => setTimeout(soon, 20));
    for (const { socket } of all) socket.destroy();
    for (const socket of sockets) socket.terminate();
    await Promise.all([refused, more]);
    await close();
  }, 20_000);

  it('in number of requests under way', async () => {
    const at = await start({
      connections: { perClient: 1, inAll: 100 },
      subscriptions: { perClient: 1, inAll: 100 },
    });
    const all = await Promise.all(Array.from({ length: 3 }, () => stalled(at, 10)));
    await expect.poll(() => all.filter(({ answer }) => answer().includes('429')).length).toBe(1);
    for (const { socket } of all) socket.destroy();
  });

  it('in bytes of half-sent messages of WebSockets', async () => {
    const at = await start({
      heldBytes: { perClient: 200_000, inAll: 10_000_000 },
    });
    const socket = new WebSocket(`${at}/graphql`.replace('http', 'ws'), 'graphql-transport-ws');
    await once(socket, 'open');
    socket.send('{"type":"connection_init"}');
    await once(socket, 'message');
    for (const _ of 'abcd') socket.send('x'.repeat(100_000), { fin: false });
    await once(
      socket.on('error', () => undefined),
      'close',
    );
    expect(socket.readyState).toBe(WebSocket.CLOSED);
  });

  it('in bytes of what a WebSocket says first', async () => {
    const at = await start();
    const socket = new WebSocket(`${at}/graphql`.replace('http', 'ws'), 'graphql-transport-ws');
    await once(socket, 'open');
    socket.send('x'.repeat(20_000), { fin: false });
    await once(
      socket.on('error', () => undefined),
      'close',
    );
    expect(socket.readyState).toBe(WebSocket.CLOSED);
  });
});
