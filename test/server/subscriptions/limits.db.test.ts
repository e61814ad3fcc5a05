import { describe, expect, it, onTestFinished } from 'vitest';
import WebSocket from 'ws';
import type { Settings } from '../../../src/server/settings/index.ts';
import { inventedForm4s } from '../../schema/invented.ts';
import { holdKey } from '../../support/key-holder.ts';
import { CLIENTS, type LiveClient, startServer, WAYS } from '../../support/live-server.ts';
import { QUIET } from '../../support/quiet.ts';
import { createTestLedger } from '../../support/test-ledger.ts';

const ASKED = { query: 'subscription { eventAppended(after: "1") { position } }' };
const FIRST_RESULT = { data: { eventAppended: { position: '2' } } };
const refusal = (code: string) => ({ errors: [{ extensions: { code } }] });

/** A server of a ledger with two events. */
async function start(settings: Partial<Settings>) {
  const ledger = await createTestLedger();
  await ledger.append(inventedForm4s(1));
  const { url } = await startServer(ledger.database, { settings, log: QUIET });
  return { ...ledger, url };
}

function closing(client: LiveClient): LiveClient {
  onTestFinished(() => client.close());
  return client;
}

/** Subscribes, and gives what is sent first; the subscription stays open. */
async function subscribe(client: LiveClient) {
  const events = client.subscribe(ASKED);
  const first = await events.next().then(
    ({ value }) => value,
    // What graphql-ws refuses, its client throws: the list of the errors.
    (errors: unknown) => ({ errors }),
  );
  return { events, first };
}

describe.each(WAYS)('subscriptions of one client over %s', (way) => {
  it('are counted by the address that a trusted proxy gives; one too many is RATE_LIMITED', async () => {
    const { url } = await start({ proxies: 1, subscriptions: { perClient: 2, inAll: 99 } });
    // The first address is what the client says of itself.
    const from = (address: string) =>
      closing(CLIENTS[way](url, { 'x-forwarded-for': `198.51.100.${address.length}, ${address}` }));
    const one = from('203.0.113.7');
    const open = [await subscribe(one), await subscribe(from('203.0.113.7'))];
    expect(open.map(({ first }) => first)).toEqual([FIRST_RESULT, FIRST_RESULT]);
    expect((await subscribe(one)).first).toMatchObject(refusal('RATE_LIMITED'));
    expect((await subscribe(from('203.0.113.8'))).first).toEqual(FIRST_RESULT);
    await open[0]?.events.return?.();
    let again: unknown;
    while (JSON.stringify(again) !== JSON.stringify(FIRST_RESULT))
      again = (await subscribe(one)).first;
  });

  it('are not counted where no proxy is trusted and they come from the machine itself', async () => {
    const { url } = await start({ subscriptions: { perClient: 1, inAll: 99 } });
    const client = closing(CLIENTS[way](url, { 'x-forwarded-for': '203.0.113.7' }));
    for (const _ of 'abc') expect((await subscribe(client)).first).toEqual(FIRST_RESULT);
  });
});

describe('a WebSocket', () => {
  it('has a hundred subscriptions at most; the next is RATE_LIMITED, and the others go on', async () => {
    const { url, append } = await start({});
    const client = closing(CLIENTS.WebSocket(url));
    const open = await Promise.all(Array.from({ length: 100 }, () => subscribe(client)));
    expect(open.map(({ first }) => first)).toEqual(open.map(() => FIRST_RESULT));
    expect((await subscribe(client)).first).toMatchObject(refusal('RATE_LIMITED'));
    expect((await subscribe(closing(CLIENTS.WebSocket(url)))).first).toEqual(FIRST_RESULT);
    await append(inventedForm4s(2));
    const next = await Promise.all(open.map(({ events }) => events.next()));
    const third = { data: { eventAppended: { position: '3' } } };
    expect(next.map(({ value }) => value)).toEqual(open.map(() => third));
  });

  it.each([
    ['another site', 'https://evil.example', 'Unexpected server response: 403'],
    ['no site', 'null', 'Unexpected server response: 403'],
    ['an allowed site', 'https://good.example', 'open'],
  ])('of a page of %s is refused at the handshake', async (_, origin, outcome) => {
    const { url } = await start({ corsOrigins: ['https://good.example'] });
    expect(await handshake(url, origin)).toBe(outcome);
  });

  it('of a page of this server is opened', async () => {
    const { url } = await start({});
    expect(await handshake(url, new URL(url).origin)).toBe('open');
  });

  it.each(['Authorization', 'X-API-Key'])(
    'that needs a key takes it from the connection’s parameters as %s',
    async (name) => {
      const { url, ...ledger } = await start({ reads: 'keys' });
      const { text } = await holdKey(ledger, ['READ']);
      const withKey = (given: string) => closing(CLIENTS.WebSocket(url, {}, { [name]: given }));
      const prefix = name === 'Authorization' ? 'Bearer ' : '';
      expect((await subscribe(withKey(prefix + text))).first).toEqual(FIRST_RESULT);
      const wrong = prefix + text.slice(0, -1);
      expect((await subscribe(withKey(wrong))).first).toMatchObject(refusal('UNAUTHENTICATED'));
      const none = closing(CLIENTS.WebSocket(url));
      expect((await subscribe(none)).first).toMatchObject(refusal('UNAUTHENTICATED'));
    },
  );
});

/** What becomes of a WebSocket that a page of this origin opens. */
function handshake(url: string, origin: string): Promise<string> {
  const socket = new WebSocket(url.replace('http', 'ws'), 'graphql-transport-ws', { origin });
  onTestFinished(() => socket.terminate());
  return new Promise((resolve) => {
    socket.on('open', () => resolve('open'));
    socket.on('error', ({ message }) => resolve(message));
  });
}
