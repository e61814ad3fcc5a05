import { decodeText, isDeclaredWestern } from './encodings.ts';
import { encodeWestern } from './western.ts';

/**
 * The bytes of a document that is at hand as text: those of its file, in UTF-8 or, where it is XML
 * that declares a western encoding, in that one. Read again they are the same text.
 */
export function encode(text: string): Uint8Array {
  const bytes = isDeclaredWestern(text) ? encodeWestern(text) : Buffer.from(text);
  if (bytes !== null && decodeText(bytes) === text) return bytes;
  // Text that its declared encoding cannot hold was never a file: UTF-16 says with a mark what it
  // is.
  return Buffer.from(`\ufeff${text}`, 'utf16le');
}
