import { LRUCache } from 'lru-cache';
import { type Subtree, type Tile, type TileHashes, tileKey } from '../merkle/index.ts';

/** 16 KB each: those above 16 million events. */
const TILES_AT_MOST = 256;
const ROOTS_AT_MOST = 4_096;

/**
 * Hashes of one ledger's tree that were worked out before, so that one proof after the other reads
 * the tile of its event alone: full tiles above the leaves, and roots of subtrees at the edge where
 * the tree grows. None of these changes as it grows. Of another ledger, or one that was rewritten,
 * they lead to no root that was signed, and that is compared before what is made of them is served.
 */
export class KeptHashes {
  readonly #tiles = new LRUCache<string, TileHashes>({ max: TILES_AT_MOST });
  readonly #roots = new LRUCache<string, Buffer>({ max: ROOTS_AT_MOST });

  tile(tile: Tile): TileHashes | undefined {
    return this.#tiles.get(tileKey(tile));
  }

  root(subtree: Subtree): Buffer | undefined {
    return this.#roots.get(subtreeKey(subtree));
  }

  /** Keeps a tile where it stays as it is and stands above many events. */
  keepTile(tile: Tile, hashes: TileHashes): void {
    if (tile.level > 0 && hashes.isFull) this.#tiles.set(tileKey(tile), hashes);
  }

  keepRoot(subtree: Subtree, root: Buffer): void {
    this.#roots.set(subtreeKey(subtree), root);
  }
}

/** Tells subtrees apart. */
export function subtreeKey({ from, to }: Subtree): string {
  return `${from}-${to}`;
}
