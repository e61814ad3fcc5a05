import type { Queryable } from '../../database/index.ts';
import { Anomaly } from '../../values/index.ts';
import { newestCheckpoint } from '../checkpoints/index.ts';
import { consistencySubtrees } from '../merkle/index.ts';
import { subtreeRoots } from '../tree/index.ts';

/**
 * The hashes, in hex, that prove that the ledger up to one event is the beginning of that up to
 * another (RFC 6962 §2.1.2). Incorrect where these are not in order, or beyond the newest
 * checkpoint.
 */
export async function consistencyProof(
  db: Queryable,
  { from, to }: { readonly from: bigint; readonly to: bigint },
): Promise<string[]> {
  const newest = (await newestCheckpoint(db))?.position ?? 0n;
  if (from < 1n || from > to)
    throw new Anomaly('Incorrect', 'from: is 1 or more, and not after to.');
  if (to > newest) {
    throw new Anomaly('Incorrect', `to: the newest checkpoint covers ${newest} events, not ${to}.`);
  }
  const [proof = []] = await subtreeRoots(db, [consistencySubtrees(Number(from), Number(to))]);
  return proof.map((hash) => hash.toString('hex'));
}
