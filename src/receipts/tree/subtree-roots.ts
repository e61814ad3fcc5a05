import { type Queryable, queryPrepared } from '../../database/index.ts';
import { type Subtree, subtreeRoot, type Tile, tilesOf } from '../merkle/index.ts';

/**
 * The roots of lists of subtrees, in one statement. The tree must have grown to within a tile of
 * each subtree's end.
 */
export async function subtreeRoots(
  db: Queryable,
  lists: readonly (readonly Subtree[])[],
): Promise<Buffer[][]> {
  const tiles = tilesOf(lists.flat());
  const rows = await queryPrepared<{ hashes: Buffer }>(db, TILES, [
    tiles.map(({ level }) => level),
    tiles.map(({ number }) => number),
  ]);
  const found = new Map(tiles.map((tile, index) => [keyOf(tile), rows[index]?.hashes]));
  const roots = new Map<string, Buffer>();
  return lists.map((list) =>
    list.map((subtree) => {
      const key = `${subtree.from}-${subtree.to}`;
      const root =
        roots.get(key) ?? subtreeRoot(subtree, (tile) => found.get(keyOf(tile)) ?? NOTHING);
      roots.set(key, root);
      return root;
    }),
  );
}

const NOTHING = Buffer.alloc(0);

function keyOf({ level, number }: Tile): string {
  return `${level}/${number}`;
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
