import { nodeHash } from './hashing.ts';
import { consistencySubtrees, inclusionSubtrees } from './subtrees.ts';

/**
 * The root that a leaf's hash and its audit path lead to in a tree of some size; null where the
 * path is of another length (RFC 6962 §2.1.1).
 */
export function rootByInclusion(
  { leaf, size }: { readonly leaf: number; readonly size: number },
  hash: Buffer,
  path: readonly Buffer[],
): Buffer | null {
  const subtrees = leaf < size ? inclusionSubtrees(leaf, size) : [];
  if (leaf >= size || subtrees.length !== path.length) return null;
  return path.reduce(
    (root, beside, index) =>
      (subtrees[index]?.from ?? 0) > leaf ? nodeHash(root, beside) : nodeHash(beside, root),
    hash,
  );
}

/**
 * The roots of the first and of the second tree that a consistency proof leads to; null where it is
 * of another length (RFC 6962 §2.1.2). `firstRoot` is taken where the proof leaves it out, since
 * the first tree is a complete subtree of the second.
 */
export function rootsByConsistency(
  { first, second }: { readonly first: number; readonly second: number },
  firstRoot: Buffer,
  proof: readonly Buffer[],
): readonly [Buffer, Buffer] | null {
  const subtrees = consistencySubtrees(first, second);
  if (first === 0 || first > second || subtrees.length !== proof.length) return null;
  // The proof begins with the last part of the first tree, unless that is all of it.
  const begins = (subtrees[0]?.to ?? 0) === first;
  let old = begins ? (proof[0] as Buffer) : firstRoot;
  let whole = old;
  for (const [index, beside] of proof.entries()) {
    if (index === 0 && begins) continue;
    const isRight = (subtrees[index]?.from ?? 0) >= first;
    if (!isRight) old = nodeHash(beside, old);
    whole = isRight ? nodeHash(whole, beside) : nodeHash(beside, whole);
  }
  return [old, whole];
}
