import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { inventedForm4 } from '../../schema/invented.ts';
import { insiderLedger } from '../../support/command-line.ts';
import { CLIENTS, type LiveClient, WAYS } from '../../support/live-server.ts';
import { startServerProcess } from '../../support/server-process.ts';
import { createTestLedger } from '../../support/test-ledger.ts';

const QUERY =
  'subscription ($after: Position) { eventAppended(after: $after) { position filing { id } } }';

const BATCHES = 4;
const FILINGS_IN_EACH = 9;
/** Of two events each: a filing received and a purchase. One filing is there before. */
const HEAD = 2 * (1 + BATCHES * FILINGS_IN_EACH);
const EXPECTED = Array.from({ length: HEAD - 1 }, (_, index) => index + 2);

/** A Form 4 of a person of its own. */
function form(number: number): [string, string] {
  const day = `2023-${number < 20 ? '05' : '06'}-${String((number % 20) + 1).padStart(2, '0')}`;
  const text = inventedForm4({
    period: day,
    signedOn: day,
    owners: [{ cik: String(9_000_700 + number), name: `Owner Numbered ${number}` }],
    lines: [{ shares: '100', price: '2.5', after: '1000' }],
  });
  return [`0009000901-23-${String(number).padStart(6, '0')}.xml`, text];
}

/**
 * A ledger of one filing, two servers of it, and what has a third process ingest the next batch.
 */
async function twoServers() {
  const { append, adminUrl } = await createTestLedger();
  await append(Object.fromEntries([form(0)]));
  const folder = await mkdtemp(join(tmpdir(), 'insider-ledger-processes-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const servers = await Promise.all([startServerProcess(adminUrl), startServerProcess(adminUrl)]);
  const ingest = async (batch: number) => {
    const path = join(folder, String(batch));
    await mkdir(path);
    for (let index = 1; index <= FILINGS_IN_EACH; index += 1) {
      const [name, text] = form(batch * FILINGS_IN_EACH + index);
      await writeFile(join(path, name), text);
    }
    const { status } = await insiderLedger(['ingest', path], { DATABASE_URL: adminUrl });
    expect(status).toBe(0);
  };
  return { servers, ingest };
}

/**
 * Adds the positions of what a client receives after the last of them, until its connection ends or
 * the head is reached.
 */
async function readOn(client: LiveClient, got: number[], received: () => void = () => undefined) {
  onTestFinished(() => client.close());
  const after = String(got.at(-1) ?? 1);
  for await (const { data } of client.subscribe({ query: QUERY, variables: { after } })) {
    got.push(Number(data?.eventAppended?.position));
    received();
    if (got.at(-1) === HEAD) return;
  }
}

async function eventsAt(url: string): Promise<unknown> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"query":"{ ledger { events } }"}',
  });
  return ((await answer.json()) as { data: { ledger: { events: number } } }).data.ledger.events;
}

it('two server processes on one database both deliver every event, once and in order, while a third ingests', async () => {
  const { servers, ingest } = await twoServers();
  const feeds = servers.flatMap(({ url }) =>
    WAYS.map((way) => {
      const got: number[] = [];
      return { got, done: readOn(CLIENTS[way](url), got) };
    }),
  );
  for (let batch = 0; batch < BATCHES; batch += 1) {
    await ingest(batch);
    // No server goes on answering what it kept from before.
    const events = 2 * (1 + (batch + 1) * FILINGS_IN_EACH);
    expect(await Promise.all(servers.map(({ url }) => eventsAt(url)))).toEqual([events, events]);
  }
  await Promise.all(feeds.map(({ done }) => done));
  expect(feeds.map(({ got }) => got)).toEqual(feeds.map(() => EXPECTED));
});

it.each(WAYS)(
  'when a server process is killed, its client over %s goes on at the other and misses nothing',
  async (way) => {
    const { servers, ingest } = await twoServers();
    const [first, second] = servers;
    const got: number[] = [];
    // In the middle of a batch.
    const reading = readOn(CLIENTS[way](first.url), got, () => {
      if (got.length === FILINGS_IN_EACH * 3) first.kill('SIGKILL');
    });
    const ingesting = (async () => {
      for (let batch = 0; batch < BATCHES; batch += 1) await ingest(batch);
    })();
    await expect(reading).rejects.toThrow();
    expect((await first.ended).status).toBe(null);
    expect(got.length).toBeLessThan(EXPECTED.length);
    await readOn(CLIENTS[way](second.url), got);
    await ingesting;
    expect(got).toEqual(EXPECTED);
  },
);
