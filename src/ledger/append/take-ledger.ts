import type { Queryable } from '../../database/index.ts';
import { Anomaly } from '../../values/index.ts';
import { type Head, takeHead } from '../log/index.ts';
import { isBehind } from '../projections/index.ts';

/**
 * Takes the ledger for this transaction and gives its head, to append after it and to project from.
 * Conflict where the head is broken, and where the projections lack events.
 */
export async function takeLedger(db: Queryable): Promise<Head> {
  const head = await takeHead(db);
  if (!(await isBehind(db))) return head;
  throw new Anomaly('Conflict', 'The projections lack events of the ledger: rebuild them first.');
}
