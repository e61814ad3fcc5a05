import { latin1, readText } from './encodings.ts';
import { type ParseResult, type Problem, refusal } from './problem.ts';
import { markOfControl } from './western.ts';

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
  /** Doubts about the encoding. */
  readonly warnings: readonly Problem[];
}

/**
 * The text of a document's bytes: UTF-8, UTF-16 with its mark or its first character, else
 * Windows-1252, which ISO 8859-1 is part of; what XML declares to be one of these two is. Each
 * document of a submission is one by itself. A mixture of UTF-8 and Windows-1252 is read as both,
 * with a warning. Bytes that are no text, too many, or of another declared encoding are refused.
 */
export function decode(bytes: Uint8Array): DecodedText | { readonly refused: ParseResult } {
  if (bytes.byteLength > LARGEST) {
    return { refused: refusal('TOO_LARGE', '1:1', `The document has more than ${LARGEST} bytes.`) };
  }
  const western = latin1(bytes);
  const isPrintable = PRINTABLE.test(western);
  const read = isPrintable ? { text: western, warnings: [] } : readText(bytes);
  if (read === null) {
    const message =
      'It declares an encoding that is not read: convert it to UTF-8. UTF-16 and Windows-1252 are read too.';
    return { refused: refusal('NOT_TEXT', '1:1', message) };
  }
  const { text, warnings } = read;
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
  return { text, hasControls, bytes: text.length === bytes.length ? bytes : null, warnings };
}

/**
 * The text without characters that no filing means and no database keeps: the marks of Windows-1252
 * in place of its control characters, and U+FFFD in place of others. None is dropped: what is left
 * of an amount would be another amount.
 */
export function withoutControls(decoded: DecodedText): DecodedText {
  if (!decoded.hasControls) return decoded;
  const text = decoded.text.replace(CONTROLS, markOfControl);
  return { ...decoded, text, hasControls: false, bytes: null };
}

const MAGIC = ['\x89PNG', 'GIF8', '\xff\xd8\xff', 'PK\x03\x04', '%PDF', '\x1f\x8b'];
