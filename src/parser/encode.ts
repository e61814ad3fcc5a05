import { isDeclaredWestern } from './decode.ts';

/**
 * The bytes of a document that is at hand as text: those of its file, in UTF-8 or, where it is XML that
 * declares a western encoding, in that one. Read again they are the same text.
 */
export function encode(text: string): Uint8Array {
  if (!isDeclaredWestern(text)) return Buffer.from(text);
  const bytes = western(text);
  // Text that its declared encoding cannot hold was never a file: UTF-16 says with a mark what it is.
  return bytes ?? Buffer.from(`\ufeff${text}`, 'utf16le');
}

const WESTERN_BYTES = new Map(
  Array.from(
    new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 256 }, (_, i) => i)),
  ).map((character, byte) => [character, byte]),
);

function western(text: string): Uint8Array | null {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) {
    const byte = WESTERN_BYTES.get(text.charAt(index));
    if (byte === undefined) return null;
    bytes[index] = byte;
  }
  return bytes;
}
