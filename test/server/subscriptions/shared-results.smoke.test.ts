import { expect, it, onTestFinished } from 'vitest';
import { inventedForm4s } from '../../schema/invented.ts';
import { onEventLoads } from '../../support/event-loads.ts';
import { CLIENTS, startServer } from '../../support/live-server.ts';
import { createTestLedger } from '../../support/test-ledger.ts';

const FORMS = Object.entries(inventedForm4s(15));
const QUERY = `subscription ($filter: EventFilter, $after: Position) {
  eventAppended(filter: $filter, after: $after) { position hash }
}`;

it('an event is loaded once for all who ask the same of it, whatever their filters and beginnings', async () => {
  const { database, append } = await createTestLedger();
  await append(Object.fromEntries(FORMS.slice(0, 1)));
  const { url } = await startServer(database);
  const asked = [
    { query: QUERY },
    { query: QUERY, variables: { after: '2' } },
    { query: QUERY, variables: { filter: { types: ['TRANSACTION_REPORTED'] } } },
    { query: QUERY.replace('$after)', '"2")').replace(', $after: Position', '') },
  ];
  const client = CLIENTS.WebSocket(url);
  onTestFinished(() => client.close());
  const feeds = [...asked, ...asked, ...asked].map((each) => client.subscribe(each));
  // Only when it has received an event is a subscription surely open.
  const first = feeds.map((feed) => feed.next());
  const nudges = (async () => {
    for (const [name, text] of FORMS.slice(1, 4)) {
      await append({ [name]: text });
      await new Promise((later) => setTimeout(later, 300));
    }
  })();
  await Promise.all(first);
  await nudges;
  let loads = 0;
  onEventLoads(database, (events) => {
    loads += events;
  });
  await append(Object.fromEntries(FORMS.slice(4, 5)));
  const transaction = { position: '10', hash: expect.stringMatching(/^[0-9a-f]{64}$/) };
  for (const feed of feeds) {
    for await (const { data } of feed) {
      if (data?.eventAppended?.position !== '10') continue;
      expect(data).toEqual({ eventAppended: transaction });
      break;
    }
  }
  expect(loads).toBe(2);
});
