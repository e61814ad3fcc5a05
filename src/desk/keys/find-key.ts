import { timingSafeEqual } from 'node:crypto';
import type { Queryable, Records } from '../../database/index.ts';
import type { Instant } from '../../values/index.ts';
import { type ApiKey, keyOf, keyStatus } from './api-key.ts';
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

/** Of these keys, by their numbers, those that are not accepted at an instant, or are not there. */
export async function endedKeys(
  { apiKey }: Records,
  ids: readonly ApiKey['id'][],
  now: Instant,
): Promise<ApiKey['id'][]> {
  const found = await apiKey.findMany({ where: { id: { in: [...ids] } } });
  const active = found.map(keyOf).filter((key) => keyStatus(key, now) === 'active');
  const accepted = new Set(active.map(({ id }) => id));
  return ids.filter((id) => !accepted.has(id));
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
