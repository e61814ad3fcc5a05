import type { SealedWatch } from '../../desk/index.ts';
import type { EventNotice } from '../../reads/index.ts';
import { Anomaly } from '../../values/index.ts';
import type { Mails } from './mail.ts';
import { type Message, messageId, messageOf } from './message.ts';
import type { Vault } from './vault.ts';
import type { Outcome, Webhooks } from './webhook.ts';

/** What watches are sent by. */
export interface Channels {
  readonly vault: Vault;
  readonly webhooks: Webhooks;
  /** Null where the operator names no mail server. */
  readonly mails: Mails | null;
}

type Addressed = Pick<SealedWatch, 'id' | 'name' | 'channel' | 'target' | 'secret'>;

/** Sends notices of one watch: a webhook has one, a mail those of a digest, up to a position. */
export async function deliver(
  watch: Addressed,
  { notices, position }: { readonly notices: readonly EventNotice[]; readonly position: bigint },
  channels: Channels,
): Promise<Outcome> {
  if (watch.channel === 'MAIL') return byMail(watch, { notices, position }, channels);
  const [notice] = notices;
  return notice === undefined
    ? { kind: 'accepted' }
    : byWebhook(watch, messageOf(watch.id, notice), channels);
}

/** Sends a word that says no more than that it can be sent. */
export async function deliverTest(watch: Addressed, channels: Channels): Promise<Outcome> {
  if (watch.channel === 'MAIL') {
    return byMail(
      { ...watch, name: `${watch.name} (test)` },
      { notices: [], position: 0n },
      channels,
    );
  }
  const data = { watch: String(watch.id) };
  const body = JSON.stringify({ type: 'watch.test', timestamp: new Date().toISOString(), data });
  return byWebhook(watch, { id: `${messageId(watch.id, 0n)}_test`, body }, channels);
}

function byWebhook(
  { target, secret }: Addressed,
  message: Message,
  { vault, webhooks }: Channels,
): Promise<Outcome> {
  const url = vault.open(target, 'target');
  if (secret === null) throw new Anomaly('Fault', 'A webhook has a secret.');
  return webhooks.send(message, { url, secret: vault.open(secret, 'secret') });
}

async function byMail(
  { id, name, target }: Addressed,
  sent: { readonly notices: readonly EventNotice[]; readonly position: bigint },
  { vault, mails }: Channels,
): Promise<Outcome> {
  if (mails === null) {
    return { kind: 'refused', reason: 'No mail server is configured: SMTP_URL and MAIL_FROM.' };
  }
  const letter = { watchId: id, ticket: vault.ticketOf(id), watchName: name, ...sent };
  return mails.send(letter, vault.open(target, 'target'));
}
