import { type ParseResult, refusal } from './problem.ts';

const LARGEST = 50_000_000;

/**
 * Every control character that text can do without: all but tab, line and form feed, carriage return.
 * Ranges, because the property class is three times as slow.
 */
const CONTROL = /[^\t\n\f\r -~\u00a0-\uffff]/;
/** What nearly every document is: told in two thirds of the time that looking for the others takes. */
const PRINTABLE = /^[\t\n\f\r -~]*$/;
const CONTROLS = new RegExp(CONTROL, 'g');

/** A document's text, and whether there is any control character to be replaced in it. */
export interface DecodedText {
  readonly text: string;
  readonly hasControls: boolean;
  /** The bytes it was, where each of its characters is one of them; null where the two do not align. */
  readonly bytes: Uint8Array | null;
}

/**
 * The text of a document's bytes: UTF-8, UTF-16 with its mark, else Windows-1252, which ISO 8859-1 is
 * part of; what XML declares to be one of these two is. Bytes that are no text, or too many, are refused.
 */
export function decode(bytes: Uint8Array): DecodedText | { readonly refused: ParseResult } {
  if (bytes.byteLength > LARGEST) {
    return { refused: refusal('TOO_LARGE', '1:1', `More than ${LARGEST} bytes.`) };
  }
  const text = toText(bytes);
  if (text.trim() === '') return { refused: refusal('EMPTY_DOCUMENT', '1:1', 'Nothing in it.') };
  const hasControls = !PRINTABLE.test(text) && CONTROL.test(text);
  const controls = hasControls ? (text.slice(0, 100_000).match(CONTROLS)?.length ?? 0) : 0;
  if (isMagic(bytes) || controls > 32 || controls > text.length / 20) {
    return {
      refused: refusal('NOT_TEXT', '1:1', 'A picture, an archive or other bytes that are no text.'),
    };
  }
  return { text, hasControls, bytes: text.length === bytes.length ? bytes : null };
}

/**
 * The text with U+FFFD for each character that no filing means and no database keeps. None is dropped:
 * what is left of an amount would be another amount.
 */
export function withoutControls(decoded: DecodedText): DecodedText {
  if (!decoded.hasControls) return decoded;
  return { text: decoded.text.replace(CONTROLS, '\ufffd'), hasControls: false, bytes: null };
}

function toText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (isWestern(bytes)) return new TextDecoder('windows-1252').decode(bytes);
  try {
    return UTF_8.decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

const UTF_8 = new TextDecoder('utf-8', { fatal: true });

function isWestern(bytes: Uint8Array): boolean {
  const isDeclared = bytes[0] === 0x3c && bytes[1] === 0x3f;
  return isDeclared && isDeclaredWestern(String.fromCharCode(...bytes.subarray(0, 100)));
}

/** Whether XML declares, in the first hundred characters, an encoding that Windows-1252 covers. */
export function isDeclaredWestern(text: string): boolean {
  return WESTERN.test(text.slice(0, 100));
}

const WESTERN = /^<\?xml[^>]*\sencoding\s*=\s*["'](?:iso-8859-1|latin-?1|windows-1252)["']/i;
const MAGIC = ['\x89PNG', 'GIF8', '\xff\xd8\xff', 'PK\x03\x04', '%PDF', '\x1f\x8b'];

function isMagic(bytes: Uint8Array): boolean {
  const start = String.fromCharCode(...bytes.slice(0, 4));
  return MAGIC.some((magic) => start.startsWith(magic));
}
