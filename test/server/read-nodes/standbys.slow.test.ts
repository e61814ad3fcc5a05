import { expect, it, onTestFinished } from 'vitest';
import { CLIENTS, type LiveResult } from '../../support/live-server.ts';
import { ledgerOfStandbys } from '../../support/standbys/ledger-of-standbys.ts';
import { readWhileHurt } from '../../support/standbys/read-while-hurt.ts';

const POSITION = '{ ledger { projectedTo } }';

it('a query is answered by a standby, and says up to which position', async () => {
  const ledger = await ledgerOfStandbys(1, onTestFinished);
  const appended = await ledger.append(1);
  const answer = await ledger.ask(POSITION, { 'x-min-position': String(appended) });
  expect(BigInt(answer.position)).toBeGreaterThanOrEqual(appended);
  expect(answer.body).toMatchObject({
    data: { ledger: { projectedTo: String(appended) } },
    extensions: { position: answer.position },
  });
  expect(await ledger.answeredByStandbys()).toBeGreaterThan(0);
});

it('who wants a position that no node has gets UNAVAILABLE, and how far the ledger is', async () => {
  const ledger = await ledgerOfStandbys(1, onTestFinished);
  const appended = await ledger.append(1);
  const wanted = String(appended + 100n);
  const { body } = await ledger.ask(POSITION, { 'x-min-position': wanted });
  expect(body.errors?.[0]).toMatchObject({
    message: `The ledger is at position ${appended}, before ${wanted}: ask again.`,
    extensions: { code: 'UNAVAILABLE' },
  });
  const literal = `{ ledger(minPosition: "${wanted}") { projectedTo } }`;
  expect((await ledger.ask(literal)).body.errors?.[0]?.extensions.code).toBe('UNAVAILABLE');
});

it('a standby that lags is asked for no position that it lacks: the primary answers', async () => {
  const ledger = await ledgerOfStandbys(1, onTestFinished);
  await ledger.pauseReplay(0);
  const appended = await ledger.append(1);
  const read = await ledger.ask(POSITION, { 'x-min-position': String(appended) });
  expect(read.body).toMatchObject({ data: { ledger: { projectedTo: String(appended) } } });
  const stale = await ledger.ask(POSITION);
  expect(BigInt(stale.position)).toBeLessThan(appended);
});

it('reads go on, none of them stale, while standbys hang, die and come back', async () => {
  const ledger = await ledgerOfStandbys(2, onTestFinished);
  const result = await readWhileHurt(ledger, { reads: 400, seed: 7, hurts: 4 });
  expect(result).toMatchObject({ stale: 0, wrong: 0 });
  expect(result.failed).toBeLessThan(40);
});

it.each(['dies', 'hangs', 'runs on'] as const)(
  'where the primary %s and a standby is promoted, all servers follow it, and the chain is whole',
  async (how) => {
    const ledger = await ledgerOfStandbys(2, onTestFinished);
    const before = await ledger.append(2);
    const client = CLIENTS['server-sent events'](ledger.url);
    onTestFinished(() => client.close());
    const subscribe = (after: bigint) =>
      client.subscribe({ query: `subscription { eventAppended(after: "${after}") { position } }` });
    const open = subscribe(1n);
    expect(await positionsOf(open, Number(before) - 1)).toEqual(upTo(before).slice(1));
    await ledger.losePrimary(how);
    await ledger.standbys[0]?.promote();
    // The server ends it: to be gone on with after its last position.
    expect(await open.next()).toMatchObject({ done: true });
    const after = await ledger.append(3);
    expect(after).toBeGreaterThan(before);
    for (let server = 0; server < 3; server += 1) {
      const answer = await ledger.ask(POSITION, { 'x-min-position': String(after) });
      expect(answer.body).toMatchObject({ data: { ledger: { projectedTo: String(after) } } });
    }
    const more = Number(after - before);
    expect(await positionsOf(subscribe(before), more)).toEqual(upTo(after).slice(-more));
    expect(await ledger.verify(0)).toEqual([]);
  },
);

/** Of the next events that a subscription gives. */
async function positionsOf(
  events: AsyncIterator<LiveResult>,
  count: number,
): Promise<(string | undefined)[]> {
  const positions: (string | undefined)[] = [];
  while (positions.length < count) {
    const { value } = await events.next();
    positions.push(value?.data?.eventAppended?.position);
  }
  return positions;
}

function upTo(position: bigint): string[] {
  return Array.from({ length: Number(position) }, (_, index) => String(index + 1));
}
