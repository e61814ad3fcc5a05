import fc from 'fast-check';
import pg from 'pg';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import {
  type EventFilter,
  openTail,
  type Tail,
  type TailOptions,
} from '../../../src/reads/index.ts';
import { inventedForm4, inventedForm4s } from '../../schema/invented.ts';
import { sampleDocuments } from '../../support/samples.ts';
import { createTestLedger, type TestLedger } from '../../support/test-ledger.ts';

/** Longer than any test: nothing is found by looking, all by notification. */
const NEVER_MS = 3_600_000;

function open({ database }: TestLedger, options: TailOptions = {}): Tail {
  const tail = openTail(database, { pollEveryMs: NEVER_MS, ...options });
  onTestFinished(() => tail.close());
  return tail;
}

async function take(events: AsyncIterator<bigint>, count: number): Promise<bigint[]> {
  const taken: bigint[] = [];
  while (taken.length < count) {
    const { value, done } = await events.next();
    if (done === true) break;
    taken.push(value);
  }
  return taken;
}

const upTo = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => BigInt(from + index));

/** Form 4s of two events each. */
const FORMS = Object.entries(inventedForm4s(15));
const forms = (from: number, to: number) => Object.fromEntries(FORMS.slice(from, to));

describe('§4 a tail', () => {
  it('begins at the head, or after a position: what is there first, then what comes', async () => {
    const ledger = await createTestLedger();
    await ledger.append(forms(0, 2));
    const tail = open(ledger);
    const fromHead = await tail.follow({});
    const replaying = await tail.follow({}, 1n);
    await ledger.append(forms(2, 4));
    expect(await take(replaying, 7)).toEqual(upTo(2, 8));
    expect(await take(fromHead, 4)).toEqual(upTo(5, 8));
  });

  it('gives every follower every event once and in order, however slow and however little is kept', async () => {
    const step = fc.record({ appends: fc.nat(2), takes: fc.array(fc.nat(4), { maxLength: 3 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 6 }), fc.nat(4), async (steps, recent) => {
        const ledger = await createTestLedger();
        const tail = openTail(ledger.database, { pollEveryMs: NEVER_MS, recent });
        await ledger.append(forms(0, 1));
        const followers = await Promise.all(
          [{ after: 1n }, {}, { after: 2n }].map(async ({ after }) => ({
            events: await tail.follow({}, after),
            got: [] as bigint[],
            next: Number(after ?? 2n) + 1,
          })),
        );
        let appended = 1;
        for (const { appends, takes } of steps) {
          if (appends > 0) await ledger.append(forms(appended, appended + appends));
          appended += appends;
          for (const [index, wanted] of takes.entries()) {
            const follower = followers[index];
            const there = 2 * appended + 1 - ((follower?.next ?? 0) + (follower?.got.length ?? 0));
            follower?.got.push(...(await take(follower.events, Math.min(wanted, there))));
          }
        }
        for (const { events, got, next } of followers) {
          got.push(...(await take(events, 2 * appended - next - got.length + 1)));
          expect(got).toEqual(upTo(next, 2 * appended));
        }
        await tail.close();
      }),
      { numRuns: 12 },
    );
  });

  it('loses nothing when its listening connection is cut', async () => {
    const ledger = await createTestLedger();
    const tail = open(ledger);
    const events = await tail.follow({});
    await ledger.append(forms(0, 1));
    expect(await take(events, 2)).toEqual(upTo(1, 2));
    const cut = `SELECT count(pg_terminate_backend(pid))::int AS ended FROM pg_stat_activity
      WHERE datname = current_database() AND query LIKE 'LISTEN %'`;
    const admin = new pg.Client({ connectionString: ledger.adminUrl });
    await admin.connect();
    for (const from of [1, 2, 3]) {
      let ended = 0;
      while (ended === 0) ended = (await admin.query<{ ended: number }>(cut)).rows[0]?.ended ?? 0;
      await ledger.append(forms(from, from + 1));
      expect(await take(events, 2)).toEqual(upTo(2 * from + 1, 2 * from + 2));
    }
    await admin.end();
  });

  it('finds events by looking where it cannot listen', async () => {
    const ledger = await createTestLedger();
    const nowhere = () =>
      new pg.Client({ connectionString: 'postgres://nobody@127.0.0.1:1/nothing' });
    const tail = openTail({ pool: ledger.database.pool, connection: nowhere }, { pollEveryMs: 20 });
    onTestFinished(() => tail.close());
    const events = await tail.follow({});
    await ledger.append(forms(0, 3));
    expect(await take(events, 6)).toEqual(upTo(1, 6));
  });

  it('refuses to begin after a position that the ledger does not reach', async () => {
    const ledger = await createTestLedger();
    await ledger.append(forms(0, 1));
    await expect(open(ledger).follow({}, 3n)).rejects.toThrow(
      'after: the ledger ends at 2, before 3.',
    );
  });

  it('ends where it is asked to, also while an event is waited for, and forgets who left', async () => {
    const ledger = await createTestLedger();
    const tail = open(ledger);
    const [left, closed] = [await tail.follow({}), await tail.follow({})];
    const waiting = [left.next(), closed.next()];
    await left.return?.();
    expect(tail.followers).toBe(1);
    await tail.close();
    expect(await Promise.all(waiting)).toEqual([
      { done: true, value: undefined },
      { done: true, value: undefined },
    ]);
    expect(tail.followers).toBe(0);
    await expect(tail.follow({})).rejects.toThrow('closing');
  });

  it('reads new events once, however many follow it', async () => {
    const ledger = await createTestLedger();
    const { pool } = ledger.database;
    const tail = open(ledger);
    const followers = await Promise.all(Array.from({ length: 50 }, () => tail.follow({})));
    const others = await tail.follow({});
    await ledger.append(forms(0, 1));
    await take(others, 2);
    await Promise.all(followers.map((events) => take(events, 2)));
    const query = vi.spyOn(pool, 'query');
    // The append takes a connection of the pool and does not go through its query.
    await ledger.append(forms(1, 2));
    const got = await Promise.all(followers.map((events) => take(events, 2)));
    expect(got).toEqual(followers.map(() => upTo(3, 4)));
    // A last read may find that there is no more.
    expect(query.mock.calls.length).toBeLessThanOrEqual(6);
  });
});

