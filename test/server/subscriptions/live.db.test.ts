import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openDatabase } from '../../../src/database/index.ts';
import { inventedForm4s } from '../../schema/invented.ts';
import { onEventLoads } from '../../support/event-loads.ts';
import { CLIENTS, type LiveResult, startServer, WAYS } from '../../support/live-server.ts';
import { failuresTo } from '../../support/quiet.ts';
import { createTestLedger } from '../../support/test-ledger.ts';

const FORMS = Object.entries(inventedForm4s(15));
/** Form 4s of two events each: a filing received and a purchase. */
const forms = (from: number, to: number) => Object.fromEntries(FORMS.slice(from, to));

const EVENTS = `subscription Live($filter: EventFilter, $after: Position) {
  eventAppended(filter: $filter, after: $after) { position type filing { issuer { name } } }
}`;
const TRANSACTIONS = `subscription Trades($filter: EventFilter, $after: Position) {
  transactionReported(filter: $filter, after: $after) { position shares people { name } }
}`;

async function take(events: AsyncIterator<LiveResult>, count: number): Promise<LiveResult[]> {
  const taken: LiveResult[] = [];
  while (taken.length < count) {
    const step = await events.next();
    if (step.done === true) break;
    taken.push(step.value);
  }
  return taken;
}
async function subscribers(url: string): Promise<number> {
  const metrics = await (await fetch(new URL('/metrics', url))).text();
  return Number(/^insider_ledger_subscribers (\d+)/m.exec(metrics)?.[1]);
}
const positions = (results: readonly LiveResult[]) =>
  results.map(({ data }) => Number(Object.values(data ?? {})[0]?.position));

describe.each(WAYS)('a subscription over %s', (way) => {
  const connect = (url: string) => {
    const client = CLIENTS[way](url);
    onTestFinished(() => client.close());
    return client;
  };

  it('replays what came after a position, and goes on live', async () => {
    const { database, append } = await createTestLedger();
    await append(forms(0, 3));
    const { url } = await startServer(database);
    const events = connect(url).subscribe({ query: EVENTS, variables: { after: '2' } });
    const replayed = await take(events, 4);
    expect(positions(replayed)).toEqual([3, 4, 5, 6]);
    expect(replayed[0]?.data).toEqual({
      eventAppended: {
        position: '3',
        type: 'FILING_RECEIVED',
        filing: { issuer: { name: 'Quenby Valves Inc' } },
      },
    });
    await append(forms(3, 5));
    expect(positions(await take(events, 4))).toEqual([7, 8, 9, 10]);
  });

  it('tells transactions alone, narrowed by the filter', async () => {
    const { database, append } = await createTestLedger();
    await append(forms(0, 4));
    const { url } = await startServer(database);
    const client = connect(url);
    const all = client.subscribe({ query: TRANSACTIONS, variables: { after: '1' } });
    expect(await take(all, 2)).toEqual([
      {
        data: {
          transactionReported: { position: '2', shares: '100', people: [{ name: 'TestB Owner' }] },
        },
      },
      {
        data: {
          transactionReported: { position: '4', shares: '100', people: [{ name: 'TestC Owner' }] },
        },
      },
    ]);
    const filter = {
      types: ['FILING_RECEIVED', 'TRANSACTION_REPORTED'],
      effectiveFrom: '2023-05-03',
    };
    const late = client.subscribe({ query: TRANSACTIONS, variables: { after: '1', filter } });
    expect(positions(await take(late, 2))).toEqual([6, 8]);
    await append(forms(4, 5));
    expect(positions(await take(late, 1))).toEqual([10]);
  });

  it.each([
    ['an id of no issuer', { filter: { issuers: ['nonsense'] } }, 'filter.issuers[0]: "nonsense"'],
    ['a position beyond the head', { after: '99' }, 'after: the ledger ends at 0, before 99.'],
  ])('says what is wrong with %s', async (_, variables, message) => {
    const { database } = await createTestLedger();
    const { url } = await startServer(database);
    const [results] = await take(connect(url).subscribe({ query: EVENTS, variables }), 2);
    expect(results?.errors).toMatchObject([
      { message: expect.stringContaining(message), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });

  it('masks what is nobody’s business, and tells the next event all the same', async () => {
    const { database, append } = await createTestLedger();
    const logged: unknown[] = [];
    const log = failuresTo((_, cause) => logged.push(cause));
    const { url } = await startServer(database, { log });
    await append(forms(0, 1));
    let fails = true;
    onEventLoads(database, () => {
      if (!fails) return;
      fails = false;
      throw new Error('the secret of the house');
    });
    const results = await take(
      connect(url).subscribe({ query: EVENTS, variables: { after: '1' } }),
      1,
    );
    expect(JSON.stringify(results)).not.toContain('secret');
    expect(results[0]?.errors).toMatchObject([
      { extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: expect.any(String) } },
    ]);
    expect(String(logged[0])).toContain('the secret of the house');
  });

  it('is completed when the server closes, and so are those that wait', async () => {
    const { database, append } = await createTestLedger();
    const { url, close } = await startServer(database);
    await append(forms(0, 1));
    const client = connect(url);
    const results = client.subscribe({ query: EVENTS, variables: { after: '1' } });
    const quiet = client.subscribe({
      query: EVENTS,
      variables: { after: '1', filter: { codes: ['S'] } },
    });
    const waiting = take(quiet, 1);
    expect(positions(await take(results, 1))).toEqual([2]);
    // One that comes while the server closes is refused instead.
    await vi.waitUntil(async () => (await subscribers(url)) === 2, { timeout: 20_000 });
    await close();
    expect(await take(results, 1)).toEqual([]);
    expect(await waiting).toEqual([]);
  });

  it('is refused beyond as many as may be open, and taken again when one ends', async () => {
    const { database, append } = await createTestLedger();
    await append(forms(0, 1));
    const { url } = await startServer(database, {
      settings: { subscriptions: { perClient: 9, inAll: 2 } },
    });
    const client = connect(url);
    const variables = { after: '1' };
    const open = [0, 1].map(() => client.subscribe({ query: EVENTS, variables }));
    await Promise.all(open.map((events) => take(events, 1)));
    const [refused] = await take(client.subscribe({ query: EVENTS, variables }), 1);
    expect(refused?.errors).toMatchObject([{ extensions: { code: 'RATE_LIMITED' } }]);
    await open[0]?.return?.();
    let results: LiveResult | undefined;
    while (results?.data == null) {
      [results] = await take(client.subscribe({ query: EVENTS, variables }), 1);
    }
    expect(positions([results])).toEqual([2]);
  });

  it('comes from both of two servers on one database, whoever appends', async () => {
    const { database, append, serverUrl } = await createTestLedger();
    const second = openDatabase({ connectionString: serverUrl, poolSize: 4 });
    const servers = [await startServer(database), await startServer(second)];
    onTestFinished(async () => {
      await Promise.all(servers.map(({ close }) => close()));
      await second.close();
    });
    await append(forms(0, 1));
    const feeds = servers.map(({ url }) =>
      connect(url).subscribe({ query: EVENTS, variables: { after: '1' } }),
    );
    await append(forms(1, 3));
    for (const feed of feeds) expect(positions(await take(feed, 5))).toEqual([2, 3, 4, 5, 6]);
  });
});
