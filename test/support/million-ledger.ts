import type { Database } from '../../src/database/index.ts';
import { fillMillionEntries } from './million-entries.ts';
import { openSharedLedger } from './test-ledger.ts';

/** A ledger of a million entries, made once for all test files and to be read alone. Close it. */
export function openMillionLedger(): Promise<Database> {
  return openSharedLedger('test_million', fillMillionEntries);
}

/** How many rows of a table there are, for a condition written in this project. */
export async function countRows(
  { pool }: Database,
  table: 'entry' | 'account' | 'filing' | 'filing_owner' | 'ledger_event' | 'relationship',
  condition: string,
): Promise<number> {
  const { rows } = await pool.query<{ count: bigint }>(
    `SELECT count(*) FROM ${table} WHERE ${condition}`,
  );
  return Number(rows[0]?.count);
}
