import { LRUCache } from 'lru-cache';
import type { Database } from '../../database/index.ts';
import { resealWatches } from '../../desk/index.ts';
import { openTail, type TransactionFilter } from '../../reads/index.ts';
import {
  type Context,
  createContext,
  filterMeant,
  SharedBatches,
  type Watches,
} from '../../schema/index.ts';
import { instantOf } from '../../values/index.ts';
import type { Config } from '../config.ts';
import type { Log } from '../operators/index.ts';
import type { Channels } from './deliver.ts';
import { openMails } from './mail.ts';
import { type Reach, reachOf } from './reach.ts';
import { openSender, type Sender } from './sender.ts';
import { configuredVault } from './vault.ts';
import { openWatches } from './watches.ts';
import { openWebhooks } from './webhook.ts';

/** What the configuration says of watches, opened. */
export interface OpenedWatches {
  readonly watches: Watches;
  readonly channels: Channels;
  /**
   * Seals all watches with the first of the keys, so that the others can go, and gives how many
   * there are. Unavailable, with nothing changed, where one was sealed with none of them.
   */
  reseal(): Promise<number>;
  /** Begins to send; nothing is sent by who makes watches alone. */
  send(log: Pick<Log, 'noted' | 'failed'>): Sender;
  close(): Promise<void>;
}

type Configured = Pick<Config, 'watch' | 'dataFolder' | 'databaseUrl' | 'api'>;

/** The wait after a first attempt that failed. */
const FIRST_WAIT_MS = 5_000;

/** Opens what watches are made and sent with; null where there is no key to seal them with. */
export async function configuredWatches(
  database: Database,
  config: Configured,
): Promise<OpenedWatches | null> {
  const vault = await configuredVault(config);
  if (vault === null) return null;
  const { allow, limits, attempts, smtpUrl, mailFrom } = config.watch;
  const { publicUrl } = config.api;
  const reach: Reach = reachOf(allow);
  const channels: Channels = {
    vault,
    webhooks: openWebhooks(reach),
    mails:
      smtpUrl === undefined || mailFrom === undefined
        ? null
        : openMails({ smtpUrl, from: mailFrom, publicUrl }),
  };
  return {
    watches: openWatches({ database, channels, reach, limits }),
    channels,
    reseal: () =>
      resealWatches(database, ({ target, secret }) => ({
        target: vault.seal(vault.open(target, 'target'), 'target'),
        secret: secret && vault.seal(vault.open(secret, 'secret'), 'secret'),
      })),
    send: ({ noted, failed }) =>
      openSender({
        database,
        channels,
        retries: { firstMs: FIRST_WAIT_MS, attempts },
        filterOf: filterReader(database),
        note: noted,
        failed,
      }),
    async close() {
      channels.mails?.close();
      await channels.webhooks.close();
    },
  };
}

const KEPT_MS = 30_000;
const KEPT_FILTERS = 10_000;

/** Gives what filters mean, each asked of the ledger once in half a minute at most. */
export function filterReader(database: Database): (kept: object) => Promise<TransactionFilter> {
  const meanings = new LRUCache<string, Promise<TransactionFilter>>({
    max: KEPT_FILTERS,
    ttl: KEPT_MS,
  });
  return (kept) => {
    const text = JSON.stringify(kept);
    const known = meanings.get(text);
    if (known !== undefined) return known;
    const meaning = withContext(database, (context) => filterMeant(kept, context));
    meanings.set(text, meaning);
    meaning.catch(() => meanings.delete(text));
    return meaning;
  };
}

/** Asks the ledger as a request does, where there is none. */
export async function withContext<T>(
  database: Database,
  work: (context: Context) => Promise<T>,
): Promise<T> {
  const tail = openTail(database);
  try {
    const batches = new SharedBatches((batch) => batch(database.pool));
    return await work(createContext({ database, tail, batches, now: instantOf(new Date()) }));
  } finally {
    await tail.close();
  }
}
