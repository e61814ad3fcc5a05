import { createTransport } from 'nodemailer';
import type { EventNotice } from '../../reads/index.ts';
import { Anomaly } from '../../values/index.ts';
import { plain } from '../notices/index.ts';
import { headlineOf, messageId } from './message.ts';
import { unsubscribeUrl } from './unsubscribe.ts';
import type { Outcome } from './webhook.ts';

/** From where, by which server, and with which links mail is sent. */
export interface MailSettings {
  /** smtp://user:password@host:port, or smtps. */
  readonly smtpUrl: string;
  readonly from: string;
  readonly publicUrl: string | null;
}

/** What is sent in one mail: a notice, or those of a digest. */
export interface Letter {
  readonly watchId: bigint;
  /** Names the watch to who wants no more of it. */
  readonly ticket: string;
  readonly watchName: string;
  /** Of the event, or where the digest ends: what makes the mail's id. */
  readonly position: bigint;
  readonly notices: readonly EventNotice[];
}

/** Sends mail. */
export interface Mails {
  send(letter: Letter, to: string): Promise<Outcome>;
  close(): void;
}

const CONNECT_MS = 10_000;
const SILENT_MS = 20_000;

/** Opens what sends mail by the operator's SMTP server. */
export function openMails({ smtpUrl, from, publicUrl }: MailSettings): Mails {
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 2,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = /@([A-Za-z0-9.-]+)>?\s*$/.exec(from)?.[1] ?? 'insider-ledger.invalid';
  return {
    async send(letter, to) {
      const unsubscribe = unsubscribeUrl(publicUrl, letter.ticket);
      try {
        await transport.sendMail({
          from,
          to: { name: '', address: mailAddress(to) },
          subject: subjectOf(letter),
          text: textOf(letter, { publicUrl, unsubscribe }),
          messageId: `<${messageId(letter.watchId, letter.position)}@${domain}>`,
          headers: {
            // A machine that answers mail by itself is not to answer this.
            'Auto-Submitted': 'auto-generated',
            ...(unsubscribe !== null && {
              'List-Unsubscribe': `<${unsubscribe}>`,
              'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
            }),
          },
        });
        return { kind: 'accepted' };
      } catch (error) {
        if (error instanceof Anomaly) return { kind: 'refused', reason: error.message };
        const { code, responseCode } = error as { code?: string; responseCode?: number };
        const reason = `The mail server did not take it: ${responseCode ?? code ?? 'no answer'}.`;
        return { kind: 'refused', reason };
      }
    },
    close: () => transport.close(),
  };
}

/** An address to which mail may go: one, without name, comments or quotes. Incorrect otherwise. */
export function mailAddress(text: string): string {
  if (text.length <= 254 && ADDRESS.test(text)) return text;
  throw new Anomaly('Incorrect', 'Mail goes to one address like you@example.org.');
}

const ADDRESS = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?$/;

const LONGEST_SUBJECT = 150;

/** On one line, whatever a filing says. */
function subjectOf({ notices, watchName }: Letter): string {
  const [only] = notices;
  if (notices.length === 0) return watchName;
  const subject =
    notices.length === 1 && only !== undefined
      ? headlineOf(only)
      : `${watchName}: ${notices.length} notices of insider transactions`;
  const line = plain(subject);
  return line.length <= LONGEST_SUBJECT ? line : `${line.slice(0, LONGEST_SUBJECT - 1)}…`;
}

interface Links {
  readonly publicUrl: string | null;
  readonly unsubscribe: string | null;
}

function textOf(
  { notices, watchId, watchName }: Letter,
  { publicUrl, unsubscribe }: Links,
): string {
  const parts = notices.map((notice) => {
    const lines = [headlineOf(notice), `  position ${notice.position}, known at ${notice.knownAt}`];
    if (notice.type === 'REPORTED') {
      const { effectiveOn, accessionNumber } = notice.line;
      lines.push(`  effective on ${effectiveOn}, filing ${accessionNumber ?? 'without a number'}`);
      if (publicUrl !== null && accessionNumber !== null) {
        lines.push(`  ${publicUrl}/filing/${accessionNumber}`);
      }
      return lines.join('\n');
    }
    for (const { line, by } of notice.retracted) {
      const place = by === null ? 'no line takes its place' : `replaced by ${by}`;
      lines.push(`  the line at position ${line.position} no longer counts: ${place}`);
    }
    for (const { position } of notice.reinstated) {
      lines.push(`  the line at position ${position} counts again`);
    }
    return lines.join('\n');
  });
  const said = parts.length === 0 ? ['Mail of this watch arrives.'] : parts;
  const end = [`-- \nWatch ${watchId}, ${plain(watchName)}, of insider-ledger.`];
  if (unsubscribe !== null) end.push(`To be sent no more of it: ${unsubscribe}`);
  return [...said, `${end.join('\n')}\n`].join('\n\n');
}
