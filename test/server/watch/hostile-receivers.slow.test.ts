import type { ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { listWatches } from '../../../src/desk/index.ts';
import { ingest } from '../../../src/ledger/index.ts';
import { reachOf } from '../../../src/server/watch/reach.ts';
import { form4Document } from '../../support/form4.ts';
import { holdKey } from '../../support/key-holder.ts';
import { startReceiver } from '../../support/receivers.ts';
import { createTestLedger } from '../../support/test-ledger.ts';
import { watching } from '../../support/watching.ts';

const report = (number: number) =>
  form4Document({
    number,
    owners: [{ cik: 431, name: 'Brackwell Juno' }],
    lines: [{ code: 'P', shares: '500', price: '10', after: '1500' }],
  });

/** Sends one notice, once, to a receiver, and says how that went. */
async function sendOnce(
  answer: (response: ServerResponse) => void,
  { totalMs = 400 }: { readonly totalMs?: number } = {},
) {
  const ledger = await createTestLedger();
  const { add, start, find } = watching(ledger.database, {
    retries: { attempts: 1 },
    bounds: { totalMs },
  });
  const receiver = await startReceiver(answer);
  const { watch } = await add({ url: receiver.url });
  await ingest(ledger.database, [report(1)]);
  start();
  await expect.poll(async () => (await find(watch.id))?.position).toBeGreaterThan(0n);
  const { sent, deadLetters, lastError } = (await find(watch.id)) ?? {};
  return { sent, deadLetters, lastError, received: receiver.received.length };
}

/** Writes on until nobody reads; says how much was taken. */
function writeOn(response: ServerResponse, chunk: string, everyMs: number, written: () => void) {
  const timer = setInterval(() => {
    response.write(chunk);
    written();
  }, everyMs);
  response.on('close', () => clearInterval(timer));
}

describe('a receiver', () => {
  it('that answers without an end is read so far and no further', async () => {
    let chunks = 0;
    const { sent } = await sendOnce((response) => {
      response.writeHead(200);
      writeOn(response, 'x'.repeat(65_536), 1, () => {
        chunks += 1;
      });
    });
    expect(sent).toBe(1n);
    // What the sockets of both sides hold is more than what is read.
    expect(chunks).toBeLessThan(400);
  });

  it('that answers a byte at a time is left when its time is over', async () => {
    const outcome = await sendOnce((response) => {
      writeOn(response, 'x', 50, () => undefined);
    });
    // Its status came at once.
    expect(outcome).toMatchObject({ sent: 1n });
  });

  it('that sends its headers a byte at a time has failed when its time is over', async () => {
    const outcome = await sendOnce((response) => {
      const { socket } = response;
      socket?.write('HTTP/1.1 200 OK\r\nx-a: ');
      const timer = setInterval(() => socket?.write('a'), 50);
      socket?.on('close', () => clearInterval(timer));
    });
    expect(outcome).toMatchObject({
      deadLetters: 1,
      lastError: 'The receiver took longer than 0.4 s.',
    });
  });

  it('that sends headers without an end has failed', async () => {
    const outcome = await sendOnce((response) => {
      response.socket?.write(`HTTP/1.1 200 OK\r\n${`x-a: ${'a'.repeat(1_000)}\r\n`.repeat(100)}`);
    });
    expect(outcome).toMatchObject({ deadLetters: 1 });
    expect(outcome.lastError).toContain('cannot be reached');
  });

  it('that never answers has failed when its time is over', async () => {
    expect(await sendOnce(() => undefined)).toMatchObject({ deadLetters: 1 });
  });

  it('that cuts the connection has failed', async () => {
    const outcome = await sendOnce((response) => response.destroy());
    expect(outcome).toMatchObject({ deadLetters: 1 });
  });

  it.each([301, 302, 303, 307, 308])('that answers %i is not followed', async (status) => {
    const inside = await startReceiver();
    const outcome = await sendOnce((response) => {
      response.writeHead(status, { location: inside.url }).end();
    });
    expect(outcome).toMatchObject({ deadLetters: 1, received: 1 });
    expect(outcome.lastError).toContain('redirects are not followed');
    expect(inside.received).toEqual([]);
  });
});

describe('a name', () => {
  it('that stands for this machine when it is connected to is refused, and nothing is sent', async () => {
    const ledger = await createTestLedger();
    const receiver = await startReceiver();
    let asked = 0;
    // Public when it is first asked for, and inside a network from then on.
    const reach = reachOf([], async () => {
      asked += 1;
      return [{ address: asked === 1 ? '1.1.1.1' : '127.0.0.1', family: 4 }];
    });
    const { add, start, find } = watching(ledger.database, { reach, retries: { attempts: 2 } });
    await new Promise((resolve) => {
      reach.lookup('rebound.example.org', {}, resolve);
    });
    const { watch } = await add({ url: `https://rebound.example.org:${receiver.port}/hook` });
    await ingest(ledger.database, [report(1)]);
    start();
    await expect.poll(() => find(watch.id)).toMatchObject({ deadLetters: 1 });
    expect((await find(watch.id))?.lastError).toContain('inside a network');
    expect(asked).toBe(3);
    expect(receiver.received).toEqual([]);
  });

  it('is connected to at the address that was checked, whatever it stands for a moment later', async () => {
    const ledger = await createTestLedger();
    const receiver = await startReceiver();
    let asked = 0;
    // Of this machine, which is allowed here, once; then of nowhere.
    const reach = reachOf(['once.example.org'], async () => {
      asked += 1;
      return [{ address: asked === 1 ? '127.0.0.1' : '192.0.2.1', family: 4 }];
    });
    const { add, start } = watching(ledger.database, { reach });
    await add({ url: `http://once.example.org:${receiver.port}/hook` });
    await ingest(ledger.database, [report(1)]);
    start();
    await expect.poll(() => receiver.received.length).toBe(1);
    expect(asked).toBe(1);
    expect(receiver.received[0]?.headers.host).toBe(`once.example.org:${receiver.port}`);
  });
});

describe('a key', () => {
  it('has so many watches and no more, of ten thousand that it asks for at once', async () => {
    const ledger = await createTestLedger();
    const { watches } = watching(ledger.database, { limits: { perKey: 5, inAll: 7 } });
    const { key } = await holdKey(ledger, ['WATCH']);
    const asked = { name: 'one of many', filter: {}, after: null };
    const to = { url: 'http://127.0.0.1:9/hook' };
    const made = await Promise.allSettled(
      Array.from({ length: 10_000 }, () => watches.make({ ...asked, keyId: key.id, to })),
    );
    const refused = made.filter((each) => each.status === 'rejected');
    expect(made.length - refused.length).toBe(5);
    expect(new Set(refused.map(({ reason }) => reason.message))).toEqual(
      new Set(['A key may have 5 watches; remove one first.']),
    );
    await watches.make({ ...asked, keyId: null, to });
    await watches.make({ ...asked, keyId: null, to });
    await expect(watches.make({ ...asked, keyId: null, to })).rejects.toThrow('has 7 watches');
    expect(await listWatches(ledger.database.pool, { keyId: key.id })).toHaveLength(5);
  });
});
