import type { Database } from '../../src/database/index.ts';

/** A statement as pg takes it. */
export type Statement = string | { readonly text: string; readonly values?: readonly unknown[] };

/** Calls back before each statement that a pool's connections run from now on; it may throw. */
export function onStatements(
  { pool }: Pick<Database, 'pool'>,
  observe: (statement: Statement) => void,
): void {
  const seen = new WeakSet<object>();
  pool.on('acquire', (client) => {
    if (seen.has(client)) return;
    seen.add(client);
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    Object.assign(client, {
      query: (...args: [Statement, ...unknown[]]) => {
        observe(args[0]);
        return query(...args);
      },
    });
  });
}

/**
 * Collects the text of every statement from now on, Prisma's too; gives those since it was asked
 * last.
 */
export function spyOnStatements(
  database: Pick<Database, 'pool' | 'records'>,
): () => readonly string[] {
  const statements: string[] = [];
  for (const pool of [database.pool, database.records()]) {
    onStatements({ pool }, (statement) => {
      const text = typeof statement === 'string' ? statement : statement.text;
      if (!text.startsWith('SET ')) statements.push(text);
    });
  }
  return () => statements.splice(0);
}
