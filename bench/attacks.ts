import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openDatabase } from '../src/database/index.ts';
import { createHttpServer } from '../src/server/http-server.ts';
import { ATTACKS, type Attack } from '../test/server/attacks.ts';
import { QUIET } from '../test/support/quiet.ts';

const ROUNDS = 15;

/** Where nobody listens: what is refused needs no database. */
const database = openDatabase({ connectionString: 'postgres://nobody@127.0.0.1:1/nothing' });
const settings = { requestsPerMinute: 0 };
const { server, close } = createHttpServer({ database, settings, log: QUIET });
await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
const { port } = server.address() as AddressInfo;

const honest: Attack = { body: '{"query":"{ __typename }"}' };
const rows: { attack: string; first: number; median: number; most: number }[] = [];
for (const [attack, sent] of Object.entries({ 'none: { __typename }': honest, ...ATTACKS })) {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) times.push(await timed(sent));
  const [first = 0] = times;
  const sorted = times.toSorted((a, b) => a - b);
  rows.push({ attack, first, median: sorted[ROUNDS >> 1] ?? 0, most: sorted.at(-1) ?? 0 });
}
const shown = rows
  .sort((a, b) => b.most - a.most)
  .map(({ attack, ...ms }) => ({
    attack,
    ...Object.fromEntries(Object.entries(ms).map(([name, value]) => [name, value.toFixed(1)])),
  }));
console.table(shown);
const worst = Math.max(...rows.map(({ most }) => most));
console.log(`The slowest refusal took ${worst.toFixed(1)} ms; the goal is 50 ms.`);
await close();
await database.close();

/** Milliseconds from sending to the last byte of the answer, or to the end of the connection. */
function timed({ body, headers }: Attack): Promise<number> {
  return new Promise((resolve) => {
    const started = performance.now();
    const done = () => resolve(performance.now() - started);
    const sent = request({ port, path: '/graphql', method: 'POST', agent: false }, (response) =>
      response.resume().on('end', done),
    );
    for (const [name, value] of Object.entries({
      'content-type': 'application/json',
      ...headers,
    })) {
      sent.setHeader(name, value);
    }
    sent.on('error', done);
    sent.end(body);
  });
}
