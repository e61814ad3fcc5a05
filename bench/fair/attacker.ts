import { request } from 'node:http';
import { connect } from 'node:net';
import WebSocket from 'ws';
import { LOADS, type LoadAttack } from './load-attacks.ts';

/** As a proxy says of it. */
const FROM = { 'x-forwarded-for': '198.51.100.1' };

const [, , url = '', name = ''] = process.argv;
const load = LOADS[name];
if (load === undefined) throw new Error(`${name} is no load.`);
process.on('SIGTERM', () => process.exit(0));
await Promise.all(Array.from({ length: load.atOnce }, (_, index) => attack(load, index)));

async function attack({ kind, sent = [] }: LoadAttack, index: number): Promise<void> {
  for (let turn = index; ; turn += 1) {
    const one = sent[turn % sent.length];
    if (kind === 'requests' && one !== undefined) await post(one.body, one.headers);
    else if (kind === 'stalled bodies') await stall();
    else await overSocket(kind);
  }
}

function post(body: string, headers: object = {}): Promise<void> {
  return new Promise((resolve) => {
    const { length } = Buffer.from(body);
    const all = {
      'content-type': 'application/json',
      'content-length': length,
      ...FROM,
      ...headers,
    };
    const sent = request(url, { method: 'POST', headers: all }, (response) => {
      response.resume().on('close', resolve);
    });
    sent.on('error', () => resolve());
    sent.end(body);
  });
}

function stall(): Promise<void> {
  const { port, hostname } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    socket.on('error', () => undefined).on('close', () => setTimeout(resolve, 100));
    socket
      .resume()
      .write(
        `POST /graphql HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 198.51.100.1\r\nContent-Type: application/json\r\nContent-Length: 250001\r\n\r\n${'x'.repeat(250_000)}`,
      );
  });
}

function overSocket(kind: LoadAttack['kind']): Promise<void> {
  return new Promise((resolve) => {
    const socket = new WebSocket(url.replace('http', 'ws'), 'graphql-transport-ws', {
      headers: FROM,
    });
    socket.on('error', () => undefined).on('close', () => setTimeout(resolve, 100));
    socket.on('open', () => {
      if (kind === 'half messages') return half(socket);
      socket.send('{"type":"connection_init"}');
    });
    socket.on('message', () => {
      if (kind === 'half messages later') return half(socket);
      for (let id = 0; id < 1_000 && socket.readyState === WebSocket.OPEN; id += 1) {
        const payload = { query: 'subscription { eventAppended { position } }' };
        socket.send(JSON.stringify({ id: `s${id}`, type: 'subscribe', payload }));
        socket.send(JSON.stringify({ id: `s${id}`, type: 'complete' }));
      }
    });
  });
}

function half(socket: WebSocket): void {
  socket.send('x'.repeat(200_000), { fin: false });
}
