import { createHmac, randomBytes } from 'node:crypto';
import { Agent, type Dispatcher, request } from 'undici';
import { Anomaly } from '../../values/index.ts';
import type { Message } from './message.ts';
import type { Reach } from './reach.ts';

/** What became of an attempt to send. */
export type Outcome =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'refused'; readonly reason: string; readonly waitMs?: number }
  /** The receiver wants no more. */
  | { readonly kind: 'stop'; readonly reason: string };

/** Where a message goes, and what it is signed with. */
export interface Receiver {
  readonly url: string;
  readonly secret: string;
}

/** Sends webhooks. */
export interface Webhooks {
  send(message: Message, receiver: Receiver): Promise<Outcome>;
  close(): Promise<void>;
}

/** How much of an answer is read, and how long one attempt may take. */
export interface WebhookBounds {
  readonly answerBytes: number;
  readonly connectMs: number;
  readonly totalMs: number;
}

/** 64 KB, 5 s to connect, 10 s in all. */
export const WEBHOOK_BOUNDS: WebhookBounds = {
  answerBytes: 65_536,
  connectMs: 5_000,
  totalMs: 10_000,
};

const LONGEST_WAIT_MS = 3_600_000;

/**
 * Opens what sends webhooks by Standard Webhooks. It connects to no address but those within reach,
 * follows no redirect, and reads no more of an answer than its bounds say.
 */
export function openWebhooks(reach: Reach, bounds: WebhookBounds = WEBHOOK_BOUNDS): Webhooks {
  const { answerBytes, connectMs, totalMs } = bounds;
  const dispatcher = new Agent({
    connect: { lookup: reach.lookup as never, timeout: connectMs },
    headersTimeout: totalMs,
    bodyTimeout: totalMs,
    maxHeaderSize: 16_384,
    connections: 4,
    keepAliveTimeout: 4_000,
  });
  return {
    async send({ id, body }, { url, secret }) {
      const timestamp = Math.floor(Date.now() / 1_000);
      try {
        const target = reach.check(url);
        const signal = AbortSignal.timeout(totalMs);
        const response = await request(target, {
          dispatcher,
          method: 'POST',
          signal,
          headers: {
            'content-type': 'application/json',
            'user-agent': 'insider-ledger',
            'webhook-id': id,
            'webhook-timestamp': String(timestamp),
            'webhook-signature': signatureOf({ id, timestamp, body, secret }),
          },
          body,
        });
        // What an answer says beside its status is nothing to us; a connection is kept where it is
        // short, and ended where it is not.
        await response.body.dump({ limit: answerBytes, signal }).catch(() => undefined);
        return outcomeOf(response);
      } catch (error) {
        return { kind: 'refused', reason: reasonOf(error, totalMs) };
      }
    },
    close: () => dispatcher.destroy(),
  };
}

/** A new secret, as Standard Webhooks writes it: `whsec_` and 32 random bytes in base64. */
export function newSecret(): string {
  return `${PREFIX}${randomBytes(32).toString('base64')}`;
}

const PREFIX = 'whsec_';

/** The header webhook-signature: version 1, HMAC-SHA256 over id, timestamp and body. */
function signatureOf({
  id,
  timestamp,
  body,
  secret,
}: {
  readonly id: string;
  readonly timestamp: number;
  readonly body: string;
  readonly secret: string;
}): string {
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`);
  return `v1,${signature.digest('base64')}`;
}

function outcomeOf({ statusCode, headers }: Dispatcher.ResponseData): Outcome {
  if (statusCode >= 200 && statusCode < 300) return { kind: 'accepted' };
  if (statusCode === 410) return { kind: 'stop', reason: 'The receiver answered 410: no more.' };
  if (statusCode >= 300 && statusCode < 400) {
    const reason = `The receiver answered ${statusCode}; redirects are not followed.`;
    return { kind: 'refused', reason };
  }
  const after = Number(headers['retry-after']);
  const reason = `The receiver answered ${statusCode}.`;
  if (!Number.isFinite(after) || after <= 0) return { kind: 'refused', reason };
  return { kind: 'refused', reason, waitMs: Math.min(after * 1_000, LONGEST_WAIT_MS) };
}

/** Why an attempt failed, without the address, which may carry a secret. */
function reasonOf(error: unknown, totalMs: number): string {
  if (error instanceof Anomaly) return error.message;
  const { name, code, cause } = error as NodeJS.ErrnoException & { cause?: unknown };
  if (cause instanceof Anomaly) return cause.message;
  if (name === 'TimeoutError') return `The receiver took longer than ${totalMs / 1_000} s.`;
  const inner = (cause as NodeJS.ErrnoException | undefined)?.code;
  return `The receiver cannot be reached: ${code ?? inner ?? name}.`;
}
