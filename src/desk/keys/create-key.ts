import type { Queryable } from '../../database/index.ts';
import { Anomaly, type Instant, invariant } from '../../values/index.ts';
import { type ApiKey, KEY_COLUMNS, type KeyScope } from './api-key.ts';
import { newKeyText } from './key-text.ts';
import { asAdministrator } from './rights.ts';

/** A key to be made. */
export interface NewKey {
  readonly name: string;
  readonly scopes: readonly KeyScope[];
  /** From when on it is refused; null for never. */
  readonly expiresAt: Instant | null;
}

const LONGEST_NAME = 100;

/**
 * Makes a key and gives it with its text, which nobody can tell again. Incorrect where the name is
 * empty, long or unprintable, no scope is given, or it would have expired already; Forbidden where
 * the login may not make keys.
 */
export async function createKey(
  db: Queryable,
  { name, scopes, expiresAt }: NewKey,
  now: Instant,
): Promise<{ readonly key: ApiKey; readonly text: string }> {
  if (name.trim() === '' || name.length > LONGEST_NAME || /\p{C}/u.test(name)) {
    throw new Anomaly('Incorrect', `A key's name has 1 to ${LONGEST_NAME} printable characters.`);
  }
  if (scopes.length === 0) throw new Anomaly('Incorrect', 'A key needs a scope.');
  if (expiresAt !== null && expiresAt <= now) {
    throw new Anomaly('Incorrect', `A key that expires at ${expiresAt} could never be used.`);
  }
  const { text, prefix, hash } = newKeyText();
  const { rows } = await asAdministrator(() =>
    db.query<ApiKey>(
      `INSERT INTO api_key (name, prefix, hash, scopes, expires_at)
       VALUES ($1, $2, $3, $4::api_key_scope[], $5) RETURNING ${KEY_COLUMNS}`,
      [name.trim(), prefix, hash, [...new Set(scopes)].sort().reverse(), expiresAt],
    ),
  );
  const [key] = rows;
  invariant(key !== undefined, 'a key that was made has a row');
  return { key, text };
}
