import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { type Instant, parseInstant } from '../../values/index.ts';

/** What a checkpoint says of the ledger up to an event. */
export interface CheckpointText {
  /** Which ledger it is of: the name of its keys. */
  readonly origin: string;
  /** The last event covered, and so the size of the tree. */
  readonly position: bigint;
  /** The root of the tree over the hashes of all events up to that one (RFC 6962). */
  readonly rootHash: Buffer;
  /** That event's own hash. */
  readonly chainHash: Buffer;
  readonly issuedAt: Instant;
}

/** A note as it was read: what it says, the text that is signed, and its signatures. */
export interface ReadNote extends CheckpointText {
  readonly note: string;
  readonly signatures: readonly NoteSignature[];
}

/** A signature, by the first four bytes of its key's hash, in hex. */
export interface NoteSignature {
  readonly keyId: string;
  readonly signature: Buffer;
}

/** Says that Ed25519 is the algorithm of a key (C2SP signed-note). */
const ED25519 = 1;

/** The id of a key: the first four bytes of SHA-256 over its name and itself (C2SP signed-note). */
export function keyIdOf(name: string, publicKey: Uint8Array): string {
  const hashed = createHash('sha256').update(`${name}\n`).update(Buffer.of(ED25519));
  return hashed.update(publicKey).digest('hex').slice(0, 8);
}

/** A key as verifiers are given it: name, id and the key in Base64 (C2SP signed-note). */
export function verifierKey(name: string, publicKey: Uint8Array): string {
  const key = Buffer.concat([Buffer.of(ED25519), publicKey]).toString('base64');
  return `${name}+${keyIdOf(name, publicKey)}+${key}`;
}

/** A key out of what verifiers are given; null where it is none. */
export function parseVerifierKey(text: string): { keyId: string; publicKey: Buffer } | null {
  const [, name = '', keyId = '', key = ''] =
    /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})$/.exec(text.trim()) ?? [];
  const bytes = Buffer.from(key, 'base64');
  const publicKey = bytes.subarray(1);
  if (bytes.length !== 33 || bytes[0] !== ED25519 || keyIdOf(name, publicKey) !== keyId)
    return null;
  return { keyId, publicKey };
}

/** Signs a text as a note of C2SP tlog-checkpoint. */
export function signNote(
  text: CheckpointText,
  key: { readonly privateKey: KeyObject; readonly publicKey: Uint8Array },
): string {
  const body = bodyOf(text);
  const signature = sign(null, Buffer.from(body), key.privateKey);
  const id = Buffer.from(keyIdOf(text.origin, key.publicKey), 'hex');
  return `${body}\n— ${text.origin} ${Buffer.concat([id, signature]).toString('base64')}\n`;
}

/**
 * The first three lines are those of C2SP tlog-checkpoint; the two after them are extension lines.
 */
function bodyOf({ origin, position, rootHash, chainHash, issuedAt }: CheckpointText): string {
  const chain = `chain ${chainHash.toString('hex')}`;
  const root = rootHash.toString('base64');
  return `${[origin, String(position), root, chain, `issued ${issuedAt}`].join('\n')}\n`;
}

const BODY =
  /^([^\s+]+)\n([1-9]\d{0,15})\n([A-Za-z0-9+/]{43}=)\nchain ([0-9a-f]{64})\nissued (\S{1,40})\n$/;
const SIGNATURES = /^(?:— \S+ [A-Za-z0-9+/]{91}=\n){1,8}$/;

/** Reads a note; null where it is none of a ledger's. Its signatures are not looked at. */
export function parseNote(note: string): ReadNote | null {
  const end = note.indexOf('\n\n') + 1;
  const [body, signed] = [note.slice(0, end), note.slice(end + 1)];
  const [, origin = '', position = '', root = '', chain = '', issued = ''] = BODY.exec(body) ?? [];
  const issuedAt = parseInstant(issued);
  if (origin === '' || issuedAt === null || !SIGNATURES.test(signed)) return null;
  return {
    note,
    origin,
    position: BigInt(position),
    rootHash: Buffer.from(root, 'base64'),
    chainHash: Buffer.from(chain, 'hex'),
    issuedAt,
    signatures: signed
      .trimEnd()
      .split('\n')
      .map((line) => {
        const bytes = Buffer.from(line.split(' ')[2] ?? '', 'base64');
        return { keyId: bytes.toString('hex', 0, 4), signature: bytes.subarray(4) };
      }),
  };
}

/** Whether a note is signed by a public key of 32 bytes. */
export function isSignedBy(read: ReadNote, publicKey: Buffer): boolean {
  const keyId = keyIdOf(read.origin, publicKey);
  const body = Buffer.from(read.note.slice(0, read.note.indexOf('\n\n') + 1));
  const key = publicKeyOf(publicKey);
  return read.signatures.some(
    (one) => one.keyId === keyId && verify(null, body, key, one.signature),
  );
}

/** The notes of a text in which they stand one after the other. */
export function splitNotes(text: string): string[] {
  return text.match(/(?:[^\n—][^\n]*\n)+\n(?:— [^\n]*\n)+/g) ?? [];
}

function publicKeyOf(bytes: Buffer): KeyObject {
  const x = bytes.toString('base64url');
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
}
