import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  consistencySubtrees,
  Frontier,
  inclusionSubtrees,
  leafHash,
  rootByInclusion,
  rootOf,
  rootsByConsistency,
  type Subtree,
  subtreeRoot,
  TILE,
  type Tile,
  TileHashes,
} from '../../src/receipts/merkle/index.ts';

const sha256 = (...parts: Uint8Array[]) =>
  createHash('sha256').update(Buffer.concat(parts)).digest();
const data = Array.from({ length: 66_000 }, (_, index) => sha256(Buffer.from(String(index))));

/** MTH as RFC 6962 §2.1 writes it. */
function naiveRoot(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 1) return sha256(Buffer.of(0), leaves[0] as Buffer);
  const k = 2 ** (Math.ceil(Math.log2(leaves.length)) - 1);
  return sha256(Buffer.of(1), naiveRoot(leaves.slice(0, k)), naiveRoot(leaves.slice(k)));
}

/** PATH as RFC 6962 §2.1.1 writes it. */
function naivePath(m: number, leaves: readonly Buffer[]): Buffer[] {
  if (leaves.length === 1) return [];
  const k = 2 ** (Math.ceil(Math.log2(leaves.length)) - 1);
  return m < k
    ? [...naivePath(m, leaves.slice(0, k)), naiveRoot(leaves.slice(k))]
    : [...naivePath(m - k, leaves.slice(k)), naiveRoot(leaves.slice(0, k))];
}

/** SUBPROOF as RFC 6962 §2.1.2 writes it. */
function naiveProof(m: number, leaves: readonly Buffer[], isWhole: boolean): Buffer[] {
  const n = leaves.length;
  if (m === n) return isWhole ? [] : [naiveRoot(leaves)];
  const k = 2 ** (Math.ceil(Math.log2(n)) - 1);
  return m <= k
    ? [...naiveProof(m, leaves.slice(0, k), isWhole), naiveRoot(leaves.slice(k))]
    : [...naiveProof(m - k, leaves.slice(k), false), naiveRoot(leaves.slice(0, k))];
}

/** The hashes of a tile, as they come of the leaves. */
function tileHashes({ level, number }: Tile, leaves: readonly Buffer[]): Buffer {
  let hashes = leaves.map(leafHash);
  for (let above = 0; above < level; above += 1) {
    const full = Math.floor(hashes.length / TILE);
    hashes = Array.from({ length: full }, (_, tile) =>
      rootOf(hashes.slice(tile * TILE, (tile + 1) * TILE)),
    );
  }
  return Buffer.concat(hashes.slice(number * TILE, (number + 1) * TILE));
}

const rootsIn = (leaves: readonly Buffer[]) => (subtrees: readonly Subtree[]) => {
  const kept = new Map<string, TileHashes>();
  return subtrees.map((subtree) =>
    subtreeRoot(subtree, (tile) => {
      const key = `${tile.level}/${tile.number}`;
      const hashes = kept.get(key) ?? new TileHashes(tileHashes(tile, leaves));
      kept.set(key, hashes);
      return hashes;
    }),
  );
};

/** Sizes around those at which tiles and powers of two end. */
const sizes = fc.oneof(
  fc.integer({ min: 1, max: 40 }),
  fc.integer({ min: 1, max: 600 }),
  fc.constantFrom(255, 256, 257, 511, 512, 513),
);

test('a root made of tiles is the hash of the tree of RFC 6962 §2.1', () => {
  fc.assert(
    fc.property(sizes, (size) => {
      const leaves = data.slice(0, size);
      const [root] = rootsIn(leaves)([{ from: 0, to: size }]);
      expect(root).toEqual(naiveRoot(leaves));
    }),
    { numRuns: 40 },
  );
});

test('an audit path made of tiles is that of RFC 6962 §2.1.1, and leads to the root', () => {
  fc.assert(
    fc.property(sizes, fc.nat(), (size, at) => {
      const leaves = data.slice(0, size);
      const leaf = at % size;
      const path = rootsIn(leaves)(inclusionSubtrees(leaf, size));
      expect(path).toEqual(naivePath(leaf, leaves));
      const root = rootByInclusion({ leaf, size }, leafHash(leaves[leaf] as Buffer), path);
      expect(root).toEqual(naiveRoot(leaves));
    }),
    { numRuns: 40 },
  );
});

test('a consistency proof made of tiles is that of RFC 6962 §2.1.2, and leads to both roots', () => {
  fc.assert(
    fc.property(sizes, fc.nat(), (second, at) => {
      const first = 1 + (at % second);
      const leaves = data.slice(0, second);
      const proof = rootsIn(leaves)(consistencySubtrees(first, second));
      expect(proof).toEqual(naiveProof(first, leaves, true));
      const roots = [naiveRoot(leaves.slice(0, first)), naiveRoot(leaves)] as const;
      expect(rootsByConsistency({ first, second }, roots[0], proof)).toEqual(roots);
    }),
    { numRuns: 40 },
  );
});

test('three levels of tiles are read as two are', () => {
  const size = 65_793;
  const leaves = data.slice(0, size);
  const roots = rootsIn(leaves);
  const path = roots(inclusionSubtrees(70, size));
  expect(path).toEqual(naivePath(70, leaves));
  const at = { leaf: 70, size };
  expect(rootByInclusion(at, leafHash(leaves[70] as Buffer), path)).toEqual(naiveRoot(leaves));
});

test('a leaf, a step, an index or a size that is another leads to another root, or to none', () => {
  const other = sha256(Buffer.from('other'));
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 300 }), fc.nat(), (size, at) => {
      const leaves = data.slice(0, size);
      const leaf = at % size;
      const hash = leafHash(leaves[leaf] as Buffer);
      const path = naivePath(leaf, leaves);
      const wrong = [
        rootByInclusion({ leaf, size }, other, path),
        rootByInclusion({ leaf, size }, hash, path.with(at % path.length, other)),
        rootByInclusion({ leaf, size }, hash, path.slice(1)),
        rootByInclusion({ leaf: (leaf + 1) % size, size }, hash, path),
        rootByInclusion({ leaf: size, size }, hash, path),
      ];
      const root = naiveRoot(leaves);
      expect(wrong.filter((found) => found?.equals(root))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('a tree that grows leaf by leaf has the root of RFC 6962 at every size', () => {
  const frontier = new Frontier();
  expect(frontier.root()).toBeNull();
  for (let size = 1; size <= 130; size += 1) {
    frontier.add(data[size - 1] as Buffer);
    expect(frontier.root()).toEqual(naiveRoot(data.slice(0, size)));
  }
});
