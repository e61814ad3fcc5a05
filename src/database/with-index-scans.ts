import type { Queryable } from './database.ts';

/**
 * Runs statements that look up so many keys, in a transaction's connection, so that each key is
 * looked up in an index. While a ledger is being filled nothing is known of its tables yet, and the
 * planner would rather read all of them.
 */
export async function withIndexScans<T>(db: Queryable, statements: () => Promise<T>): Promise<T> {
  await db.query(indexScans('off'));
  const result = await statements();
  await db.query(indexScans('on'));
  return result;
}

/** What switches all other ways off, or on again. */
export function indexScans(value: 'on' | 'off'): string {
  return ['seqscan', 'hashjoin', 'mergejoin']
    .map((way) => `SET LOCAL enable_${way} = ${value}`)
    .join('; ');
}
