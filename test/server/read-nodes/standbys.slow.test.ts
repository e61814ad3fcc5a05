import { expect, it, onTestFinished } from 'vitest';
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

it('a standby that was promoted is a whole ledger, which goes on', async () => {
  const ledger = await ledgerOfStandbys(1, onTestFinished);
  await ledger.append(2);
  expect(await ledger.promoteAndAppend(1)).toEqual({ isWhole: true });
});
