import { NO_ATTRIBUTES, type XmlElement } from './element.ts';
import { ELEMENT_NAMES } from './known-elements.ts';

/** What the plain subset stays within; beyond it the strict reader decides. */
const DEPTH_AT_MOST = 32;
const ELEMENTS_AT_MOST = 100_000;

const DECLARATION =
  /<\?xml version="1\.0"(?: encoding="(?:UTF-8|utf-8|US-ASCII|ISO-8859-1|windows-1252)")?(?: standalone="(?:yes|no)")?\s*\?>/y;
const STRANGE_ENTITY = /&(?!(?:amp|lt|gt|quot|apos|#\d{2,5});)/;
const ENTITY = /&(?:(amp|lt|gt|quot|apos)|#(\d{2,5}));/g;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};
/** Of every element that has none; never pushed to. */
const NO_CHILDREN: XmlElement[] = [];

const TAB = 0x09;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const SPACE = 0x20;
const QUOTE = 0x22;
const AMPERSAND = 0x26;
const SLASH = 0x2f;
const LESS = 0x3c;
const GREATER = 0x3e;
const BRACKET = 0x5d;
const FIRST_SURROGATE = 0xd800;

/** A text, and its bytes where each of its characters is one of them. */
export interface XmlText {
  readonly text: string;
  readonly bytes: Uint8Array | null;
}

/**
 * The tree of the XML between two characters of a text where it keeps to the plain subset that
 * nearly all filings are written in: elements of ASCII names, no attribute but a simple `id`, text,
 * XML's own entities. Null for anything else, well-formed or not: whatever is null is read by
 * saxes, which has the last word, so that nothing is accepted here that saxes refuses.
 */
export function readPlainTree(xml: XmlText, from: number, to: number): XmlElement | null {
  const { text } = xml;
  const codes = xml.bytes ?? codesOf(text, from, to);
  const open: XmlElement[] = [];
  let parent: XmlElement | undefined;
  DECLARATION.lastIndex = from;
  let index = skipBlanks(codes, DECLARATION.test(text) ? DECLARATION.lastIndex : from, to);
  for (let count = 0; count < ELEMENTS_AT_MOST; ) {
    // Here stands the "<" of a tag.
    if (index + 2 >= to || codes[index] !== LESS) return null;
    if (codes[index + 1] === SLASH) {
      if (parent === undefined || !text.startsWith(parent.name, index + 2)) return null;
      index += 2 + parent.name.length;
      if (index >= to || codes[index] !== GREATER) return null;
      index = skipBlanks(codes, index + 1, to);
      if (open.length === 0) return index === to ? parent : null;
      parent = open.pop();
      continue;
    }
    count += 1;
    if (open.length >= DEPTH_AT_MOST) return null;
    const name = nameAt(codes, text, index + 1);
    if (name === null) return null;
    index += 1 + name.length;
    let attributes = NO_ATTRIBUTES;
    if (codes[index] === SPACE && text.startsWith('id="', index + 1)) {
      const end = plainValueEnd(codes, index + 5, to);
      if (end < 0) return null;
      attributes = { id: text.slice(index + 5, end) };
      index = end + 1;
    }
    const element: XmlElement = { name, attributes, children: NO_CHILDREN, text: '' };
    if (parent === undefined) {
      if (name !== 'ownershipDocument') return null;
    } else if (parent.children === NO_CHILDREN) {
      // A list of one takes one place, as most do; an empty one that grows takes seventeen.
      parent.children = [element];
    } else parent.children.push(element);
    if (codes[index] === SLASH) {
      if (parent === undefined || codes[index + 1] !== GREATER) return null;
      index = skipBlanks(codes, index + 2, to);
      continue;
    }
    if (codes[index] !== GREATER) return null;
    index += 1;
    const end = skipBlanks(codes, index, to);
    // Blanks between elements are no text; text beside elements is left to saxes.
    if (end >= to || codes[end] !== LESS || codes[end + 1] === SLASH) {
      const from = index;
      index = textEnd(codes, from, to);
      if (index < 0 || codes[index + 1] !== SLASH) return null;
      const own = characters(text.slice(from, index));
      if (own === null) return null;
      element.text = own;
    } else {
      index = end;
    }
    if (parent !== undefined) open.push(parent);
    parent = element;
  }
  return null;
}

/** A byte for each character, its code or, beyond ASCII, whether XML is sure to have it. */
function codesOf(text: string, from: number, to: number): Uint8Array {
  const codes = new Uint8Array(to);
  for (let index = from; index < to; index += 1) {
    const code = text.charCodeAt(index);
    codes[index] = code < 0x80 ? code : code < FIRST_SURROGATE ? 0x80 : 0;
  }
  return codes;
}

/** The name at a place, as the one string of its name where it is a known one; null for none. */
function nameAt(codes: Uint8Array, text: string, from: number): string | null {
  let end = from;
  let hash = 0;
  for (; ; end += 1) {
    const code = codes[end] ?? 0;
    const lower = code | 0x20;
    const isLetter = lower >= 0x61 && lower <= 0x7a;
    if (!isLetter && (end === from || code < 0x30 || code > 0x39)) break;
    hash = (Math.imul(hash, 31) + code) | 0;
  }
  if (end === from) return null;
  const known = NAMES.get(hash);
  const isKnown = known?.length === end - from && text.startsWith(known, from);
  return isKnown ? known : text.slice(from, end);
}

const NAMES: ReadonlyMap<number, string> = new Map(
  ELEMENT_NAMES.map((name) => {
    let hash = 0;
    for (const letter of name) hash = (Math.imul(hash, 31) + letter.charCodeAt(0)) | 0;
    return [hash, name];
  }),
);

function skipBlanks(codes: Uint8Array, from: number, to: number): number {
  let index = from;
  while (index < to) {
    const code = codes[index];
    if (code !== SPACE && code !== LINE_FEED && code !== CARRIAGE_RETURN && code !== TAB) break;
    index += 1;
  }
  return index;
}

/** Where the quote after an attribute's value stands; -1 where the value is not plain. */
function plainValueEnd(codes: Uint8Array, from: number, to: number): number {
  for (let index = from; index < to; index += 1) {
    const code = codes[index] ?? 0;
    if (code === QUOTE) return index;
    if (code < SPACE || code > 0x7e || code === AMPERSAND || code === LESS) return -1;
  }
  return -1;
}

/** Where the next "<" after text stands; -1 where the text before it is not plain. */
function textEnd(codes: Uint8Array, from: number, to: number): number {
  for (let index = from; index < to; index += 1) {
    const code = codes[index] ?? 0;
    // Letters first, then digits and their like: nothing is to be looked for in most of a text.
    if (code > LESS ? code !== BRACKET : code > AMPERSAND && code < LESS) continue;
    if (code === LESS) return index;
    if (code === BRACKET && codes[index + 1] === BRACKET) return -1;
    if (code < SPACE && code !== LINE_FEED && code !== TAB && code !== CARRIAGE_RETURN) return -1;
  }
  return -1;
}

/**
 * Character data as XML means it: line ends made one, entities replaced; null where one is strange.
 */
function characters(raw: string): string | null {
  if (!raw.includes('&') && !raw.includes('\r')) return raw;
  const text = raw.replace(/\r\n?/g, '\n');
  if (STRANGE_ENTITY.test(text)) return null;
  let isPlain = true;
  const replaced = text.replace(ENTITY, (_, name?: string, digits?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? '';
    const code = Number(digits);
    isPlain &&= code >= SPACE && code < FIRST_SURROGATE;
    return String.fromCharCode(code);
  });
  return isPlain ? replaced : null;
}
