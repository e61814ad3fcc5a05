import type { Records } from '../../database/index.ts';
import { type Instant, instantOf } from '../../values/index.ts';

/** What a key may be made for. */
export const KEY_SCOPES = ['READ', 'INGEST', 'WATCH'] as const;

/** What a key allows: to ask, to submit filings, to have watches (docs/guides/api-keys.md). */
export type KeyScope = (typeof KEY_SCOPES)[number];

/** A key as the ledger shows it: never its text, which it does not know, nor its hash. */
export interface ApiKey {
  readonly id: bigint;
  /** The operator's own word for it. */
  readonly name: string;
  /** The first characters of its text, which tell it from others: `il_3fa9c1d2`. */
  readonly prefix: string;
  readonly scopes: readonly KeyScope[];
  readonly createdAt: Instant;
  /** From when on it is refused; null for never. */
  readonly expiresAt: Instant | null;
  /** Since when it is refused; null where it was not revoked. */
  readonly revokedAt: Instant | null;
  /** The hour in which it was used last; null for never. */
  readonly lastUsedAt: Instant | null;
}

/** The columns of an ApiKey, for RETURNING. */
export const KEY_COLUMNS = `id, name, prefix, scopes::text[] AS scopes, created_at AS "createdAt",
  expires_at AS "expiresAt", revoked_at AS "revokedAt", last_used_at AS "lastUsedAt"`;

type KeyRecord = NonNullable<Awaited<ReturnType<Records['apiKey']['findUnique']>>>;

/** The key of its record. */
export function keyOf({ id, name, prefix, scopes, ...times }: KeyRecord): ApiKey {
  const { createdAt, expiresAt, revokedAt, lastUsedAt } = times;
  return {
    id,
    name,
    prefix,
    scopes,
    createdAt: instantOf(createdAt),
    expiresAt: expiresAt && instantOf(expiresAt),
    revokedAt: revokedAt && instantOf(revokedAt),
    lastUsedAt: lastUsedAt && instantOf(lastUsedAt),
  };
}

/** Whether a key is accepted at an instant, or why not. */
export function keyStatus(
  { expiresAt, revokedAt }: Pick<ApiKey, 'expiresAt' | 'revokedAt'>,
  now: Instant,
): 'active' | 'expired' | 'revoked' {
  if (revokedAt !== null) return 'revoked';
  return expiresAt !== null && expiresAt <= now ? 'expired' : 'active';
}

/**
 * Whether scopes allow something. Who may submit, or be sent what the ledger holds, may read.
 */
export function allows(scopes: readonly KeyScope[], scope: KeyScope): boolean {
  return scopes.includes(scope) || (scope === 'READ' && scopes.length > 0);
}
