import { describe, expect, it } from 'vitest';
import {
  ChangesSinceDocument,
  HoldingsOfPersonDocument,
  InsiderLedger,
  LedgerError,
  TradesDocument,
  TransactionsDocument,
} from '../../clients/typescript/src/index.ts';
import { invented } from '../schema/samples.ts';
import { holdKey } from '../support/key-holder.ts';
import { startServer } from '../support/live-server.ts';
import { createTestLedger } from '../support/test-ledger.ts';

describe('clients/typescript', () => {
  it('asks, goes over all pages, and says in a sentence what was refused', async () => {
    const { database, append } = await createTestLedger();
    await append(invented());
    const { url } = await startServer(database);
    const ledger = new InsiderLedger(new URL(url).origin);
    const asked = { cik: '9000203', asOf: '2023-05-10' };
    const { person } = await ledger.ask(HoldingsOfPersonDocument, asked);
    expect(person?.holdings.nodes.map(({ amount }) => amount)).toContain('12550');
    const trades: string[] = [];
    const pages = ledger.pages(TransactionsDocument, {}, ({ transactions }) => transactions);
    for await (const { position } of pages) trades.push(position);
    const { rows } = await database.pool.query(
      `SELECT count(*)::int AS n FROM reported_line WHERE is_transaction AND superseded_by IS NULL`,
    );
    expect(new Set(trades).size).toBe(rows[0].n);
    const since = { asOf: '2023-03-07', since: '2023-03-10' };
    const { snapshot } = await ledger.ask(ChangesSinceDocument, since);
    expect(snapshot.changesSince.nodes.map(({ after }) => after?.amount)).toContain('155500');
    const wrong = ledger.ask(HoldingsOfPersonDocument, { cik: 'one' });
    await expect(wrong).rejects.toThrow(/^Variable "\$cik" got invalid value "one"/);
  });

  it('sends its key, and ends where it is refused', async () => {
    const ledger = await createTestLedger();
    await ledger.append(invented());
    const { url } = await startServer(ledger.database, { settings: { reads: 'keys' } });
    const { text } = await holdKey(ledger, ['READ']);
    const { origin } = new URL(url);
    const trades = (client: InsiderLedger) =>
      client.follow(TradesDocument, { after: '1' }, (data) => data.transactionReported);
    const holder = trades(new InsiderLedger(origin, { key: text }));
    expect((await holder.next()).value?.position).toBeDefined();
    await holder.return();
    const stranger = trades(new InsiderLedger(origin)).next();
    await expect(stranger).rejects.toBeInstanceOf(LedgerError);
  });

  it('follows each trade once and in order, though the server goes and comes again', async () => {
    const { database, append } = await createTestLedger();
    const documents = Object.entries(invented());
    await append(Object.fromEntries(documents.slice(0, 6)));
    const first = await startServer(database);
    const { origin, port } = new URL(first.url);
    const seen: string[] = [];
    const stop = new AbortController();
    const following = (async () => {
      const ledger = new InsiderLedger(origin);
      const event = (data: { transactionReported: { position: string } }) =>
        data.transactionReported;
      for await (const { position } of ledger.follow(
        TradesDocument,
        { after: '1' },
        event,
        stop.signal,
      )) {
        seen.push(position);
      }
    })();
    const expected = async () => {
      const { rows } = await database.pool.query<{ position: bigint }>(
        'SELECT position FROM reported_line WHERE is_transaction ORDER BY position',
      );
      return rows.map(({ position }) => String(position));
    };
    await expect.poll(() => seen, { timeout: 30_000 }).toEqual(await expected());
    await first.close();
    await append(Object.fromEntries(documents.slice(6)));
    await startServer(database, { port: Number(port) });
    await expect.poll(() => seen, { timeout: 30_000 }).toEqual(await expected());
    stop.abort();
    await following;
  });
});
