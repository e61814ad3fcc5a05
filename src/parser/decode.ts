import { looksLikeSubmission } from './looks-like-submission.ts';
import { type ParseResult, refusal } from './problem.ts';
import { decodeWestern, markOfControl } from './western.ts';

const LARGEST = 50_000_000;

/**
 * Every control character that text can do without: all but tab, line and form feed, carriage
 * return. Ranges, because the property class is three times as slow.
 */
const CONTROL = /[^\t\n\f\r -~\u00a0-\uffff]/;
/**
 * What nearly every document is: found in two thirds of the time that looking for the others takes.
 * It is ASCII, so that its bytes are its characters in every encoding that is read but UTF-16.
 */
const PRINTABLE = /^[\t\n\f\r -~]*$/;
const CONTROLS = new RegExp(CONTROL, 'g');
/** Those of them that are no mark of Windows-1252 either: a text has next to none. */
const MEANINGLESS = /[^\t\n\f\r -~\u0080\u0082-\u008c\u008e\u0091-\u009c\u009e-\uffff]/g;

/** A document's text, and whether there is any control character to be replaced in it. */
export interface DecodedText {
  readonly text: string;
  readonly hasControls: boolean;
  /**
   * The bytes it was, where each of its characters is one of them; null where the two do not align.
   */
  readonly bytes: Uint8Array | null;
}

/**
 * The text of a document's bytes: UTF-8, UTF-16 with its mark or its first character, else
 * Windows-1252, which ISO 8859-1 is part of; what XML declares to be one of these two is. Each
 * document of a submission is one by itself. Bytes that are no text, too many, or of another
 * declared encoding are refused.
 */
export function decode(bytes: Uint8Array): DecodedText | { readonly refused: ParseResult } {
  if (bytes.byteLength > LARGEST) {
    return { refused: refusal('TOO_LARGE', '1:1', `The document has more than ${LARGEST} bytes.`) };
  }
  const western = latin1(bytes);
  const isPrintable = PRINTABLE.test(western);
  const text = isPrintable ? western : decodeText(bytes);
  if (text === null) {
    const message =
      'It declares an encoding that is not read: convert it to UTF-8. UTF-16 and Windows-1252 are read too.';
    return { refused: refusal('NOT_TEXT', '1:1', message) };
  }
  if (text.trim() === '')
    return { refused: refusal('EMPTY_DOCUMENT', '1:1', 'The document is empty.') };
  const hasControls = !isPrintable && CONTROL.test(text);
  const controls = hasControls ? (text.slice(0, 100_000).match(MEANINGLESS)?.length ?? 0) : 0;
  if (
    MAGIC.some((magic) => western.startsWith(magic)) ||
    controls > 32 ||
    controls > text.length / 20
  ) {
    return {
      refused: refusal(
        'NOT_TEXT',
        '1:1',
        'Its bytes are no text: a picture, a PDF or an archive, perhaps.',
      ),
    };
  }
  return { text, hasControls, bytes: text.length === bytes.length ? bytes : null };
}

/**
 * The text without characters that no filing means and no database keeps: the marks of Windows-1252
 * in place of its control characters, and U+FFFD in place of others. None is dropped: what is left
 * of an amount would be another amount.
 */
export function withoutControls(decoded: DecodedText): DecodedText {
  if (!decoded.hasControls) return decoded;
  return { text: decoded.text.replace(CONTROLS, markOfControl), hasControls: false, bytes: null };
}

/** The text of bytes by their declared encoding; null where that is one that is not read. */
export function decodeText(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (first === 0x3c && second === 0) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0 && second === 0x3c) return new TextDecoder('utf-16be').decode(bytes);
  const beginning = latin1(bytes.subarray(0, 100));
  if (isDeclaredWestern(beginning)) return decodeWestern(bytes);
  const text = utf8(bytes);
  if (text?.length === bytes.length) return text;
  return isSubmission(bytes) ? decodeParts(bytes) : (text ?? fallBack(bytes, beginning));
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

/** Windows-1252 for bytes that are not UTF-8, unless they are said to be something else. */
function fallBack(bytes: Uint8Array, beginning: string): string | null {
  const declared = ENCODING.exec(beginning)?.[1];
  return declared === undefined || COMMON.test(declared) ? decodeWestern(bytes) : null;
}

function isSubmission(bytes: Uint8Array): boolean {
  return looksLikeSubmission(latin1(bytes.subarray(0, 10_000)));
}

/** A submission joins documents that were written apart, each in an encoding of its own. */
function decodeParts(bytes: Uint8Array): string | null {
  let at = 0;
  let text = '';
  for (const part of latin1(bytes).split(/(?=<DOCUMENT>)/i)) {
    const own = bytes.subarray(at, at + part.length);
    at += part.length;
    const declaration = /<\?xml[^>]{0,100}/i.exec(part.slice(0, 5_000))?.[0] ?? '';
    const read = isDeclaredWestern(declaration)
      ? decodeWestern(own)
      : (utf8(own) ?? fallBack(own, declaration));
    if (read === null) return null;
    text += read;
  }
  return text;
}

function latin1(bytes: Uint8Array): string {
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
const MAGIC = ['\x89PNG', 'GIF8', '\xff\xd8\xff', 'PK\x03\x04', '%PDF', '\x1f\x8b'];
