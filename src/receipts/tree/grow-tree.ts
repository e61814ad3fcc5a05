import { type Database, inTransaction, type Queryable } from '../../database/index.ts';
import { leafHash, rootOf, TILE } from '../merkle/index.ts';

/** "ledger-tree" in ASCII, cut to a bigint: the tree grows under this lock. */
const TREE_LOCK = 7_810_759_530_571_557_477n;
/** Tiles of events that are read and written at once. */
const TILES_A_STEP = 32;

/**
 * Adds the full tiles of all events that are committed, step by step, each in a transaction of its
 * own: it goes on where it was stopped. Gives how many events are under full tiles. Several
 * processes may call it at once. Stops between two steps when the signal is given.
 */
export async function growTree(
  database: Pick<Database, 'pool'>,
  progress: (events: number) => void = () => undefined,
  stop?: AbortSignal,
): Promise<number> {
  for (;;) {
    stop?.throwIfAborted();
    const { full, isWhole } = await inTransaction(database, addTiles);
    if (isWhole) return full;
    progress(full);
  }
}

/** The full tiles of a level, as they are added. */
type NewTile = {
  readonly level: number;
  readonly number: number;
  readonly root: Buffer;
  readonly leaves: Buffer | null;
};

async function addTiles(db: Queryable): Promise<{ full: number; isWhole: boolean }> {
  await db.query('SELECT pg_advisory_xact_lock($1)', [TREE_LOCK]);
  const first = await nextTile(db, 0);
  const { rows } = await db.query<{ hash: Buffer }>(
    'SELECT hash FROM ledger_event WHERE position > $1 ORDER BY position LIMIT $2',
    [first * TILE, TILES_A_STEP * TILE],
  );
  const leaves = rows.map(({ hash }) => leafHash(hash));
  const count = Math.floor(leaves.length / TILE);
  const tiles = Array.from({ length: count }, (_, index): NewTile => {
    const own = leaves.slice(index * TILE, (index + 1) * TILE);
    return { level: 0, number: first + index, root: rootOf(own), leaves: Buffer.concat(own) };
  });
  await insert(db, tiles);
  if (count > 0) await addAbove(db, 1);
  return { full: (first + count) * TILE, isWhole: count < TILES_A_STEP };
}

/** Adds the tiles of a level, and of those above it, that have become full. */
async function addAbove(db: Queryable, level: number): Promise<void> {
  const first = await nextTile(db, level);
  const { rows } = await db.query<{ root: Buffer }>(
    'SELECT root FROM merkle_tile WHERE level = $1 AND number >= $2 ORDER BY number',
    [level - 1, first * TILE],
  );
  const roots = rows.map(({ root }) => root);
  const count = Math.floor(roots.length / TILE);
  if (count === 0) return;
  await insert(
    db,
    Array.from({ length: count }, (_, index) => {
      const root = rootOf(roots.slice(index * TILE, (index + 1) * TILE));
      return { level, number: first + index, root, leaves: null };
    }),
  );
  await addAbove(db, level + 1);
}

async function nextTile(db: Queryable, level: number): Promise<number> {
  const { rows } = await db.query<{ next: bigint }>(
    `SELECT coalesce((SELECT number + 1 FROM merkle_tile WHERE level = $1
       ORDER BY number DESC LIMIT 1), 0) AS next`,
    [level],
  );
  return Number(rows[0]?.next ?? 0n);
}

async function insert(db: Queryable, tiles: readonly NewTile[]): Promise<void> {
  if (tiles.length === 0) return;
  await db.query(
    `INSERT INTO merkle_tile (level, number, root, leaves)
     SELECT * FROM unnest($1::integer[], $2::bigint[], $3::bytea[], $4::bytea[])`,
    [
      tiles.map(({ level }) => level),
      tiles.map(({ number }) => number),
      tiles.map(({ root }) => root),
      tiles.map(({ leaves }) => leaves),
    ],
  );
}
