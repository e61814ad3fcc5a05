import { nodeHash, rootOf } from './hashing.ts';
import { type Subtree, splitOf } from './subtrees.ts';

/** Hashes of a tile: eight levels of the tree. */
export const TILE = 256;

/**
 * A tile of the tree: on level 0 leaves, on level 1 roots of 256 leaves each, and so on; its number
 * counts tiles of its level from 0.
 */
export interface Tile {
  readonly level: number;
  readonly number: number;
}

/** Some hashes of a level of tiles. */
interface Span {
  readonly level: number;
  readonly first: number;
  readonly count: number;
}

/** Gives the hashes of a tile, one after the other, 32 bytes each. */
export type TileReader = (tile: Tile) => Buffer;

/** The tiles that the roots of subtrees are made of, each once. */
export function tilesOf(subtrees: readonly Subtree[]): Tile[] {
  const tiles = new Map<string, Tile>();
  for (const subtree of subtrees) {
    for (const span of spansOf(subtree)) {
      const tile = tileOf(span);
      tiles.set(`${tile.level}/${tile.number}`, tile);
    }
  }
  return [...tiles.values()];
}

/** The root of a subtree, made of the hashes of tiles. */
export function subtreeRoot(subtree: Subtree, read: TileReader): Buffer {
  const [first, ...spans] = spansOf(subtree).reverse();
  let root = spanRoot(first as Span, read);
  for (const span of spans) root = nodeHash(spanRoot(span, read), root);
  return root;
}

/** The complete subtrees that a subtree is split into, the largest first. */
function spansOf({ from, to }: Subtree): Span[] {
  const spans: Span[] = [];
  let start = from;
  while (start < to) {
    const left = to - start;
    const size = left === 1 || splitOf(left) * 2 === left ? left : splitOf(left);
    spans.push(spanOf(start, size));
    start += size;
  }
  return spans;
}

function spanOf(start: number, size: number): Span {
  let level = 0;
  let unit = 1;
  while (unit * TILE <= size) {
    unit *= TILE;
    level += 1;
  }
  return { level, first: start / unit, count: size / unit };
}

function tileOf({ level, first }: Span): Tile {
  return { level, number: Math.floor(first / TILE) };
}

function spanRoot(span: Span, read: TileReader): Buffer {
  const hashes = read(tileOf(span));
  const start = span.first % TILE;
  return rootOf(
    Array.from({ length: span.count }, (_, index) =>
      hashes.subarray((start + index) * 32, (start + index + 1) * 32),
    ),
  );
}
