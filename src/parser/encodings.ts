import { looksLikeSubmission } from './looks-like-submission.ts';
import { decodeMixed } from './mixed-text.ts';
import { placesAt } from './place.ts';
import type { Problem } from './problem.ts';
import { decodeWestern } from './western.ts';

/** A text read from bytes, and the doubts about its encoding. */
export interface ReadText {
  readonly text: string;
  readonly warnings: readonly Problem[];
}

/** The text of bytes as `readText` has it; null where it is of an encoding that is not read. */
export function decodeText(bytes: Uint8Array): string | null {
  return readText(bytes)?.text ?? null;
}

/**
 * The text of bytes by their declared encoding, a warning where that and the bytes do not agree or
 * two encodings are mixed; null where it is one that is not read.
 */
export function readText(bytes: Uint8Array): ReadText | null {
  const wide = decodeWide(bytes);
  if (wide !== null) return { text: wide, warnings: [] };
  const beginning = latin1(bytes.subarray(0, 100));
  if (!isDeclaredWestern(beginning)) {
    const text = utf8(bytes);
    // ASCII alone, which is the same in every encoding that a part may have.
    if (text?.length === bytes.length) return { text, warnings: [] };
    if (isSubmission(bytes)) return readParts(bytes);
  }
  const part = readPart(bytes, beginning);
  return part && { text: part.text, warnings: warningsOf(part.text, part.doubts) };
}

/** UTF-16, with its mark or without. */
function decodeWide(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (first === 0x3c && second === 0) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0 && second === 0x3c) return new TextDecoder('utf-16be').decode(bytes);
  return null;
}

/** Something doubtful, and the character at which it stands. */
interface Doubt {
  readonly at: number;
  readonly code: 'CONTRADICTION' | 'RECOVERED';
  readonly message: string;
}

/** A text that was written in one go, and what is doubtful in it. */
interface Part {
  readonly text: string;
  readonly doubts: readonly Doubt[];
}

/** Null where bytes are no UTF-8 and are declared to be what is not read. */
function readPart(bytes: Uint8Array, declaration: string): Part | null {
  const text = utf8(bytes);
  if (isDeclaredWestern(declaration)) {
    const western = decodeWestern(bytes);
    const isOther = text !== null && text.length < bytes.length;
    return { text: western, doubts: isOther ? [declaredOtherwise(western)] : [] };
  }
  if (text !== null) return { text, doubts: [] };
  const declared = ENCODING.exec(declaration)?.[1];
  if (declared !== undefined && !COMMON.test(declared)) return null;
  const mixed = decodeMixed(bytes);
  if (mixed === null) return { text: decodeWestern(bytes), doubts: [] };
  const { count, firstAt: at } = mixed;
  const what = count === 1 ? 'a byte that is' : `${count} bytes that are`;
  const message = `UTF-8 with ${what} none: read as Windows-1252.`;
  return { text: mixed.text, doubts: [{ at, code: 'RECOVERED', message }] };
}

/** Bytes that are UTF-8 throughout are next to never meant as anything else. */
function declaredOtherwise(western: string): Doubt {
  const message = 'It is UTF-8 and declares Windows-1252 or a part of it: read as declared.';
  return { at: western.search(/[^\0-\x7f]/), code: 'CONTRADICTION', message };
}

/** A submission joins documents that were written apart, each in an encoding of its own. */
function readParts(bytes: Uint8Array): ReadText | null {
  let from = 0;
  let text = '';
  const doubts: Doubt[] = [];
  for (const [index, part] of latin1(bytes)
    .split(/(?=<DOCUMENT>)/i)
    .entries()) {
    const own = bytes.subarray(from, from + part.length);
    from += part.length;
    const read = readPart(own, /<\?xml[^>]{0,100}/i.exec(part.slice(0, 5_000))?.[0] ?? '');
    if (read === null) return null;
    // Nothing is read from the other documents.
    if (index === 0 || part.includes('ownershipDocument')) {
      for (const doubt of read.doubts) doubts.push({ ...doubt, at: text.length + doubt.at });
    }
    text += read.text;
  }
  return { text, warnings: warningsOf(text, doubts) };
}

function warningsOf(text: string, doubts: readonly Doubt[]): Problem[] {
  const places = placesAt(
    text,
    doubts.map(({ at }) => at),
  );
  return doubts.map(({ code, message }, index) => ({ code, path: places[index] ?? '', message }));
}

/** UTF-8; null where bytes are none. */
function utf8(bytes: Uint8Array): string | null {
  try {
    return UTF_8.decode(bytes);
  } catch {
    return null;
  }
}

const UTF_8 = new TextDecoder('utf-8', { fatal: true });

function isSubmission(bytes: Uint8Array): boolean {
  return looksLikeSubmission(latin1(bytes.subarray(0, 10_000)));
}

/** A character for each byte, as ISO 8859-1 has it. */
export function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

/** Whether XML declares, in the first hundred characters, an encoding that Windows-1252 covers. */
export function isDeclaredWestern(text: string): boolean {
  const declared = ENCODING.exec(text.slice(0, 100))?.[1];
  return declared !== undefined && WESTERN.test(declared);
}

const ENCODING = /^<\?xml[^>]*?\sencoding\s*=\s*["']([^"'>]*)/i;
/** The names that stand for Windows-1252 or a part of it, ASCII left out: UTF-8 has that too. */
const WESTERN =
  /^\s*(?:iso[-_]?8859-?1(?::1987)?|latin-?1|l1|cp819|ibm819|csisolatin1|iso-ir-100|(?:windows-|x?-?cp)1252)\s*$/i;
/** Names of which bytes that are not UTF-8 prove that they are not so. */
const COMMON = /^\s*(?:utf-?8|utf-?16(?:le|be)?|unicode|(?:us-)?ascii|ansi_x3\.4-1968|ansi)?\s*$/i;