describe('§2 a provisional id that a tail was given', () => {
  const seeds = Object.fromEntries(
    Object.entries(sampleDocuments()).filter(([name]) => name.startsWith('seeds/')),
  );
  const resolving = (number: number) => ({
    [`0009000951-23-00000${number}.xml`]: inventedForm4({
      period: `2023-05-0${number}`,
      signedOn: `2023-05-0${number}`,
      issuer: { cik: '0009000951', name: 'ALLIED MOTION TECHNOLOGIES INC', ticker: 'AMOT' },
      owners: [{ cik: '0009000952', name: 'Maida Robert P' }],
      lines: [{ shares: '10', price: '12.5', after: '110795' }],
    }),
  });

  it.each([
    ['live', 4_096],
    ['from the ledger', 0],
  ])('goes on meaning whom it turned out to be, %s', async (_, recent) => {
    const ledger = await createTestLedger();
    await ledger.append(seeds);
    const { rows } = await ledger.database.pool.query<{ issuer: bigint; person: bigint }>(
      'SELECT issuer_id AS issuer, person_id AS person FROM filing_owner LIMIT 1',
    );
    const { issuer = 0n, person = 0n } = rows[0] ?? {};
    expect([issuer < 0n, person < 0n]).toEqual([true, true]);
    const tail = open(ledger, { recent });
    const filters: EventFilter[] = [{ issuers: [issuer] }, { people: [person] }, { people: [7n] }];
    const [byIssuer, byPerson] = await Promise.all(filters.map((filter) => tail.follow(filter)));
    const { pool } = ledger.database;
    const head = Number((await pool.query('SELECT max(position) FROM ledger_event')).rows[0].max);
    await ledger.append({ ...forms(0, 1), ...resolving(1) });
    await ledger.append(resolving(2));
    // Two of a stranger, then two of the filing, two resolutions, two of the next filing.
    const expected = upTo(head + 3, head + 8);
    expect(await take(byIssuer as AsyncIterator<bigint>, 6)).toEqual(expected);
    expect(await take(byPerson as AsyncIterator<bigint>, 6)).toEqual(expected);
  });
});
