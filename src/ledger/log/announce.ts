import type { Queryable } from '../../database/index.ts';

/** The channel on which appends announce how far the ledger goes. */
export const CHANNEL = 'insider_ledger_head';

/** Tells every listener of the head, when and if the append's transaction commits. */
export async function announce(db: Queryable, head: bigint): Promise<void> {
  await db.query('SELECT pg_notify($1, $2)', [CHANNEL, String(head)]);
}
