import { type Database, inTransaction, type Queryable } from '../../database/index.ts';
import { Anomaly } from '../../values/index.ts';
import { nextDigest } from './make-watch.ts';
import { SEALED_COLUMNS, type SealedWatch, WATCH_COLUMNS, type Watch } from './watch.ts';

/** Whose watches somebody may see and change: those of a key, or all. */
export type WatchOwner = { readonly keyId: bigint } | 'operator';

/** Watches, the oldest first. */
export async function listWatches(db: Queryable, owner: WatchOwner): Promise<Watch[]> {
  const { rows } = await db.query<Watch>(
    `SELECT ${WATCH_COLUMNS} FROM watch w WHERE ${OWN} ORDER BY w.id`,
    [keyOf(owner)],
  );
  return rows;
}

/** A watch; NotFound where there is none that is theirs. */
export async function findWatch(db: Queryable, id: bigint, owner: WatchOwner): Promise<Watch> {
  const { rows } = await db.query<Watch>(
    `SELECT ${WATCH_COLUMNS} FROM watch w WHERE ${OWN} AND w.id = $2`,
    [keyOf(owner), id],
  );
  return found(rows, id);
}

/** A watch with its sealed address and secret; NotFound. */
export async function findSealedWatch(db: Queryable, id: bigint): Promise<SealedWatch> {
  const { rows } = await db.query<SealedWatch>(
    `SELECT ${SEALED_COLUMNS} FROM watch w WHERE w.id = $1`,
    [id],
  );
  return found(rows, id);
}

/**
 * Has a watch send nothing, and says why where its receiver asks for that. What comes meanwhile is
 * sent when it goes on. NotFound.
 */
export function pauseWatch(
  db: Queryable,
  id: bigint,
  owner: WatchOwner,
  reason: string | null = null,
): Promise<Watch> {
  const set =
    'paused_at = coalesce(w.paused_at, now()), pause_reason = coalesce($3, w.pause_reason)';
  return change(db, { id, owner }, set, [reason]);
}

/** Has a paused watch go on where it was. NotFound. */
export function resumeWatch(db: Queryable, id: bigint, owner: WatchOwner): Promise<Watch> {
  const next = nextDigest('w.digest');
  return change(
    db,
    { id, owner },
    `paused_at = NULL, pause_reason = NULL, attempts = 0, next_at = ${next}`,
  );
}

/**
 * Has a watch send again, in order and under the same ids, what came after a position. Incorrect
 * beyond the ledger's end; NotFound.
 */
export async function replayWatch(
  db: Queryable,
  id: bigint,
  { after, owner }: { readonly after: bigint; readonly owner: WatchOwner },
): Promise<Watch> {
  const { rows } = await db.query<{ head: bigint | null }>(
    'SELECT max(position) AS head FROM ledger_event',
  );
  const head = rows[0]?.head ?? 0n;
  if (after < 0n || after > head) {
    throw new Anomaly('Incorrect', `after: the ledger ends at ${head}.`);
  }
  const next = nextDigest('w.digest');
  return change(
    db,
    { id, owner },
    `position = $3, pending = NULL, attempts = 0, last_error = NULL, next_at = ${next}`,
    [after],
  );
}

/** Seals every watch anew, all or none, and gives how many there are. */
export async function resealWatches(
  database: Pick<Database, 'pool'>,
  seal: (sealed: Seals) => Seals,
): Promise<number> {
  return inTransaction(database, async (db) => {
    const { rows } = await db.query<Pick<SealedWatch, 'id'> & Seals>(
      'SELECT id, target, secret FROM watch ORDER BY id FOR UPDATE',
    );
    const sealed = rows.map((row) => ({ id: row.id, ...seal(row) }));
    await db.query(
      `UPDATE watch w SET target = s.target, secret = s.secret
       FROM unnest($1::bigint[], $2::bytea[], $3::bytea[]) s (id, target, secret)
       WHERE w.id = s.id`,
      [
        sealed.map(({ id }) => id),
        sealed.map(({ target }) => target),
        sealed.map(({ secret }) => secret),
      ],
    );
    return sealed.length;
  });
}

type Seals = Pick<SealedWatch, 'target' | 'secret'>;

/** Removes a watch with its dead letters. NotFound. */
export async function removeWatch(db: Queryable, id: bigint, owner: WatchOwner): Promise<void> {
  const { rows } = await db.query<{ id: bigint }>(
    `DELETE FROM watch w WHERE ${OWN} AND w.id = $2 RETURNING w.id`,
    [keyOf(owner), id],
  );
  found(rows, id);
}

async function change(
  db: Queryable,
  { id, owner }: { readonly id: bigint; readonly owner: WatchOwner },
  set: string,
  more: readonly unknown[] = [],
): Promise<Watch> {
  const { rows } = await db.query<Watch>(
    `UPDATE watch w SET ${set} WHERE ${OWN} AND w.id = $2 RETURNING ${WATCH_COLUMNS}`,
    [keyOf(owner), id, ...more],
  );
  return found(rows, id);
}

/** $1 is the key, or null for all. */
const OWN = '($1::bigint IS NULL OR w.key_id = $1)';

function keyOf(owner: WatchOwner): bigint | null {
  return owner === 'operator' ? null : owner.keyId;
}

function found<Row>([row]: readonly Row[], id: bigint): Row {
  if (row === undefined) throw new Anomaly('NotFound', `There is no watch ${id}.`);
  return row;
}
