import { leafHash, nodeHash } from './hashing.ts';

/** A tree that grows leaf by leaf, of which the roots of its complete subtrees are kept alone. */
export class Frontier {
  #size = 0;
  /** Roots of complete subtrees, the largest first. */
  readonly #roots: Buffer[] = [];

  /** How many leaves it has. */
  get size(): number {
    return this.#size;
  }

  /** Adds a leaf with some data, and gives its hash. */
  add(data: Uint8Array): Buffer {
    const leaf = leafHash(data);
    let root = leaf;
    for (let size = this.#size; size % 2 === 1; size = (size - 1) / 2) {
      root = nodeHash(this.#roots.pop() as Buffer, root);
    }
    this.#roots.push(root);
    this.#size += 1;
    return leaf;
  }

  /** The root over all leaves; null where there is none. */
  root(): Buffer | null {
    const [last, ...others] = [...this.#roots].reverse();
    if (last === undefined) return null;
    return others.reduce((right, left) => nodeHash(left, right), last);
  }
}
