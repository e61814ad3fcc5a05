import type { Instant } from '../../values/index.ts';

/** How a watch sends. */
export type WatchChannel = 'WEBHOOK' | 'MAIL';

/** How often a watch by mail sends what has come; each notice by itself where it has none. */
export type WatchDigest = 'HOUR' | 'DAY';

/** A standing question, without its sealed address and secret. */
export interface Watch {
  readonly id: bigint;
  /** The API key whose it is; null for the operator's own. */
  readonly keyId: bigint | null;
  readonly name: string;
  /** A TransactionFilter of the API, as it was given. */
  readonly filter: object;
  readonly channel: WatchChannel;
  /** What may be shown of its address: a host, or a mail address. */
  readonly shown: string;
  readonly digest: WatchDigest | null;
  /** What is at it or before it is sent, or among the dead letters. */
  readonly position: bigint;
  readonly pausedAt: Instant | null;
  /** Why it was paused, where its receiver asked for that. */
  readonly pauseReason: string | null;
  /** How often the next notice was tried to be sent. */
  readonly attempts: number;
  /** Not before then. */
  readonly nextAt: Instant | null;
  /** Why the last attempt failed; null where it did not. */
  readonly lastError: string | null;
  /** Notices and digests that were accepted. */
  readonly sent: bigint;
  /** Attempts that failed. */
  readonly failed: bigint;
  readonly lastSentAt: Instant | null;
  readonly createdAt: Instant;
  /** How many notices were given up. */
  readonly deadLetters: number;
}

/** A watch as the sender needs it. */
export interface SealedWatch extends Watch {
  readonly target: Buffer;
  readonly secret: Buffer | null;
  /** Whether it is not yet to be tried again. */
  readonly isWaiting: boolean;
  /** Where a digest that is being sent ends. */
  readonly pending: bigint | null;
}

/** SQL for the columns of a Watch, of a row w. */
export const WATCH_COLUMNS = `w.id, w.key_id AS "keyId", w.name, w.filter, w.channel, w.shown,
  w.digest, w.position, w.paused_at AS "pausedAt", w.pause_reason AS "pauseReason", w.attempts,
  w.next_at AS "nextAt", w.last_error AS "lastError", w.sent, w.failed,
  w.last_sent_at AS "lastSentAt", w.created_at AS "createdAt",
  (SELECT count(*)::int FROM watch_dead_letter d WHERE d.watch_id = w.id) AS "deadLetters"`;

/** SQL for the columns of a SealedWatch. */
export const SEALED_COLUMNS = `${WATCH_COLUMNS}, w.target, w.secret, w.pending,
  coalesce(w.next_at > now(), false) AS "isWaiting"`;

/** SQL: that the key of a watch w is in force, or that it needs none. */
export const MAY_SEND = `(w.key_id IS NULL OR EXISTS (
  SELECT FROM api_key k WHERE k.id = w.key_id AND k.revoked_at IS NULL
    AND (k.expires_at IS NULL OR k.expires_at > now())))`;
