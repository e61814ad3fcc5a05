import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { revokeKey } from '../../../src/desk/index.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/server/settings/index.ts';
import { invented } from '../../schema/samples.ts';
import { connectAssistant } from '../../support/assistant/assistant.ts';
import { asMessage, call, FINE, sendTo } from '../../support/assistant/messages.ts';
import { asOwner, holdKey } from '../../support/key-holder.ts';
import { type LiveServer, startServer } from '../../support/live-server.ts';
import { QUIET } from '../../support/quiet.ts';
import { createTestLedger, type TestLedger } from '../../support/test-ledger.ts';

let ledger: TestLedger;
let server: LiveServer;

beforeAll(async () => {
  ledger = await createTestLedger(afterAll);
  await ledger.append(invented());
  server = await startServer(ledger.database, {}, afterAll);
});

const send = (
  body: string,
  headers: Readonly<Record<string, string>> = {},
  url: string = server.url,
) => sendTo(url, body, headers);

describe('a client is counted', () => {
  const FROM = { 'x-forwarded-for': '203.0.113.7' };
  const start = async (settings: Partial<Settings>) => {
    const { url } = await startServer(ledger.database, {
      settings: { proxies: 1, ...settings },
      log: QUIET,
    });
    return url;
  };

  it('for every request, and for every operation that a tool asks', async () => {
    const url = await start({ requestsPerMinute: 4 });
    // One request, and two operations: the ticker, then the holders.
    expect((await send(asMessage(FINE), FROM, url)).text).toContain('Tarnwick');
    const second = await send(asMessage(FINE), FROM, url);
    expect(second.status).toBe(200);
    expect(second.text).toContain('may ask 4 times a minute');
    expect((await send(asMessage(FINE), FROM, url)).status).toBe(429);
    expect((await send(asMessage(FINE), {}, url)).text).toContain('Tarnwick');
  });

  it('by its key, which may be revoked while it is connected', async () => {
    const url = await start({ reads: 'keys' });
    const { headers, key } = await holdKey(ledger, ['INGEST']);
    const assistant = await connectAssistant(url, headers, () => undefined);
    expect((await assistant.ask('who_holds', { issuer: 'TWKX' })).isError).toBe(false);
    await asOwner(ledger, (pool) => revokeKey(pool, key.prefix));
    const isRefused = async () => {
      const answer = await send(asMessage(FINE), headers, url);
      return answer.status === 401 && answer.text.includes('is revoked');
    };
    await expect.poll(isRefused).toBe(true);
    await assistant.client.close();
  });

  it('in bytes of bodies that stop halfway: the next is refused, others are not', async () => {
    const url = await start({
      requestsPerMinute: 0,
      heldBytes: { perClient: 150_000, inAll: 10_000_000 },
    });
    const sockets = Array.from({ length: 5 }, () => {
      const socket = connect(Number(new URL(url).port), '127.0.0.1');
      const sent = { socket, answer: '' };
      socket.on('data', (chunk) => {
        sent.answer += String(chunk);
      });
      socket.on('error', () => undefined);
      socket.write(
        `POST /mcp HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 203.0.113.7\r\nContent-Type: application/json\r\nContent-Length: 99999\r\n\r\n${' '.repeat(90_000)}`,
      );
      return sent;
    });
    await expect
      .poll(() => sockets.filter(({ answer }) => answer.includes(' 429 ')).length)
      .toBeGreaterThan(0);
    expect((await send(asMessage(FINE), { 'x-forwarded-for': '203.0.113.8' }, url)).status).toBe(
      200,
    );
    for (const { socket } of sockets) socket.destroy();
  });
});

it('a question costs what GraphQL asks for it, and one too dear is refused in words', async () => {
  const limits = { ...DEFAULT_SETTINGS.limits, cost: 300 };
  const { url } = await startServer(ledger.database, { settings: { limits }, log: QUIET });
  const { text } = await send(
    asMessage(call('who_holds', { issuer: 'TWKX', first: 100 })),
    {},
    url,
  );
  expect(text).toMatch(/may read \d+ rows, and 300 at most/);
});
