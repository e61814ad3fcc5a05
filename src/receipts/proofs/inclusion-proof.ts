import { type Queryable, queryPrepared } from '../../database/index.ts';
import { type Checkpoint, checkpointCovering, newestCheckpoint } from '../checkpoints/index.ts';
import { inclusionSubtrees, leafHash } from '../merkle/index.ts';
import { subtreeRoots } from '../tree/index.ts';

/** That an event is in the ledger of a checkpoint (RFC 6962 §2.1.1). Hashes in hex. */
export interface InclusionProof {
  readonly position: bigint;
  /** SHA-256 of 0x00 and the event's hash. */
  readonly leafHash: string;
  /** From the leaf up. */
  readonly path: readonly string[];
  readonly checkpoint: Checkpoint;
}

/**
 * The proofs of events, of those that a checkpoint covers: the first that covers `at`, the newest
 * where that is null.
 */
export async function inclusionProofs(
  db: Queryable,
  positions: readonly bigint[],
  at: bigint | null = null,
): Promise<InclusionProof[]> {
  const checkpoint = at === null ? await newestCheckpoint(db) : await checkpointCovering(db, at);
  if (checkpoint === null) return [];
  const rows = await queryPrepared<{ position: bigint; hash: Buffer }>(
    db,
    'SELECT position, hash FROM ledger_event WHERE position = ANY($1) AND position <= $2',
    [positions, checkpoint.position],
  );
  const size = Number(checkpoint.position);
  const paths = await subtreeRoots(
    db,
    rows.map(({ position }) => inclusionSubtrees(Number(position) - 1, size)),
  );
  return rows.map(({ position, hash }, index) => ({
    position,
    leafHash: leafHash(hash).toString('hex'),
    path: (paths[index] ?? []).map((step) => step.toString('hex')),
    checkpoint,
  }));
}
