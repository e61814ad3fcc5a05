import type { Database } from '../../src/ledger/index.ts';

/** Calls back before each statement that loads events by their positions, with how many; it may throw. */
export function onEventLoads({ pool }: Database, told: (events: number) => void): void {
  const seen = new WeakSet<object>();
  pool.on('acquire', (client) => {
    if (seen.has(client)) return;
    seen.add(client);
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    Object.assign(client, {
      query: (...args: unknown[]) => {
        const [statement] = args as [string | { text: string; values: [unknown[]] }];
        if (typeof statement === 'object' && LOADS.test(statement.text)) {
          told(statement.values[0].length);
        }
        return query(...args);
      },
    });
  });
}

const LOADS = /FROM ledger_event e [^$]* WHERE e\.position = ANY\(\$1\)/;
