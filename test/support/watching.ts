import { onTestFinished } from 'vitest';
import type { Database } from '../../src/database/index.ts';
import { listWatches, type Watch } from '../../src/desk/index.ts';
import { type AskedWatch, filterGiven, schema } from '../../src/schema/index.ts';
import { filterReader, withContext } from '../../src/server/watch/index.ts';
import { openMails } from '../../src/server/watch/mail.ts';
import { type Reach, reachOf } from '../../src/server/watch/reach.ts';
import type { Retries } from '../../src/server/watch/retries.ts';
import { openSender, type Sender } from '../../src/server/watch/sender.ts';
import { vaultOf } from '../../src/server/watch/vault.ts';
import { openWatches } from '../../src/server/watch/watches.ts';
import {
  openWebhooks,
  WEBHOOK_BOUNDS,
  type WebhookBounds,
} from '../../src/server/watch/webhook.ts';

/** How watches are kept in a test; all of it can be left out. */
export interface WatchingOptions {
  readonly smtpUrl?: string;
  readonly publicUrl?: string;
  readonly retries?: Partial<Retries>;
  readonly reach?: Reach;
  readonly bounds?: Partial<WebhookBounds>;
  readonly limits?: { readonly perKey: number; readonly inAll: number };
}

/** The key that tests seal with. */
const TEST_KEY = '5a'.repeat(32);

/** Watches of a ledger that go to this machine alone, and what sends them. */
export function watching(
  database: Database,
  {
    smtpUrl,
    publicUrl,
    retries,
    reach = reachOf(['127.0.0.1']),
    bounds,
    limits,
  }: WatchingOptions = {},
) {
  const webhooks = openWebhooks(reach, { ...WEBHOOK_BOUNDS, ...bounds });
  const from = 'Ledger <ledger@example.org>';
  const settings = { from, publicUrl: publicUrl ?? null };
  const mails = smtpUrl === undefined ? null : openMails({ smtpUrl, ...settings });
  const channels = { vault: vaultOf(TEST_KEY, 'WATCH_KEY'), webhooks, mails };
  const notes: string[] = [];
  const failures: unknown[] = [];
  const watches = openWatches({
    database,
    channels,
    reach,
    limits: limits ?? { perKey: 50, inAll: 1_000 },
  });
  const senders = new Set<Sender>();
  onTestFinished(async () => {
    await Promise.all([...senders].map((sender) => sender.close()));
    mails?.close();
    await webhooks.close();
  });
  return {
    watches,
    channels,
    notes,
    failures,
    /** Starts a sender, as another node would. */
    start: (): Sender => {
      const sender = openSender({
        database,
        channels,
        retries: { firstMs: 5, attempts: 1_000, ...retries },
        filterOf: filterReader(database),
        note: (line) => notes.push(line),
        failed: (message, cause) => failures.push([message, cause]),
        pollMs: 20,
      });
      senders.add(sender);
      return sender;
    },
    /** Makes a watch of all from the ledger's beginning on, but for what is said. */
    add: async (
      to: AskedWatch['to'],
      {
        filter = '',
        after = 0n,
        keyId = null,
      }: { readonly filter?: string; readonly after?: bigint; readonly keyId?: bigint | null } = {},
    ) => {
      const given = await withContext(database, (context) =>
        filterGiven(new URLSearchParams(filter), context, schema),
      );
      return watches.make({ keyId, name: 'a test', filter: given, to, after });
    },
    find: async (id: bigint): Promise<Watch | undefined> =>
      (await listWatches(database.pool, 'operator')).find((watch) => watch.id === id),
  };
}

/** Positions of all lines and retractions that a ledger's events have, in order. */
export async function noticedPositions({ pool }: Pick<Database, 'pool'>): Promise<string[]> {
  const { rows } = await pool.query<{ position: bigint }>(
    `SELECT position FROM ledger_event
     WHERE type = 'TRANSACTION_REPORTED'
       OR type = 'FILING_AMENDED' AND json_array_length(payload->'superseded') > 0
     ORDER BY position`,
  );
  return rows.map(({ position }) => String(position));
}
