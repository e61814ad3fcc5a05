import { decodeHTMLStrict } from 'entities';
import { clip } from '../findings.ts';
import { CONTAINERS, ELEMENT_NAMES } from './known-elements.ts';

/** One thing that was not well-formed, and how it is read. */
export interface Repair {
  /** The character of the XML at which it stands. */
  readonly at: number;
  readonly message: string;
}

/** More faults than this are no slips. */
const REPAIRS_AT_MOST = 1_000;

/**
 * Comments, CDATA and instructions are passed over whole; one that does not end reaches to the end.
 */
const TOKEN =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<\?[\s\S]*?(?:\?>|$)|<(\/?)([A-Za-z_][\w.:-]*)(?![\w.:-])([^<>]*)>|<(?=[ \t]?[\d$=])|&(#?\w{1,32};)?/g;
const XML_ENTITY = /^(?:amp|lt|gt|quot|apos);$/;
const REFERENCE = /^#(?:(\d{1,7})|x([\da-f]{1,6}));$/i;

/**
 * XML with what is safe to repair in it repaired. An ampersand of no entity stands for itself, as
 * does a "<" before a figure, and an entity of HTML for its character. A line break of HTML needs
 * no end. Of a known element's tag, what is left of its own name is dropped, an identifier gets its
 * quotes, and an attribute stands once. Null where a tag has anything else.
 */
export function repairMarkup(
  xml: string,
): { readonly text: string; readonly repairs: readonly Repair[] } | null {
  const repairs: Repair[] = [];
  const parts: string[] = [];
  let from = 0;
  for (const match of xml.matchAll(TOKEN)) {
    const [whole, slash = '', name, rest = '', entity] = match;
    const repaired = repairToken(whole, { slash, name, rest, entity });
    if (repaired === null || repairs.length >= REPAIRS_AT_MOST) return null;
    if (repaired.read === whole) continue;
    parts.push(xml.slice(from, match.index), repaired.read);
    from = match.index + whole.length;
    repairs.push({ at: match.index, message: repaired.message });
  }
  return { text: [...parts, xml.slice(from)].join(''), repairs };
}

/** Elements of HTML that have no end, and that no schema has. */
const VOID: ReadonlySet<string> = new Set(['br', 'hr', 'wbr']);
const BARE_LESS = 'A bare "<" before a figure is no XML: it is read as "&lt;".';

interface Token {
  readonly slash: string;
  readonly name: string | undefined;
  readonly rest: string;
  readonly entity: string | undefined;
}

/**
 * How a token is read and why; the same where nothing is wrong with it, null where it is beyond
 * repair.
 */
function repairToken(whole: string, { slash, name, rest, entity }: Token) {
  if (name === undefined) {
    if (whole === '<') return { read: '&lt;', message: BARE_LESS };
    return whole.startsWith('&') ? repairEntity(whole, entity) : { read: whole, message: '' };
  }
  const isBreak = slash === '' && VOID.has(name.toLowerCase()) && rest.trim() === '';
  const read = isBreak ? `<${name}/>` : repairTag(slash, name, rest);
  if (read === null) return null;
  return { read, message: `"${clip(whole)}" is read as "${clip(read)}".` };
}

function repairEntity(whole: string, entity: string | undefined) {
  if (entity !== undefined && (XML_ENTITY.test(entity) || isCharacter(entity))) {
    return { read: whole, message: '' };
  }
  const read = entity?.startsWith('#') === false ? decodeHTMLStrict(whole) : whole;
  // What amounts are written with is never taken from a name.
  if (read !== whole && !/[\0-\x7f]/.test(read)) {
    return { read, message: `"${whole}" is no entity of XML: it is read as in HTML.` };
  }
  return {
    read: `&amp;${whole.slice(1)}`,
    message: 'A bare "&" is no XML: it is read as "&amp;".',
  };
}

/** Whether a reference is to a character that XML has; any other stands as it is written. */
function isCharacter(entity: string): boolean {
  const [, decimal, hexadecimal] = REFERENCE.exec(entity) ?? [];
  if (decimal === undefined && hexadecimal === undefined) return false;
  const code = decimal === undefined ? parseInt(hexadecimal ?? '', 16) : Number(decimal);
  return /^[\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]$/u.test(
    code > 0x10ffff ? '' : String.fromCodePoint(code),
  );
}

const ATTRIBUTE =
  /\s*(?:([A-Za-z_][\w.:-]*)\s*=\s*("[^"<]*"|'[^'<]*')|id\s*=\s*["']?(F\d{1,4})["']?(?=\s|$)|([A-Za-z]+)(?=\s|$))/y;
const KNOWN: ReadonlySet<string> = new Set(ELEMENT_NAMES);

/** A tag as XML has it, the same where nothing is wrong with it; null where it is beyond repair. */
function repairTag(slash: string, name: string, rest: string): string | null {
  if (/^\s*\/?$/.test(rest)) return `<${slash}${name}${rest}>`;
  const isEmpty = rest.trimEnd().endsWith('/');
  const inner = (isEmpty ? rest.trimEnd().slice(0, -1) : rest).trimEnd();
  const attributes = new Map<string, string>();
  let isRepaired = false;
  ATTRIBUTE.lastIndex = 0;
  while (ATTRIBUTE.lastIndex < inner.length) {
    const match = ATTRIBUTE.exec(inner);
    if (match === null) return null;
    const [, attribute, quoted, identifier, word] = match;
    if (word !== undefined) {
      if (!isLeftOver(name, word)) return null;
      isRepaired = true;
      continue;
    }
    const key = attribute ?? 'id';
    const value = quoted ?? `"${identifier}"`;
    const before = attributes.get(key);
    if (before !== undefined && before.slice(1, -1) !== value.slice(1, -1)) return null;
    isRepaired ||= before !== undefined || identifier !== undefined;
    attributes.set(key, value);
  }
  if (!isRepaired) return `<${slash}${name}${rest}>`;
  if (slash !== '' && attributes.size > 0) return null;
  const kept = [...attributes].map(([key, value]) => ` ${key}=${value}`).join('');
  return `<${slash}${name}${kept}${isEmpty ? '/' : ''}>`;
}

/**
 * Whether a word in a tag means nothing: a piece of the tag's own name, or any word in an element
 * that has elements alone. A cell's tag with another word may have lost what the word belongs to.
 */
function isLeftOver(name: string, word: string): boolean {
  if (!KNOWN.has(name)) return false;
  return CONTAINERS.has(name) || name.endsWith(word) || (word.length > 2 && name.includes(word));
}
