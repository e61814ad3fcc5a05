import { describe, expect, it } from 'vitest';
import type { RequestOutcome } from '../../src/server/operators/index.ts';
import { inventedForm4s } from '../schema/invented.ts';
import { CLIENTS, startServer } from '../support/live-server.ts';
import { QUIET } from '../support/quiet.ts';
import { createTestLedger } from '../support/test-ledger.ts';

const FORMS = inventedForm4s(1);

const HEADS = 'query Heads { ledger { events } }';

async function start() {
  const ledger = await createTestLedger();
  const outcomes: RequestOutcome[] = [];
  const log = { ...QUIET, answered: (answered: RequestOutcome) => outcomes.push(answered) };
  const persisted = { texts: new Map([['heads', HEADS]]), only: false };
  const server = await startServer(ledger.database, { log, settings: { persisted } });
  const at = (path: string) => server.url.replace('/graphql', path);
  const post = (body: object, headers = {}) =>
    fetch(server.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  return { ...ledger, ...server, at, post, outcomes };
}

describe('/health and /ready', () => {
  it('say that the server lives, and that its ledger can be asked', async () => {
    const { at, append } = await start();
    expect((await fetch(at('/health'))).status).toBe(200);
    expect(await (await fetch(at('/ready'))).json()).toEqual({ ready: true, head: '0' });
    await append(FORMS);
    expect(await (await fetch(at('/ready'))).json()).toMatchObject({ ready: true, head: '2' });
  });

  it('a server whose projections are not built, or whose database is away, lives and is not ready', async () => {
    const { at, append, database } = await start();
    await append(FORMS);
    await database.pool.query('UPDATE projection_checkpoint SET position = 0');
    const behind = await fetch(at('/ready'));
    expect(behind.status).toBe(503);
    expect(await behind.json()).toMatchObject({ reason: 'The projections are being built.' });
    await database.close();
    const away = await fetch(at('/ready'));
    expect(away.status).toBe(503);
    expect(await away.json()).toMatchObject({ reason: 'The database cannot be reached.' });
    expect((await fetch(at('/health'))).status).toBe(200);
  });
});

describe('/metrics', () => {
  it('count operations by their names, errors by their codes, and tell positions, pool and subscribers', async () => {
    const { at, append, post, url } = await start();
    await append(FORMS);
    for (const _ of 'abc') await post({ query: HEADS });
    await post({ query: '{ nothing }' });
    const client = CLIENTS['server-sent events'](url);
    const events = client.subscribe({
      query: 'subscription ($after: Position) { eventAppended(after: $after) { position } }',
      variables: { after: '1' },
    });
    await events.next();
    const text = await (await fetch(at('/metrics'))).text();
    client.close();
    const value = (name: string) =>
      text
        .split('\n')
        .find((line) => line.startsWith(`insider_ledger_${name} `))
        ?.split(' ')[1];
    const labels = 'operation="Heads",kind="query"';
    expect(value(`operations_total{${labels},from="ledger"}`)).toBe('1');
    expect(value(`operations_total{${labels},from="memory"}`)).toBe('2');
    expect(value(`operation_seconds_count{${labels}}`)).toBe('3');
    expect(value('errors_total{code="BAD_USER_INPUT"}')).toBe('1');
    expect(value('position{of="head"}')).toBe('2');
    expect(value('projection_lag_events')).toBe('0');
    expect(value('subscribers')).toBe('1');
    expect(Number(value('pool_connections{state="idle"}'))).toBeGreaterThan(0);
    expect(text).toContain('process_resident_memory_bytes');
  });

  it('name the operations of known documents alone: what clients make up counts as one', async () => {
    const { at, post } = await start();
    for (const name of ['Heads', 'MadeUp', 'Another']) {
      await post({ query: `query ${name} { __typename }` });
    }
    await post({ query: '{ __typename }' });
    const text = await (await fetch(at('/metrics'))).text();
    const counted = [...text.matchAll(/operations_total\{operation="(\w*)".*\} (\d+)/g)];
    expect(counted.map(([, name, count]) => [name, count])).toEqual([
      ['Heads', '1'],
      ['other', '2'],
      ['', '1'],
    ]);
  });
});

describe('the log', () => {
  it('has every request, under the id that its client gave or got', async () => {
    const { post, outcomes } = await start();
    const given = await post(
      { query: 'query Heads { ledger { events } }' },
      { 'x-request-id': 'a-1' },
    );
    const made = await post({ query: '{ nothing }' }, { 'x-request-id': 'no id\t' });
    expect(given.headers.get('x-request-id')).toBe('a-1');
    expect(outcomes).toMatchObject([
      {
        requestId: 'a-1',
        operation: { name: 'Heads' },
        status: 200,
        codes: [],
        cost: 1,
        from: 'ledger',
      },
      {
        requestId: made.headers.get('x-request-id'),
        operation: null,
        status: 200,
        codes: ['BAD_USER_INPUT'],
        from: 'nowhere',
      },
    ]);
  });
});

describe('a server that closes', () => {
  it('answers what is under way, and takes nothing new', async () => {
    const { post, close, database, at } = await start();
    const connect = database.pool.connect.bind(database.pool) as (...args: unknown[]) => unknown;
    let asked: (() => void) | undefined;
    const isAsked = new Promise<void>((resolve) => {
      asked = resolve;
    });
    Object.assign(database.pool, {
      connect: async (...args: unknown[]) => {
        asked?.();
        await new Promise((later) => setTimeout(later, 200));
        return connect(...args);
      },
    });
    const answer = post({ query: '{ search(text: "x") { totalCount } }' });
    await isAsked;
    const closed = close();
    expect(await (await answer).json()).toMatchObject({ data: { search: { totalCount: 0 } } });
    await closed;
    await expect(fetch(at('/health'))).rejects.toThrow();
  });
});
