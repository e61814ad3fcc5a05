import type { Step } from '../../database/index.ts';

/** The channel on which appends announce how far the ledger goes. */
export const CHANNEL = 'insider_ledger_head';

/** Tells every listener of the head, when and if the append's transaction commits. */
export function announce(head: bigint): Step {
  return { text: 'SELECT pg_notify($1, $2)', values: [CHANNEL, String(head)] };
}
