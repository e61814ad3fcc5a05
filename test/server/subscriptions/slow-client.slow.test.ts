import { request } from 'node:http';
import { expect, it, onTestFinished } from 'vitest';
import WebSocket from 'ws';
import { inventedForm4 } from '../../schema/invented.ts';
import { onEventLoads } from '../../support/event-loads.ts';
import { CLIENTS, startServer } from '../../support/live-server.ts';
import { createTestLedger } from '../../support/test-ledger.ts';

const LINES = 400;
/** Some 80 KB an event: far more in all than the buffers of two sockets hold. */
const NAMES = Array.from({ length: 40 }, (_, index) => `f${index}: filing { footnotes { text } }`);
const QUERY = `subscription ($after: Position) {
  eventAppended(after: $after) { position ${NAMES.join(' ')} }
}`;
const EXPECTED = Array.from({ length: LINES }, (_, index) => index + 2);

const FORM = inventedForm4({
  period: '2023-06-01',
  signedOn: '2023-06-01',
  owners: [{ cik: '0009000931', name: 'Slowley Petra' }],
  lines: Array.from({ length: LINES }, (_, index) => ({
    shares: '1',
    price: '2.5',
    after: String(1_000 + index),
  })),
}).replace('Invented.', 'Invented. '.repeat(200));

/**
 * A client that subscribes and reads nothing until it is asked to; then gives the positions it got.
 */
type SlowClient = (url: string) => Promise<() => Promise<number[]>>;

const position = (text: string) => Number(/"position":"(\d+)"/.exec(text)?.[1]);

const SLOW_CLIENTS: Readonly<Record<string, SlowClient>> = {
  'server-sent events': (url) =>
    new Promise((resolve, reject) => {
      const asked = request(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      });
      onTestFinished(() => {
        asked.destroy();
      });
      asked.on('error', reject);
      asked.on('response', (response) => {
        response.pause();
        resolve(async () => {
          const got: number[] = [];
          let rest = '';
          for await (const chunk of response) {
            const events = (rest + chunk).split('\n\n');
            rest = events.pop() ?? '';
            got.push(...events.filter((text) => text.startsWith('event: next')).map(position));
            if (got.length >= LINES) return got;
          }
          return got;
        });
      });
      asked.end(JSON.stringify({ query: QUERY, variables: { after: '1' } }));
    }),
  WebSocket: (url) =>
    new Promise((resolve, reject) => {
      const socket = new WebSocket(url.replace('http', 'ws'), 'graphql-transport-ws');
      onTestFinished(() => socket.terminate());
      const got: number[] = [];
      let ended: () => void;
      const all = new Promise<void>((done) => {
        ended = done;
      });
      socket.on('error', reject);
      socket.on('open', () => socket.send('{"type":"connection_init"}'));
      socket.on('message', (data: Buffer) => {
        const { type } = JSON.parse(data.toString()) as { type: string };
        if (type === 'connection_ack') {
          const payload = { query: QUERY, variables: { after: '1' } };
          socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload }));
          socket.pause();
          resolve(async () => {
            socket.resume();
            await all;
            return got;
          });
        } else if (type === 'next') {
          got.push(position(data.toString()));
          if (got.length === LINES) ended();
        }
      });
    }),
};

it.each(Object.entries(SLOW_CLIENTS))(
  'a slow client holds up no other, is not buffered for, and loses nothing over %s',
  async (_, connect) => {
    const { database, append } = await createTestLedger();
    await append({ '0009000901-23-000777.xml': FORM });
    const { url } = await startServer(database);
    let loads = 0;
    onEventLoads(database, (events) => {
      loads += events;
    });
    const readAll = await connect(url);
    let before = -1;
    while (before !== loads || loads === 0) {
      before = loads;
      await new Promise((later) => setTimeout(later, 500));
    }
    // It took what fits into the buffers, and then no more.
    expect(loads).toBeLessThan(LINES);
    const fast = CLIENTS['server-sent events'](url);
    onTestFinished(() => fast.close());
    const got: number[] = [];
    for await (const { data } of fast.subscribe({ query: QUERY, variables: { after: '1' } })) {
      got.push(Number(data?.eventAppended?.position));
      if (got.length === LINES) break;
    }
    expect(got).toEqual(EXPECTED);
    expect(await readAll()).toEqual(EXPECTED);
  },
);
