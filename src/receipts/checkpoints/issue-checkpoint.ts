import { type Database, type Queryable, queryPrepared } from '../../database/index.ts';
import { Anomaly, type Instant, type MaybePromise } from '../../values/index.ts';
import { TILE } from '../merkle/index.ts';
import { growTree, subtreeRoots } from '../tree/index.ts';
import { type CheckpointText, keyIdOf, signNote } from './note.ts';
import type { SigningKey } from './signing-key.ts';

/** What a checkpoint is issued by. */
export interface Issuing {
  /** Asked each time: a key may be replaced meanwhile. */
  readonly key: () => MaybePromise<SigningKey>;
  readonly now: () => Instant;
  /** Called with how many events are in the tree while one is built. */
  readonly progress?: (events: number) => void;
  /** Stops the building of a tree. */
  readonly stop?: AbortSignal;
}

/**
 * Signs what the ledger is now, and gives the note; null where that is signed already or there are
 * no events. Builds the tree first as far as it lacks. Conflict where the ledger no longer is what
 * was signed last: it was rewritten or cut, and that is not signed.
 */
export async function issueCheckpoint(
  database: Pick<Database, 'pool'>,
  { now, progress, stop, ...issuing }: Issuing,
): Promise<string | null> {
  const { pool: db } = database;
  const state = await readState(db);
  if (state === null) return null;
  const { origin, position, chainHash, last } = state;
  const key = await issuing.key();
  const keyId = keyIdOf(origin, key.publicKey);
  if (last !== null) {
    refuseRewritten(last, state);
    if (last.position === position && last.keyId === keyId) return null;
  }
  if (position - state.grown >= BigInt(TILE)) await growTree(database, progress, stop);
  const [roots] = await subtreeRoots(db, [[{ from: 0, to: Number(position) }]]);
  const rootHash = roots?.[0] as Buffer;
  const text = { origin, position, rootHash, chainHash, issuedAt: now() };
  const note = signNote(text, key);
  const isNew = await write(db, text, { note, keyId, publicKey: key.publicKey });
  return isNew ? note : null;
}

/** The ledger's head, and what was signed last. */
interface State {
  readonly origin: string;
  readonly position: bigint;
  readonly chainHash: Buffer;
  /** Events under full tiles. */
  readonly grown: bigint;
  readonly last: LastCheckpoint | null;
}

interface LastCheckpoint {
  readonly position: bigint;
  readonly keyId: string;
  readonly chainHash: Buffer;
  /** The hash of the event that was its head; null where there is none now. */
  readonly hashNow: Buffer | null;
}

async function readState(db: Queryable): Promise<State | null> {
  const [row] = await queryPrepared<StateRow>(db, STATE, []);
  if (row === undefined) return null;
  const { lastPosition, lastKeyId, lastChain, lastHash, genesis, ...head } = row;
  return {
    ...head,
    origin: `insider-ledger/${genesis.toString('hex', 0, 8)}`,
    last:
      lastPosition === null
        ? null
        : {
            position: lastPosition,
            keyId: lastKeyId ?? '',
            chainHash: lastChain as Buffer,
            hashNow: lastHash,
          },
  };
}

interface StateRow {
  readonly position: bigint;
  readonly chainHash: Buffer;
  readonly genesis: Buffer;
  readonly grown: bigint;
  readonly lastPosition: bigint | null;
  readonly lastKeyId: string | null;
  readonly lastChain: Buffer | null;
  readonly lastHash: Buffer | null;
}

/** A ledger is distinguished from others by the hash of its first event. */
const STATE = `SELECT h.position, h.hash AS "chainHash",
    (SELECT e.hash FROM ledger_event e WHERE e.position = 1) AS genesis,
    coalesce((SELECT t.number + 1 FROM merkle_tile t WHERE t.level = 0
      ORDER BY t.number DESC LIMIT 1), 0) * ${TILE} AS grown,
    c.position AS "lastPosition", c.key_id AS "lastKeyId", c.chain_hash AS "lastChain",
    (SELECT e.hash FROM ledger_event e WHERE e.position = c.position) AS "lastHash"
  FROM (SELECT position, hash FROM ledger_event ORDER BY position DESC LIMIT 1) h
  LEFT JOIN (SELECT * FROM checkpoint ORDER BY position DESC, issued_at DESC LIMIT 1) c ON true`;

/** Every event's hash rests on all before it, so that one hash tells whether any was rewritten. */
function refuseRewritten(last: LastCheckpoint, { position }: State): void {
  if (last.hashNow?.equals(last.chainHash)) return;
  const what = position < last.position ? `was cut to ${position} events` : 'was rewritten';
  throw new Anomaly(
    'Conflict',
    `The ledger ${what} since the checkpoint of ${last.position} events was signed; nothing more is ` +
      'signed. See what is wrong by `insider-ledger verify --checkpoint FILE`, with one kept elsewhere.',
  );
}

/** Says whether there was none of it by this key. */
async function write(
  db: Queryable,
  { position, rootHash, chainHash, issuedAt, origin }: CheckpointText,
  { note, keyId, publicKey }: { note: string; keyId: string; publicKey: Buffer },
): Promise<boolean> {
  const rows = await queryPrepared(
    db,
    `WITH key AS (
       INSERT INTO checkpoint_key (id, name, public_key, added_at) VALUES ($2, $7, $8, $5)
       ON CONFLICT DO NOTHING)
     INSERT INTO checkpoint (position, key_id, root_hash, chain_hash, issued_at, note)
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING position`,
    [position, keyId, rootHash, chainHash, issuedAt, note, origin, publicKey],
  );
  return rows.length > 0;
}
