import type { Queryable } from '../../database/index.ts';
import { type Checkpoint, checkpointCovering, newestCheckpoint } from '../checkpoints/index.ts';
import { inclusionSubtrees, rootByInclusion } from '../merkle/index.ts';
import { KeptHashes, subtreeRoots } from '../tree/index.ts';

/** That an event is in the ledger of a checkpoint (RFC 6962 §2.1.1). Hashes in hex. */
export interface InclusionProof {
  readonly position: bigint;
  /** SHA-256 of 0x00 and the event's hash. */
  readonly leafHash: string;
  /** From the leaf up. */
  readonly path: readonly string[];
  readonly checkpoint: Checkpoint;
}

/** A leaf's hash, and those beside its way to the root, from the leaf up. */
type Way = readonly [leaf: Buffer, ...path: Buffer[]];

let kept = new KeptHashes();

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
  const covered = [...new Set(positions)].filter(
    (position) => position > 0n && position <= checkpoint.position,
  );
  const leaves = covered.map((position) => Number(position) - 1);
  let ways = await waysOf(db, leaves, checkpoint);
  if (!leadToRoot(ways, leaves, checkpoint)) {
    // What is kept is of another ledger, or of this one before it was rewritten.
    kept = new KeptHashes();
    ways = await waysOf(db, leaves, checkpoint);
  }
  return ways.map(([leaf, ...path], index) => ({
    position: covered[index] as bigint,
    leafHash: leaf.toString('hex'),
    path: path.map((step) => step.toString('hex')),
    checkpoint,
  }));
}

async function waysOf(
  db: Queryable,
  leaves: readonly number[],
  { position }: Checkpoint,
): Promise<Way[]> {
  const lists = leaves.map((leaf) => [
    { from: leaf, to: leaf + 1 },
    ...inclusionSubtrees(leaf, Number(position)),
  ]);
  return (await subtreeRoots(db, lists, kept)) as Buffer[][] as [Buffer, ...Buffer[]][];
}

function leadToRoot(
  ways: readonly Way[],
  leaves: readonly number[],
  { position, rootHash }: Checkpoint,
): boolean {
  const root = Buffer.from(rootHash, 'hex');
  return ways.every(([hash, ...path], index) => {
    const at = { leaf: leaves[index] as number, size: Number(position) };
    return rootByInclusion(at, hash, path)?.equals(root) === true;
  });
}
