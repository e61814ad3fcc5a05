import { type Queryable, queryPrepared } from '../../database/index.ts';
import {
  type Subtree,
  subtreeRoot,
  type Tile,
  TileHashes,
  tileKey,
  tilesOf,
} from '../merkle/index.ts';
import { type KeptHashes, subtreeKey } from './kept-hashes.ts';

/**
 * The roots of lists of subtrees, in one statement. The tree must have grown to within a tile of
 * each subtree's end. What is kept is not read, and what can be used again is kept.
 */
export async function subtreeRoots(
  db: Queryable,
  lists: readonly (readonly Subtree[])[],
  kept?: KeptHashes,
): Promise<Buffer[][]> {
  const subtrees = new Map(lists.flat().map((subtree) => [subtreeKey(subtree), subtree]));
  const roots = new Map<string, Buffer>();
  const open = new Map<string, Subtree>();
  for (const [key, subtree] of subtrees) {
    const root = kept?.root(subtree);
    if (root === undefined) open.set(key, subtree);
    else roots.set(key, root);
  }
  const tiles = await readTiles(db, [...open.values()].flatMap(tilesOf), kept);
  for (const [key, subtree] of open) {
    const own = tilesOf(subtree);
    const root = subtreeRoot(subtree, (tile) => tiles.get(tileKey(tile)) ?? NOTHING);
    roots.set(key, root);
    const isGrowing = own.some((tile) => tiles.get(tileKey(tile))?.isFull !== true);
    if (isGrowing && subtree.to - subtree.from > 1) kept?.keepRoot(subtree, root);
  }
  return lists.map((list) => list.map((subtree) => roots.get(subtreeKey(subtree)) as Buffer));
}

const NOTHING = new TileHashes(Buffer.alloc(0));

async function readTiles(
  db: Queryable,
  wanted: readonly Tile[],
  kept: KeptHashes | undefined,
): Promise<Map<string, TileHashes>> {
  const found = new Map<string, TileHashes>();
  const missing = new Map<string, Tile>();
  for (const tile of wanted) {
    const hashes = kept?.tile(tile);
    if (hashes === undefined) missing.set(tileKey(tile), tile);
    else found.set(tileKey(tile), hashes);
  }
  if (missing.size === 0) return found;
  const tiles = [...missing.values()];
  const rows = await queryPrepared<{ hashes: Buffer | null }>(db, TILES, [
    tiles.map(({ level }) => level),
    tiles.map(({ number }) => number),
  ]);
  for (const [index, tile] of tiles.entries()) {
    const hashes = new TileHashes(rows[index]?.hashes ?? Buffer.alloc(0));
    found.set(tileKey(tile), hashes);
    kept?.keepTile(tile, hashes);
  }
  return found;
}

/** What is not full yet is hashed from the events. */
const TILES = `SELECT CASE WHEN q.level = 0 THEN coalesce(
      (SELECT t.leaves FROM merkle_tile t WHERE t.level = 0 AND t.number = q.number),
      (SELECT string_agg(sha256('\\x00'::bytea || e.hash), '' ORDER BY e.position)
       FROM ledger_event e WHERE e.position > q.number * 256 AND e.position <= q.number * 256 + 256))
    ELSE (SELECT string_agg(t.root, '' ORDER BY t.number) FROM merkle_tile t
      WHERE t.level = q.level - 1 AND t.number >= q.number * 256 AND t.number < q.number * 256 + 256)
    END AS hashes
  FROM unnest($1::integer[], $2::bigint[]) WITH ORDINALITY q (level, number, n) ORDER BY q.n`;
