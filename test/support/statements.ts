import type { Database } from '../../src/ledger/index.ts';

/**
 * Collects the text of every statement that the pool's connections run from now on; gives those since
 * it was asked last.
 */
export function spyOnStatements({ pool }: Pick<Database, 'pool'>): () => readonly string[] {
  const statements: string[] = [];
  const seen = new WeakSet<object>();
  pool.on('acquire', (client) => {
    if (seen.has(client)) return;
    seen.add(client);
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    Object.assign(client, {
      query: (...args: unknown[]) => {
        const [first] = args as [string | { text: string }];
        const text = typeof first === 'string' ? first : first.text;
        if (!text.startsWith('SET ')) statements.push(text);
        return query(...args);
      },
    });
  });
  return () => statements.splice(0);
}
