import { timingSafeEqual } from 'node:crypto';
import type { Queryable } from '../../database/index.ts';
import type { ApiKey } from './api-key.ts';
import { hashOf, prefixOf } from './key-text.ts';
import { KEY_COLUMNS } from './list-keys.ts';

/**
 * The key of a text that somebody presents, also one that is revoked or expired; null where the ledger
 * knows none such.
 */
export async function findKey(db: Queryable, text: string): Promise<ApiKey | null> {
  const prefix = prefixOf(text);
  if (prefix === null) return null;
  const { rows } = await db.query<{ hash: Buffer } & Record<string, unknown>>(
    `SELECT hash, ${KEY_COLUMNS} FROM api_key WHERE prefix = $1`,
    [prefix],
  );
  const [found] = rows;
  if (found === undefined) return null;
  const { hash, ...key } = found;
  // How long it takes must not tell how much of the hash is right.
  return timingSafeEqual(hash, hashOf(text)) ? (key as unknown as ApiKey) : null;
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
export async function hasKeys(db: Queryable): Promise<boolean> {
  const { rows } = await db.query<{ any: boolean }>('SELECT EXISTS (SELECT FROM api_key) AS any');
  return rows[0]?.any === true;
}
