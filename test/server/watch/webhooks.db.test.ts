import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import {
  deadLetters,
  pauseWatch,
  replayWatch,
  resumeWatch,
  retryDeadLetters,
  revokeKey,
} from '../../../src/desk/index.ts';
import { ingest } from '../../../src/ledger/index.ts';
import { asOwner, holdKey } from '../../support/key-holder.ts';
import { startReceiver } from '../../support/receivers.ts';
import type { TestLedger } from '../../support/test-ledger.ts';
import { amendment, append, open, report } from '../../support/watched-reports.ts';
import { noticedPositions } from '../../support/watching.ts';

describe('a webhook', () => {
  it('gets every line in ledger order, each under an id of its position, and signed', async () => {
    const { ledger, add, start } = await open();
    const receiver = await startReceiver();
    const { watch, secret } = await add({ url: receiver.url });
    start();
    await append(ledger, 1, 6);
    await expect.poll(() => receiver.received.length).toBe(6);
    const positions = await noticedPositions(ledger.database);
    expect(receiver.received.map(({ id }) => id)).toEqual(
      positions.map((position) => `watch_${watch.id}_${position}`),
    );
    const verifier = new Webhook(secret ?? '');
    for (const { body, headers, json } of receiver.received) {
      expect(verifier.verify(body, headers)).toEqual(json);
      expect(json).toMatchObject({
        type: 'transaction.reported',
        data: {
          knownAt: '2024-03-06T03:00:00.000Z',
          line: { effectiveOn: '2024-03-01', code: 'P', shares: '500', value: '5000' },
        },
      });
    }
    const [first] = receiver.received;
    expect(() => verifier.verify(`${first?.body} `, first?.headers ?? {})).toThrow();
    expect(await watchAt(ledger, watch.id)).toMatchObject({ sent: 6n, attempts: 0 });
  });

  it('gets what its filter lets through, of lines and of retractions', async () => {
    const { ledger, add, start } = await open();
    const [sales, large, other] = [
      await startReceiver(),
      await startReceiver(),
      await startReceiver(),
    ];
    await add({ url: sales.url }, { filter: 'codes=S' });
    await add({ url: large.url }, { filter: 'minValue=4500&codes=P' });
    await add({ url: other.url }, { filter: 'issuerCiks=9000302' });
    await ingest(ledger.database, [report(1), report(2, { issuer: 9_000_302 })]);
    await ingest(ledger.database, [amendment(3)]);
    start();
    await expect.poll(() => large.received.length).toBe(3);
    expect(large.received.map(({ json }) => json.type)).toEqual([
      'transaction.reported',
      'transaction.reported',
      'transaction.retracted',
    ]);
    await expect.poll(() => other.received.length).toBe(1);
    expect(sales.received).toEqual([]);
  });

  it('learns that an amendment superseded what it was sent, and by what', async () => {
    const { ledger, add, start } = await open();
    const receiver = await startReceiver();
    await add({ url: receiver.url });
    start();
    await ingest(ledger.database, [report(1)]);
    await expect.poll(() => receiver.received.length).toBe(1);
    await ingest(ledger.database, [amendment(2)]);
    await expect.poll(() => receiver.received.length).toBe(3);
    const [sent, corrected, retraction] = receiver.received.map(({ json }) => json);
    expect(corrected?.data.line).toMatchObject({ shares: '400' });
    expect(retraction).toMatchObject({
      type: 'transaction.retracted',
      data: {
        knownAt: '2024-03-11T02:00:00.000Z',
        retracted: [{ position: sent?.data.position, replacedBy: corrected?.data.position }],
        reinstated: [],
      },
    });
  });

  it('that is refused is tried again, and those behind it wait', async () => {
    const { ledger, add, start, find } = await open();
    const receiver = await startReceiver((response, _, count) =>
      response.writeHead(count <= 3 ? 500 : 204).end(),
    );
    const { watch } = await add({ url: receiver.url });
    await append(ledger, 1, 3);
    start();
    await expect.poll(() => receiver.received.length).toBe(6);
    const ids = receiver.received.map(({ id }) => id);
    expect(new Set(ids.slice(0, 4)).size).toBe(1);
    expect(new Set(ids.slice(3)).size).toBe(3);
    await expect
      .poll(() => find(watch.id))
      .toMatchObject({ sent: 3n, failed: 3n, lastError: null });
  });

  it('is given up after its attempts, listed, and sent once more under the same id', async () => {
    const { ledger, add, start, find, notes } = await open({ retries: { attempts: 3 } });
    const receiver = await startReceiver((response, { json }) =>
      response.writeHead(json.data.position === '2' ? 500 : 204).end(),
    );
    const { watch } = await add({ url: receiver.url });
    await append(ledger, 1, 3);
    start();
    await expect.poll(() => receiver.received.length).toBe(5);
    await expect.poll(() => find(watch.id)).toMatchObject({ sent: 2n, deadLetters: 1 });
    const { pool } = ledger.database;
    const [dead] = await deadLetters(pool, watch.id, { after: 0n, limit: 9 });
    expect(dead).toMatchObject({ position: 2n, attempts: 3, reason: 'The receiver answered 500.' });
    expect(notes).toEqual([
      `Watch ${watch.id} (127.0.0.1:${receiver.port}) gives up position 2: The receiver answered 500.`,
    ]);
    await retryDeadLetters(pool, watch.id);
    await expect.poll(() => receiver.received.length).toBe(6);
    await expect
      .poll(() => deadLetters(pool, watch.id, { after: 0n, limit: 9 }))
      .toMatchObject([{ attempts: 4, retriedAt: null }]);
    receiver.answer = (response) => response.writeHead(204).end();
    await retryDeadLetters(pool, watch.id);
    await expect.poll(() => find(watch.id)).toMatchObject({ sent: 3n, deadLetters: 0 });
    expect(receiver.received.at(-1)?.id).toBe(`watch_${watch.id}_2`);
  });

  it('is replayed from a position: in order, under the ids and with the texts it had', async () => {
    const { ledger, add, start } = await open();
    const receiver = await startReceiver();
    const { watch } = await add({ url: receiver.url });
    await ingest(ledger.database, [report(1), report(2)]);
    await ingest(ledger.database, [amendment(3)]);
    start();
    await expect.poll(() => receiver.received.length).toBe(4);
    const { pool } = ledger.database;
    await replayWatch(pool, watch.id, { after: 2n, owner: 'operator' });
    await expect.poll(() => receiver.received.length).toBe(7);
    const texts = receiver.received.map(({ id, body }) => `${id} ${body}`);
    expect(texts.slice(4)).toEqual(texts.slice(1, 4));
    const beyond = replayWatch(pool, watch.id, { after: 99n, owner: 'operator' });
    await expect(beyond).rejects.toThrow('the ledger ends at');
  });

  it('that is paused sends nothing, and then what came meanwhile', async () => {
    const { ledger, add, start } = await open();
    const receiver = await startReceiver();
    const { watch } = await add({ url: receiver.url });
    const witness = await startReceiver();
    await add({ url: witness.url });
    const { pool } = ledger.database;
    await pauseWatch(pool, watch.id, 'operator');
    start();
    await append(ledger, 1, 2);
    await expect.poll(() => witness.received.length).toBe(2);
    expect(receiver.received).toEqual([]);
    await resumeWatch(pool, watch.id, 'operator');
    await expect.poll(() => receiver.received.length).toBe(2);
  });

  it('that answers 410 is paused', async () => {
    const { ledger, add, start, find } = await open();
    const receiver = await startReceiver((response) => response.writeHead(410).end());
    const { watch } = await add({ url: receiver.url });
    await append(ledger, 1, 2);
    start();
    await expect.poll(() => find(watch.id)).toMatchObject({ pausedAt: expect.any(String) });
    expect(receiver.received).toHaveLength(1);
    expect((await find(watch.id))?.pauseReason).toContain('410');
  });

  it('of a key that is revoked sends nothing more', async () => {
    const { ledger, add, start } = await open();
    const { key } = await holdKey(ledger, ['WATCH']);
    const receiver = await startReceiver();
    const witness = await startReceiver();
    await add({ url: receiver.url }, { keyId: key.id });
    await add({ url: witness.url });
    start();
    await append(ledger, 1, 1);
    await expect.poll(() => receiver.received.length).toBe(1);
    await asOwner(ledger, (pool) => revokeKey(pool, String(key.id)));
    await append(ledger, 2, 3);
    await expect.poll(() => witness.received.length).toBe(3);
    expect(receiver.received).toHaveLength(1);
  });

  it('begins at the head where nobody says from where', async () => {
    const { ledger, watches, start } = await open();
    const receiver = await startReceiver();
    await append(ledger, 1, 2);
    const { url } = receiver;
    await watches.make({ keyId: null, name: 'new', filter: {}, to: { url }, after: null });
    start();
    await append(ledger, 3, 3);
    await expect.poll(() => receiver.received.length).toBe(1);
    const positions = await noticedPositions(ledger.database);
    expect(receiver.received[0]?.json.data.position).toBe(positions.at(-1));
  });
});

async function watchAt({ database }: TestLedger, id: bigint) {
  const { rows } = await database.pool.query('SELECT sent, attempts FROM watch WHERE id = $1', [
    id,
  ]);
  return rows[0];
}
