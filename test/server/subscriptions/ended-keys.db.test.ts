import { expect, it, onTestFinished } from 'vitest';
import { revokeKey } from '../../../src/desk/index.ts';
import type { Instant } from '../../../src/values/index.ts';
import { asOwner, holdKey } from '../../support/key-holder.ts';
import { CLIENTS, startServer, WAYS } from '../../support/live-server.ts';
import { QUIET } from '../../support/quiet.ts';
import { createTestLedger } from '../../support/test-ledger.ts';

const ASKED = { query: 'subscription { eventAppended { position } }' };
const ENDED = { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] };
const BEGIN = '2026-11-21T12:00:00.000Z' as Instant;
const EXPIRY = '2026-11-21T13:00:00.000Z' as Instant;

it.each(WAYS)(
  'a revoked or expired key ends what it opened over %s, on every node',
  async (way) => {
    const ledger = await createTestLedger();
    const expiring = await holdKey(ledger, ['READ'], EXPIRY);
    const revoked = await holdKey(ledger, ['READ']);
    const kept = await holdKey(ledger, ['READ']);
    let now = BEGIN;
    const nodes = await Promise.all(
      [1, 2].map(() => startServer(ledger.database, { log: QUIET, now: () => now })),
    );
    const subscribe = (url: string, headers: Readonly<Record<string, string>>) => {
      const client = CLIENTS[way](url, headers);
      onTestFinished(() => client.close());
      const events = client.subscribe(ASKED);
      return events.next().then(({ value }) => value);
    };
    const [expiringNext, revokedNext] = [expiring, revoked].map(({ headers }) =>
      Promise.all(nodes.map(({ url }) => subscribe(url, headers))),
    );
    let isKept = true;
    const ended = () => {
      isKept = false;
    };
    void subscribe(nodes[0]?.url ?? '', kept.headers).then(ended, ended);
    const open = async () => {
      const texts = await Promise.all(
        nodes.map(async ({ url }) => (await fetch(url.replace('/graphql', '/metrics'))).text()),
      );
      return texts.map((text) => Number(/subscribers (\d+)/.exec(text)?.[1]));
    };
    await expect.poll(open).toEqual([3, 2]);
    await asOwner(ledger, (pool) => revokeKey(pool, revoked.key.prefix));
    expect(await revokedNext).toMatchObject([ENDED, ENDED]);
    expect(await open()).toEqual([2, 1]);
    now = EXPIRY;
    expect(await expiringNext).toMatchObject([ENDED, ENDED]);
    expect(isKept).toBe(true);
  },
);
