import type { Database } from '../../database/index.ts';
import { findSealedWatch, makeWatch, pauseWatch, type WatchLimits } from '../../desk/index.ts';
import { ledgerPositions } from '../../reads/index.ts';
import type { AskedWatch, MadeWatch, TestedWatch, Watches } from '../../schema/index.ts';
import { Anomaly } from '../../values/index.ts';
import { type Channels, deliverTest } from './deliver.ts';
import { mailAddress } from './mail.ts';
import type { Reach } from './reach.ts';
import { newSecret } from './webhook.ts';

/** What watches are made with. */
export interface WatchesOptions {
  readonly database: Pick<Database, 'pool'>;
  readonly channels: Channels;
  readonly reach: Pick<Reach, 'check'>;
  readonly limits: WatchLimits;
}

/** What makes watches, their addresses and secrets sealed, and tests them. */
export function openWatches(options: WatchesOptions): Watches {
  return {
    make: (asked) => make(asked, options),
    async test(id): Promise<TestedWatch> {
      const watch = await findSealedWatch(options.database.pool, id);
      const outcome = await deliverTest(watch, options.channels);
      return outcome.kind === 'accepted'
        ? { accepted: true, reason: null }
        : { accepted: false, reason: outcome.reason };
    },
    async unsubscribe(ticket) {
      const { channels, database } = options;
      const id = channels.vault.watchOf(ticket);
      if (id === null) throw new Anomaly('NotFound', 'No watch has this address.');
      await pauseWatch(database.pool, id, 'operator', UNSUBSCRIBED);
    },
  };
}

const UNSUBSCRIBED = 'The person who gets its mail unsubscribed.';

async function make(
  { keyId, name, filter, to, after }: AskedWatch,
  { database, channels, reach, limits }: WatchesOptions,
): Promise<MadeWatch> {
  const { head } = await ledgerPositions(database.pool);
  if (after !== null && (after > head || after < 0n)) {
    throw new Anomaly('Incorrect', `after: the ledger ends at ${head}.`);
  }
  const own = { keyId, name, filter, position: after ?? head };
  const { vault } = channels;
  if ('mail' in to) {
    if (channels.mails === null) {
      const message = 'Mail is off: the server has no SMTP_URL and MAIL_FROM.';
      throw new Anomaly('Forbidden', message);
    }
    const address = mailAddress(to.mail);
    const target = vault.seal(address, 'target');
    const mail = { channel: 'MAIL', target, secret: null, shown: address } as const;
    const watch = await makeWatch(database, { ...own, ...mail, digest: to.digest }, limits);
    return { watch, secret: null };
  }
  const url = reach.check(to.url);
  const secret = newSecret();
  const hook = {
    channel: 'WEBHOOK',
    target: vault.seal(url.href, 'target'),
    secret: vault.seal(secret, 'secret'),
    shown: url.host,
    digest: null,
  } as const;
  return { watch: await makeWatch(database, { ...own, ...hook }, limits), secret };
}
