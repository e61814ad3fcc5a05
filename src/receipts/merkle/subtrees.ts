/** The leaves from one, up to and without another, of which RFC 6962 §2.1 has a root. */
export interface Subtree {
  readonly from: number;
  readonly to: number;
}

/**
 * The subtrees whose roots are the audit path of a leaf in a tree of some size, nearest first
 * (RFC 6962 §2.1.1). Leaves are counted from 0.
 */
export function inclusionSubtrees(leaf: number, size: number): Subtree[] {
  const path: Subtree[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const middle = from + splitOf(to - from);
    if (leaf < middle) {
      path.push({ from: middle, to });
      to = middle;
    } else {
      path.push({ from, to: middle });
      from = middle;
    }
  }
  return path.reverse();
}

/**
 * The subtrees whose roots prove that a tree of one size is the beginning of one of another
 * (RFC 6962 §2.1.2); none where both are one, or the first is empty.
 */
export function consistencySubtrees(first: number, second: number): Subtree[] {
  if (first === 0) return [];
  const proof: Subtree[] = [];
  let [from, to] = [0, second];
  while (first < to) {
    const middle = from + splitOf(to - from);
    if (first <= middle) {
      proof.push({ from: middle, to });
      to = middle;
    } else {
      proof.push({ from, to: middle });
      from = middle;
    }
  }
  if (from > 0) proof.push({ from, to });
  return proof.reverse();
}

/** How many leaves are on the left of a subtree of some: the largest power of two below it. */
export function splitOf(leaves: number): number {
  let split = 1;
  while (split * 2 < leaves) split *= 2;
  return split;
}
