import type { Queryable } from '../../database/index.ts';
import { Anomaly } from '../../values/index.ts';
import { type ApiKey, KEY_COLUMNS } from './api-key.ts';
import { prefixOf } from './key-text.ts';
import { asAdministrator } from './rights.ts';

/**
 * Revokes the key of an id, a prefix or a whole text, for good; one revoked before stays as it was.
 * NotFound where there is no such key, Forbidden where the login may not revoke any.
 */
export async function revokeKey(db: Queryable, which: string): Promise<ApiKey> {
  const { rows } = await asAdministrator(() =>
    db.query<ApiKey>(
      `UPDATE api_key SET revoked_at = coalesce(revoked_at, now())
       WHERE id::text = $1 OR prefix = $1 RETURNING ${KEY_COLUMNS}`,
      [prefixOf(which) ?? which],
    ),
  );
  const [key] = rows;
  if (key === undefined) {
    // It may be a secret with a letter missing: not to be said again.
    const shown = which.length > 20 ? 'this text' : JSON.stringify(which);
    throw new Anomaly('NotFound', `No key has ${shown} as its id or prefix; see "key list".`);
  }
  return key;
}
