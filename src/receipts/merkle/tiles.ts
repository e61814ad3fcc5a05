import { nodeHash } from './hashing.ts';
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

/** The hashes of a tile, 32 bytes each, and what is worked out above them, once. */
export class TileHashes {
  readonly #hashes: Buffer;
  /** As in a heap: the root of all is 1, and 2n and 2n + 1 are below n. */
  readonly #above: (Buffer | undefined)[] = [];

  constructor(hashes: Buffer) {
    this.#hashes = hashes;
  }

  /** Whether nothing can be added to it any more. */
  get isFull(): boolean {
    return this.#hashes.length === TILE * 32;
  }

  /**
   * The root over some hashes, from one on: as many as a power of two, and the first a multiple of
   * that.
   */
  root(first: number, count: number): Buffer {
    if (count === 1) return this.#hashes.subarray(first * 32, (first + 1) * 32);
    const at = (TILE + first) / count;
    const half = count / 2;
    const known = this.#above[at];
    if (known !== undefined) return known;
    const root = nodeHash(this.root(first, half), this.root(first + half, half));
    this.#above[at] = root;
    return root;
  }
}

/** Gives the hashes of a tile. */
export type TileReader = (tile: Tile) => TileHashes;

/** The tiles that the root of a subtree is made of, each once. */
export function tilesOf(subtree: Subtree): Tile[] {
  const tiles = new Map(spansOf(subtree).map((span) => [tileKey(tileOf(span)), tileOf(span)]));
  return [...tiles.values()];
}

/** Tells tiles apart. */
export function tileKey({ level, number }: Tile): string {
  return `${level}/${number}`;
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
  return read(tileOf(span)).root(span.first % TILE, span.count);
}
