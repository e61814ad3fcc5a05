import { type Database, openDatabase } from '../../src/database/index.ts';
import { createKey, type KeyScope } from '../../src/desk/index.ts';
import type { Instant } from '../../src/values/index.ts';
import type { TestLedger } from './test-ledger.ts';

/** Does something with the rights of the tables' owner. */
export async function asOwner<T>(
  { adminUrl }: Pick<TestLedger, 'adminUrl'>,
  work: (pool: Database['pool']) => Promise<T>,
): Promise<T> {
  const owner = openDatabase({ connectionString: adminUrl, poolSize: 1 });
  try {
    return await work(owner.pool);
  } finally {
    await owner.close();
  }
}

/** A new key of a ledger: its text, and the header that presents it. */
export async function holdKey(
  ledger: Pick<TestLedger, 'adminUrl'>,
  scopes: readonly KeyScope[] = ['INGEST'],
  expiresAt: Instant | null = null,
) {
  const made = '2026-01-01T00:00:00.000Z' as Instant;
  const { key, text } = await asOwner(ledger, (pool) =>
    createKey(pool, { name: 'the tests', scopes, expiresAt }, made),
  );
  return { key, text, headers: { authorization: `Bearer ${text}` } };
}
