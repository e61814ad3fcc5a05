import { createHash, randomBytes } from 'node:crypto';

/**
 * An API key that was just made: its text, which is shown once, and what the ledger keeps of it.
 */
export interface NewKeyText {
  /** `il_`, 8 hex digits that name the key, `_`, and 256 random bits in hex. */
  readonly text: string;
  readonly prefix: string;
  readonly hash: Buffer;
}

const KEY = /^(il_[0-9a-f]{8})_[0-9a-f]{64}$/;

/** Makes the text of a new key. */
export function newKeyText(): NewKeyText {
  const prefix = `il_${randomBytes(4).toString('hex')}`;
  const text = `${prefix}_${randomBytes(32).toString('hex')}`;
  return { text, prefix, hash: hashOf(text) };
}

/**
 * The part of a key's text that names it and is no secret; null where the text is none of a key.
 */
export function prefixOf(text: string): string | null {
  return KEY.exec(text)?.[1] ?? null;
}

/** SHA-256 of a key's text. */
export function hashOf(text: string): Buffer {
  // Slow hashes make up for passwords that can be guessed. Nobody guesses 256 random bits.
  return createHash('sha256').update(text).digest();
}
