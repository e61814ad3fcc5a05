import type { Database } from '../../src/database/index.ts';
import { onStatements } from './statements.ts';

/**
 * Calls back before each statement that loads events by their positions, with how many; it may
 * throw.
 */
export function onEventLoads(database: Database, observe: (events: number) => void): void {
  onStatements(database, (statement) => {
    if (typeof statement === 'string' || !LOADS.test(statement.text)) return;
    const [positions] = (statement.values ?? []) as [readonly unknown[]];
    observe(positions.length);
  });
}

const LOADS = /FROM ledger_event e [^$]* WHERE e\.position = ANY\(\$1\)/;
