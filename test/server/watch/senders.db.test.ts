import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../../src/database/index.ts';
import { asOwner } from '../../support/key-holder.ts';
import { startReceiver } from '../../support/receivers.ts';
import { append, open } from '../../support/watched-reports.ts';
import { noticedPositions, watching } from '../../support/watching.ts';

describe('senders', () => {
  it('of two nodes, one sends; when it ends, the other goes on where it was', async () => {
    const { ledger, add, start } = await open();
    const receiver = await startReceiver();
    await add({ url: receiver.url });
    const first = start();
    await append(ledger, 1, 3);
    await expect.poll(() => receiver.received.length).toBe(3);
    const database = openDatabase({ connectionString: ledger.serverUrl, poolSize: 3 });
    onTestFinished(() => database.close());
    watching(database).start();
    await append(ledger, 4, 6);
    await expect.poll(() => receiver.received.length).toBe(6);
    await first.close();
    await append(ledger, 7, 9);
    await expect.poll(() => receiver.received.length).toBe(9);
    const positions = await noticedPositions(ledger.database);
    expect(receiver.received.map(({ json }) => json.data.position)).toEqual(positions);
  });

  it('whose connection is lost is another’s turn, or takes it again', async () => {
    const { ledger, add, start } = await open();
    const receiver = await startReceiver();
    await add({ url: receiver.url });
    start();
    await append(ledger, 1, 2);
    await expect.poll(() => receiver.received.length).toBe(2);
    await asOwner(ledger, (pool) =>
      pool.query(
        `SELECT pg_terminate_backend(pid) FROM pg_locks
         WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
      ),
    );
    await append(ledger, 3, 4);
    await expect.poll(() => receiver.received.length).toBe(4);
    const positions = await noticedPositions(ledger.database);
    expect(receiver.received.map(({ json }) => json.data.position)).toEqual(positions);
  });

  it('do not let a receiver that is away hold up the others', async () => {
    const { ledger, add, start } = await open({ bounds: { totalMs: 500 } });
    const away = await startReceiver(() => undefined);
    const receiver = await startReceiver();
    for (let index = 0; index < 5; index += 1) await add({ url: away.url });
    await add({ url: receiver.url });
    start();
    await append(ledger, 1, 3);
    await expect.poll(() => receiver.received.length).toBe(3);
  });
});
