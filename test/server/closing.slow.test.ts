import { connect } from 'node:net';
import pg from 'pg';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { inventedForm4s } from '../schema/invented.ts';
import { holdKey } from '../support/key-holder.ts';
import { CLIENTS, type LiveResult, startServer, WAYS } from '../support/live-server.ts';
import { ownershipDocument } from '../support/ownership-document.ts';
import { startServerProcess } from '../support/server-process.ts';
import { createTestLedger, type TestLedger } from '../support/test-ledger.ts';

const SUBSCRIPTION = 'subscription { eventAppended(after: "1") { position } }';
const SUBMIT = `mutation ($document: String!) {
  submitFiling(input: { document: $document }) { appended events { position } }
}`;

/** Keeps statements on a table from going on until it is released, or the test is finished. */
async function hold({ adminUrl }: Pick<TestLedger, 'adminUrl'>, lock: string) {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  onTestFinished(() => client.end());
  await client.query('BEGIN');
  await client.query(`LOCK TABLE ${lock} MODE`);
  return {
    release: () => client.query('COMMIT'),
    /** Resolves when so many statements wait. */
    awaited: async (count: number) => {
      const waiting = `SELECT FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock'`;
      while ((await client.query(waiting)).rowCount !== count) {
        await later();
        // Within a transaction it would look the same for ever.
        await client.query('SELECT pg_stat_clear_snapshot()');
      }
    },
  };
}

/** A server process of a ledger with two events, and what submits a third and a fourth to it. */
async function serving(env = {}) {
  const ledger = await createTestLedger();
  await ledger.append(inventedForm4s(1));
  const { headers } = await holdKey(ledger);
  const server = await startServerProcess(ledger.adminUrl, env);
  const submit = () =>
    fetch(server.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query: SUBMIT, variables: { document: ownershipDocument() } }),
    });
  return { ...ledger, server, submit };
}

describe('a server process that is asked to end', () => {
  it('completes subscriptions, and what it acknowledges is in the ledger', async () => {
    const { server, submit, database, ...ledger } = await serving();
    const rest = WAYS.map(async (way) => {
      const client = CLIENTS[way](server.url);
      onTestFinished(() => client.close());
      const events = client.subscribe({ query: SUBSCRIPTION });
      const results: LiveResult[] = [(await events.next()).value as LiveResult];
      return { results, completed: all(events, results) };
    });
    const open = await Promise.all(rest);
    const appends = await hold(ledger, 'ledger_event IN SHARE ROW EXCLUSIVE');
    const submitted = submit();
    await appends.awaited(1);
    server.kill('SIGTERM');
    await Promise.all(open.map(({ completed }) => completed));
    expect(open.map(({ results }) => results)).toEqual(
      open.map(() => [{ data: { eventAppended: { position: '2' } } }]),
    );
    await appends.release();
    const events = [{ position: '3' }, { position: '4' }];
    expect(await (await submitted).json()).toMatchObject({
      data: { submitFiling: { appended: true, events } },
    });
    expect(await server.ended).toMatchObject({ status: 0 });
    const { rows } = await database.pool.query('SELECT max(position) AS head FROM ledger_event');
    expect(rows).toEqual([{ head: 4n }]);
  });

  it('ends although clients were cut while their questions were under way, which is no failure', async () => {
    const { server, ...ledger } = await serving({ LOG: 'info' });
    const questions = await hold(ledger, 'person_name IN ACCESS EXCLUSIVE');
    const cut = new AbortController();
    const asked = Array.from({ length: 32 }, (_, index) =>
      fetch(`${server.url}?query={search(text:"x${index}"){totalCount}}`, { signal: cut.signal }),
    );
    // As many turns as a client alone has; the others wait for theirs.
    await questions.awaited(6);
    cut.abort();
    server.kill('SIGTERM');
    await Promise.allSettled(asked);
    const { status, stderr } = await server.ended;
    expect(status).toBe(0);
    const gone = stderr.match(/"from":"gone".*"nobody waited for the answer"/g);
    expect(gone?.length).toBeGreaterThanOrEqual(6);
    expect(stderr).not.toMatch(/"level":"(?:warn|error)"/);
  });

  it('ends at once when it is asked a second time', async () => {
    const { server, submit, ...ledger } = await serving();
    const appends = await hold(ledger, 'ledger_event IN SHARE ROW EXCLUSIVE');
    const submitted = submit();
    await appends.awaited(1);
    server.kill('SIGTERM');
    while (!server.log().includes('Closing.')) await later();
    server.kill('SIGINT');
    await expect(submitted).rejects.toThrow();
    expect(await server.ended).toMatchObject({ status: 0 });
  });
});

it('a server that closes does not wait for connections on which nothing was asked yet', async () => {
  const { database } = await createTestLedger();
  const { server, url, close } = await startServer(database);
  const cutOff = vi.spyOn(server, 'closeAllConnections');
  const unused = connect(Number(new URL(url).port), '127.0.0.1');
  const isClosed = new Promise<void>((closed) => unused.once('close', () => closed()));
  // The server knows of it: this one came later.
  expect((await fetch(url.replace('/graphql', '/health'))).status).toBe(200);
  await close();
  await isClosed;
  expect(cutOff).not.toHaveBeenCalled();
});

async function all(events: AsyncIterable<LiveResult>, into: LiveResult[]): Promise<void> {
  for await (const results of events) into.push(results);
}

function later(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 20));
}
