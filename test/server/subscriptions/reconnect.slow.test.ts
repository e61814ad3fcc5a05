import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { Random } from '../../../src/server/demo/index.ts';
import { inventedForm4s } from '../../schema/invented.ts';
import { insiderLedger } from '../../support/command-line.ts';
import { CLIENTS, type LiveClient, startServer, WAYS } from '../../support/live-server.ts';
import { createTestLedger } from '../../support/test-ledger.ts';

const QUERY =
  'subscription ($after: Position) { eventAppended(after: $after) { position filing { id } } }';
const FORMS = Object.entries(inventedForm4s(15));
/** Three folders of four filings, of two events each, for processes to ingest one after another. */
const FOLDERS = [1, 5, 9].map((from) => FORMS.slice(from, from + 4));
const HEAD = 26;

/** Reads on from a position until the connection is cut, by chance, or the head is reached. */
async function readOn(client: LiveClient, got: number[], cut: { ms: number; events: number }) {
  const timer = setTimeout(() => client.close(), cut.ms);
  try {
    const after = String(got.at(-1));
    for await (const { data } of client.subscribe({ query: QUERY, variables: { after } })) {
      got.push(Number(data?.eventAppended?.position));
      cut.events -= 1;
      if (cut.events === 0 || got.at(-1) === HEAD) break;
    }
  } catch {
    // The connection was cut, as it was meant to be.
  }
  clearTimeout(timer);
  client.close();
}

it.each(WAYS)(
  'every event comes exactly once and in order over %s, however often it is cut, while other processes ingest',
  async (way) => {
    const { database, append, adminUrl } = await createTestLedger();
    const folder = await mkdtemp(join(tmpdir(), 'insider-ledger-live-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    for (const [index, forms] of FOLDERS.entries()) {
      await mkdir(join(folder, String(index)));
      for (const [name, text] of forms) await writeFile(join(folder, String(index), name), text);
    }
    await append(Object.fromEntries(FORMS.slice(0, 1)));
    const { url } = await startServer(database);
    const ingesting = (async () => {
      for (const index of FOLDERS.keys()) {
        const path = join(folder, String(index));
        const { status } = await insiderLedger(['ingest', path], { DATABASE_URL: adminUrl });
        expect(status).toBe(0);
      }
    })();
    const random = new Random(way.length);
    const got = [2];
    let connections = 0;
    while (got.at(-1) !== HEAD) {
      const cut = { ms: 20 + random.below(400), events: 1 + random.below(4) };
      await readOn(CLIENTS[way](url), got, cut);
      connections += 1;
    }
    await ingesting;
    expect(got).toEqual(Array.from({ length: HEAD - 1 }, (_, index) => index + 2));
    expect(connections).toBeGreaterThan(5);
  },
);
