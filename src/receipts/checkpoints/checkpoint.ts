import { type Queryable, queryPrepared } from '../../database/index.ts';
import type { Instant } from '../../values/index.ts';
import { parseNote, verifierKey } from './note.ts';

/** A signed statement of the ledger up to an event. */
export interface Checkpoint {
  /** The last event covered: as many are in the tree. */
  readonly position: bigint;
  /** Hex, as are the other hashes. */
  readonly rootHash: string;
  readonly chainHash: string;
  readonly issuedAt: Instant;
  readonly keyId: string;
  /** Ed25519 over the note's text, hex. */
  readonly signature: string;
  /** All of it, as C2SP tlog-checkpoint writes it. */
  readonly note: string;
}

/** A public key that checkpoints are or were signed with. */
export interface CheckpointKey {
  readonly id: string;
  /** Name, id and key, as verifiers of C2SP signed-note take them. */
  readonly verifierKey: string;
  readonly publicKey: Buffer;
  readonly addedAt: Instant;
}

type StoredCheckpoint = Omit<Checkpoint, 'signature'>;

const COLUMNS = `position, encode(root_hash, 'hex') AS "rootHash",
  encode(chain_hash, 'hex') AS "chainHash", issued_at AS "issuedAt", key_id AS "keyId", note`;

/** The newest checkpoint; null before there is one. */
export async function newestCheckpoint(db: Queryable): Promise<Checkpoint | null> {
  const [row] = await queryPrepared<StoredCheckpoint>(
    db,
    `SELECT ${COLUMNS} FROM checkpoint ORDER BY position DESC, issued_at DESC LIMIT 1`,
    [],
  );
  return row === undefined ? null : signed(row);
}

/** The first checkpoint that covers an event; null where none does yet. */
export async function checkpointCovering(
  db: Queryable,
  position: bigint,
): Promise<Checkpoint | null> {
  const [row] = await queryPrepared<StoredCheckpoint>(
    db,
    `SELECT ${COLUMNS} FROM checkpoint WHERE position >= $1 ORDER BY position, issued_at LIMIT 1`,
    [position],
  );
  return row === undefined ? null : signed(row);
}

/** The notes of every checkpoint, in order of what they cover. */
export async function storedNotes(db: Queryable): Promise<string[]> {
  const { rows } = await db.query<{ note: string }>(
    'SELECT note FROM checkpoint ORDER BY position',
  );
  return rows.map(({ note }) => note);
}

/** Every public key that a checkpoint was ever signed with, the newest first. */
export async function checkpointKeys(db: Queryable): Promise<CheckpointKey[]> {
  const rows = await queryPrepared<Omit<CheckpointKey, 'verifierKey'> & { name: string }>(
    db,
    `SELECT id, name, public_key AS "publicKey", added_at AS "addedAt" FROM checkpoint_key
     ORDER BY added_at DESC, id`,
    [],
  );
  return rows.map(({ name, ...key }) => ({
    ...key,
    verifierKey: verifierKey(name, key.publicKey),
  }));
}

function signed(row: StoredCheckpoint): Checkpoint {
  const own = parseNote(row.note)?.signatures.find(({ keyId }) => keyId === row.keyId);
  return { ...row, signature: own?.signature.toString('hex') ?? '' };
}
