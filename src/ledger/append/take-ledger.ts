import type { LookUp, LookUps } from '../../database/index.ts';
import { Anomaly } from '../../values/index.ts';
import { HEAD, type Head, readHead } from '../log/index.ts';
import { PROJECTED, projected } from '../projections/index.ts';

/**
 * The head of the ledger that this transaction holds, to append after it and to project from; other
 * look-ups are asked with it. Conflict where the head is broken, and where the projections lack
 * events.
 */
export async function takeLedger(
  db: LookUps,
  others: () => readonly LookUp[] = () => [],
): Promise<Head> {
  await db.ahead(() => [HEAD, PROJECTED, ...others()]);
  const head = await readHead(db);
  const { behind, later } = await projected(db);
  if (!behind || later) return head;
  throw new Anomaly('Conflict', 'The projections lack events of the ledger: rebuild them first.');
}
