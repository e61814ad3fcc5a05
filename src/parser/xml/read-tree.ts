import { SaxesParser } from 'saxes';
import { clip } from '../findings.ts';
import { placeAt } from '../place.ts';
import type { Problem, ProblemCode } from '../problem.ts';
import type { XmlElement } from './element.ts';
import { readPlainTree, type XmlText } from './plain-tree.ts';

/** Bounds no real ownership document comes near. */
const DEPTH_AT_MOST = 64;
const ELEMENTS_AT_MOST = 200_000;
const ATTRIBUTES_AT_MOST = 64;
/** Room for as many footnotes as are allowed, each of the 1,000 characters a footnote may have. */
const LONGEST_XML = 20_000_000;

const BLANK = /^[ \t\r\n]*$/;

/** How much of the document that the XML is part of comes before it. */
interface XmlPlace {
  /** Whole lines. */
  readonly lineOffset: number;
  /** Characters on the XML's first line. */
  readonly columnOffset: number;
}

/** The place of XML that starts at a character of a text; what came before the text counts too. */
function placeWithin(text: string, start: number): XmlPlace {
  let lineOffset = 0;
  let lineStart = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < start; at = text.indexOf('\n', at + 1)) {
    lineOffset += 1;
    lineStart = at + 1;
  }
  return { lineOffset, columnOffset: start - lineStart };
}

/** An element whose end has not been met, with its text and elements so far, in order. */
interface OpenElement {
  readonly element: XmlElement;
  readonly parts: (string | XmlElement)[];
}

/** A tree, or why there is none. */
export type XmlTree = { readonly root: XmlElement } | { readonly problem: Problem };

/**
 * Reads the well-formed XML between two characters of a text into a tree. Places in problems are
 * counted in the whole text. Document types are refused, so no entity but XML's own five is ever
 * expanded; length, depth and number of elements are bounded.
 */
export function readTree({ text, bytes }: XmlText, from: number, to: number): XmlTree {
  if (to - from > LONGEST_XML) {
    const message = `More than ${LONGEST_XML} characters of XML.`;
    return { problem: { code: 'TOO_LARGE', path: placeAt(text, from), message } };
  }
  const root = readPlainTree({ text, bytes }, from, to);
  return root === null ? readStrictTree(text, from, to) : { root };
}

/** The same by saxes, whose word on what is XML is the last one, whatever is in it. */
export function readStrictTree(text: string, from: number, to: number): XmlTree {
  const xml = text.slice(from, to);
  const parser = new SaxesParser({ xmlns: false, position: true });
  const open: OpenElement[] = [];
  let root: XmlElement | undefined;
  let count = 0;
  const refuse = (code: ProblemCode, message: string): never => {
    const path = place(parser.line, parser.column, placeWithin(text, from));
    throw new Refused({ code, path, message });
  };
  parser.on('error', (error) =>
    refuse('MALFORMED_XML', error.message.replace(/^(?:undefined:)?\d+:\d+: /, '')),
  );
  parser.on('doctype', () =>
    refuse(
      'FORBIDDEN_XML',
      'A document type (<!DOCTYPE>) is not read, as it could make a small document a huge one: remove it.',
    ),
  );
  parser.on('opentag', ({ name, attributes }) => {
    count += 1;
    if (count > ELEMENTS_AT_MOST) refuse('TOO_MANY', `More than ${ELEMENTS_AT_MOST} elements.`);
    if (open.length >= DEPTH_AT_MOST) refuse('TOO_DEEP', `Deeper than ${DEPTH_AT_MOST} elements.`);
    if (Object.keys(attributes).length > ATTRIBUTES_AT_MOST) {
      refuse('TOO_MANY', `More than ${ATTRIBUTES_AT_MOST} attributes.`);
    }
    const element: XmlElement = { name: localName(name), attributes, children: [], text: '' };
    if (root === undefined && element.name !== 'ownershipDocument') {
      refuse('NOT_OWNERSHIP_FORM', `A document of <${clip(element.name)}> is no Form 3, 4 or 5.`);
    }
    const parent = open.at(-1);
    parent?.element.children.push(element);
    parent?.parts.push(element);
    root ??= element;
    open.push({ element, parts: [] });
  });
  parser.on('closetag', () => {
    const closed = open.pop();
    if (closed === undefined || closed.element.children.length === 0) return;
    // Blanks between elements are no text.
    if (BLANK.test(closed.element.text)) closed.element.text = '';
    else closed.element.parts = closed.parts;
  });
  const addText = (characters: string) => {
    const at = open.at(-1);
    if (at === undefined) return;
    at.element.text += characters;
    at.parts.push(characters);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  try {
    parser.write(xml).close();
  } catch (error) {
    if (error instanceof Refused) {
      return {
        problem:
          bareAmpersand(xml, error.problem, (at) => placeAt(text, from + at)) ?? error.problem,
      };
    }
    throw error;
  }
  if (root === undefined) {
    return {
      problem: { code: 'MALFORMED_XML', path: '1:1', message: 'There is no element in it.' },
    };
  }
  return { root };
}

/**
 * A "&" of no entity, anywhere but where XML allows it; comments and CDATA are passed over whole.
 */
const BARE_AMPERSAND =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|&(?!(?:\w{1,32}|#\d{1,7}|#x[\da-fA-F]{1,6});|[#\w]{0,32}$)/g;

/**
 * The parser reads on past a bare "&" for the end of an entity, and complains far from the fault.
 */
function bareAmpersand(
  xml: string,
  found: Problem,
  placeOf: (at: number) => string,
): Problem | null {
  if (found.code !== 'MALFORMED_XML') return null;
  for (const match of xml.matchAll(BARE_AMPERSAND)) {
    if (match[0] !== '&') continue;
    const path = placeOf(match.index);
    return { code: 'MALFORMED_XML', path, message: 'A bare "&" is no XML; it is written "&amp;".' };
  }
  return null;
}

class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message);
  }
}

/** "line:column" in the whole document, of a line counted from 1 and a column counted from 0. */
function place(line: number, column: number, { lineOffset, columnOffset }: XmlPlace): string {
  return `${line + lineOffset}:${column + 1 + (line === 1 ? columnOffset : 0)}`;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
