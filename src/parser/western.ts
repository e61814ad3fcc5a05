/**
 * The characters of bytes 0x80 to 0x9F in Windows-1252, by a table of our own: what a TextDecoder
 * makes of them depends on the version of Node.js, and the hash chain must not. Five bytes mean
 * nothing and stay the control characters that they are in ISO 8859-1.
 */
const HIGH = Array.from('€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ');
const FIRST = 0x80;

const C1 = /[\x80-\x9f]/;
const EACH_C1 = /[\x80-\x9f]/g;

/** The text of bytes in Windows-1252, which ISO 8859-1 and ASCII are part of. */
export function decodeWestern(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return C1.test(text) ? text.replace(EACH_C1, westernMark) : text;
}

/** The bytes of a text in Windows-1252; null where it has a character that this lacks. */
export function encodeWestern(text: string): Uint8Array | null {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const byte = HIGH_BYTES.get(text.charAt(index)) ?? code;
    if (byte > 0xff || (byte === code && code >= FIRST && code < 0xa0 && !isUnassigned(code))) {
      return null;
    }
    bytes[index] = byte;
  }
  return bytes;
}

/**
 * What a control character of 0x80 to 0x9F stands for in a document, as browsers read it: the mark
 * that Windows-1252 has there, or U+FFFD where it has none.
 */
export function markOfControl(control: string): string {
  const mark = westernMark(control);
  return mark === control ? '\ufffd' : mark;
}

function westernMark(control: string): string {
  return HIGH[control.charCodeAt(0) - FIRST] ?? control;
}

function isUnassigned(code: number): boolean {
  return HIGH[code - FIRST] === String.fromCharCode(code);
}

const HIGH_BYTES: ReadonlyMap<string, number> = new Map(
  HIGH.map((character, index) => [character, FIRST + index]),
);
