import { decodeWestern } from './western.ts';

/** A text of two encodings, and the bytes in it that are Windows-1252. */
export interface MixedText {
  readonly text: string;
  /** The character at which the first of them stands. */
  readonly firstAt: number;
  readonly count: number;
}

/**
 * The text of bytes of which some are characters of UTF-8 beyond ASCII and others are none: these
 * are Windows-1252. Null where there are no such characters, so that all of it is Windows-1252. One
 * capital letter of that before closing marks, as in `CAFÉ’S`, is not taken for a rare character
 * (docs/domain.md §1).
 */
export function decodeMixed(bytes: Uint8Array): MixedText | null {
  const { characters, others, first } = count(bytes);
  if (characters === 0) return null;
  // No character of Windows-1252 takes more than three bytes in UTF-8.
  const utf8 = Buffer.allocUnsafe(bytes.length + 2 * others);
  let end = 0;
  let firstEnd = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = lengthAt(bytes, at);
    if (length === 0) {
      if (at === first) firstEnd = end;
      end += utf8.write(decodeWestern(bytes.subarray(at, at + 1)), end);
      at += 1;
    } else {
      for (const to = at + length; at < to; at += 1, end += 1) utf8[end] = bytes[at] ?? 0;
    }
  }
  const firstAt = utf8.toString('utf8', 0, firstEnd).length;
  return { text: utf8.toString('utf8', 0, end), firstAt, count: others };
}

function count(bytes: Uint8Array) {
  let characters = 0;
  let others = 0;
  let first = -1;
  for (let at = 0; at < bytes.length; ) {
    const length = lengthAt(bytes, at);
    if (length > 1) characters += 1;
    if (length === 0) {
      if (others === 0) first = at;
      others += 1;
    }
    at += Math.max(length, 1);
  }
  return { characters, others, first };
}

/** How many bytes the character of UTF-8 at a place has; 0 where none is read there. */
function lengthAt(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
  const second = bytes[at + 1] ?? 0;
  // RFC 3629: nothing is written longer than it need be, no surrogate, nothing past U+10FFFF.
  const least = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const most = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (length === 0 || second < least || second > most) return 0;
  for (let more = 2; more < length; more += 1) {
    if (((bytes[at + more] ?? 0) & 0xc0) !== 0x80) return 0;
  }
  return isMarkedLetter(bytes, at, length) ? 0 : length;
}

/** Whether bytes that could be a rare character are a letter of Windows-1252 and what closes it. */
function isMarkedLetter(bytes: Uint8Array, at: number, length: number): boolean {
  const lead = bytes[at] ?? 0;
  // Â, Ã and â begin what UTF-8 has for the characters of Windows-1252 itself.
  if (lead < 0xc4 || lead === 0xe2 || length > 3) return false;
  if ((bytes[at - 1] ?? 0) >= 0x80 || (bytes[at + length] ?? 0) >= 0x80) return false;
  for (let mark = at + 1; mark < at + length; mark += 1) {
    if (!CLOSING.has(bytes[mark] ?? 0)) return false;
  }
  return true;
}

/** The bytes of … ‘ ’ “ ” • – — ™ › no-break space © ª ® ° ² ³ ¹ º ». */
const CLOSING: ReadonlySet<number> = new Set([
  0x85, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x99, 0x9b, 0xa0, 0xa9, 0xaa, 0xae, 0xb0, 0xb2,
  0xb3, 0xb9, 0xba, 0xbb,
]);
