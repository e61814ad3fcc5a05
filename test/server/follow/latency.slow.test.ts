import { expect, it, onTestFinished } from 'vitest';
import { newYorkDate, parseInstant } from '../../../src/values/index.ts';
import { following } from '../../support/edgar/following.ts';
import { inventedListing } from '../../support/edgar/listed-filing.ts';
import { startEdgarServer } from '../../support/edgar-server.ts';
import { CLIENTS, startServer, WAYS } from '../../support/live-server.ts';
import { createTestLedger } from '../../support/test-ledger.ts';

const QUERY = `subscription {
  eventAppended(filter: { types: [FILING_RECEIVED] }) { position recordedAt filing { accessionNumber } }
}`;
const INTERVAL_MS = 500;

// The one test that looks at the clock: the bound is what is promised, for most; a busy machine may
// be late.
it.each(WAYS)(
  'a filing is in the ledger and at a subscriber over %s within a second of being listed, and a poll',
  async (way) => {
    const { database } = await createTestLedger();
    const { url } = await startServer(database);
    const client = CLIENTS[way](url);
    onTestFinished(() => client.close());
    const events = client.subscribe({ query: QUERY });
    const day = newYorkDate(parseInstant(new Date().toISOString()) ?? ('' as never));
    const server = await startEdgarServer({
      filings: [inventedListing(1, { day })],
      indexedThrough: '',
    });
    following(server, database, {
      intervalMs: INTERVAL_MS,
      forms: ['3', '4', '5'],
      perSecond: 10,
      now: Date.now,
    });
    await events.next();
    const lates: { ledger: number; subscriber: number }[] = [];
    for (let number = 2; number <= 8; number += 1) {
      await new Promise((resolve) => setTimeout(resolve, 70 * number));
      const listed = Date.now();
      const filing = inventedListing(number, { day });
      server.list(filing);
      const { value } = await events.next();
      const event = value?.data?.eventAppended as unknown as {
        recordedAt: string;
        filing: { accessionNumber: string };
      };
      expect(event.filing.accessionNumber).toBe(filing.accessionNumber);
      lates.push({
        ledger: Date.parse(event.recordedAt) - listed,
        subscriber: Date.now() - listed,
      });
    }
    const sorted = (of: 'ledger' | 'subscriber') =>
      lates.map((late) => late[of]).sort((a, b) => a - b);
    console.info(`${way}: after being listed, in ms:`, JSON.stringify(lates));
    for (const of of ['ledger', 'subscriber'] as const) {
      const all = sorted(of);
      expect(all[3]).toBeLessThan(INTERVAL_MS + 1_000);
      expect(all.at(-1)).toBeLessThan(INTERVAL_MS + 10_000);
    }
  },
);
