import { timingSafeEqual } from 'node:crypto';
import type { Queryable, Records } from '../../database/index.ts';
import { type ApiKey, keyOf } from './api-key.ts';
import { hashOf, prefixOf } from './key-text.ts';

/**
 * The key of a text that somebody presents, also one that is revoked or expired; null where the
 * ledger knows none such.
 */
export async function findKey({ apiKey }: Records, text: string): Promise<ApiKey | null> {
  const prefix = prefixOf(text);
  const found = prefix === null ? null : await apiKey.findUnique({ where: { prefix } });
  if (found === null) return null;
  // How long it takes must not tell how much of the hash is right.
  return timingSafeEqual(found.hash, hashOf(text)) ? keyOf(found) : null;
}

/** Notes the hour in which a key was used; writes nothing more within that hour. */
export async function noteUse(db: Queryable, { id }: Pick<ApiKey, 'id'>): Promise<void> {
  await db.query(
    `UPDATE api_key SET last_used_at = date_trunc('hour', now())
     WHERE id = $1 AND (last_used_at IS NULL OR last_used_at < date_trunc('hour', now()))`,
    [id],
  );
}

/** Whether any key was ever made: without one, nobody can submit. */
export async function hasKeys({ apiKey }: Records): Promise<boolean> {
  return (await apiKey.findFirst({ select: { id: true } })) !== null;
}
