import type { Queryable } from '../../database/index.ts';
import type { ApiKey } from './api-key.ts';

/** The columns of an ApiKey, for a SELECT or RETURNING. */
export const KEY_COLUMNS = `id, name, prefix, scopes::text[] AS scopes, created_at AS "createdAt",
  expires_at AS "expiresAt", revoked_at AS "revokedAt", last_used_at AS "lastUsedAt"`;

/** Every key that was made, oldest first, revoked ones too. */
export async function listKeys(db: Queryable): Promise<ApiKey[]> {
  const { rows } = await db.query<ApiKey>(`SELECT ${KEY_COLUMNS} FROM api_key ORDER BY id`);
  return rows;
}
