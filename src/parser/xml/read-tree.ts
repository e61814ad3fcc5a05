import { SaxesParser } from 'saxes';
import type { Problem, ProblemCode } from '../problem.ts';
import type { XmlElement } from './element.ts';

/** Bounds no real ownership document comes near. */
const DEPTH_AT_MOST = 64;
const ELEMENTS_AT_MOST = 200_000;
const ATTRIBUTES_AT_MOST = 64;

/** Where the XML starts in the document that it is part of; lines and columns count from 1. */
export interface XmlPlace {
  readonly lineOffset: number;
}

/**
 * Reads well-formed XML into a tree. Document types are refused, so no entity but XML's own five is
 * ever expanded; depth and number of elements are bounded.
 */
export function readTree(
  xml: string,
  { lineOffset }: XmlPlace = { lineOffset: 0 },
): { readonly root: XmlElement } | { readonly problem: Problem } {
  const parser = new SaxesParser({ xmlns: false, position: true });
  const open: XmlElement[] = [];
  let root: XmlElement | undefined;
  let count = 0;
  const refuse = (code: ProblemCode, message: string): never => {
    throw new Refused({ code, path: place(parser, lineOffset), message });
  };
  parser.on('error', (error) =>
    refuse('MALFORMED_XML', error.message.replace(/^(?:undefined:)?\d+:\d+: /, '')),
  );
  parser.on('doctype', () => refuse('FORBIDDEN_XML', 'A document type is not allowed.'));
  parser.on('opentag', ({ name, attributes }) => {
    count += 1;
    if (count > ELEMENTS_AT_MOST) refuse('TOO_MANY', `More than ${ELEMENTS_AT_MOST} elements.`);
    if (open.length >= DEPTH_AT_MOST) refuse('TOO_DEEP', `Deeper than ${DEPTH_AT_MOST} elements.`);
    if (Object.keys(attributes).length > ATTRIBUTES_AT_MOST) {
      refuse('TOO_MANY', `More than ${ATTRIBUTES_AT_MOST} attributes.`);
    }
    const element: XmlElement = { name: localName(name), attributes, children: [], text: '' };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  const addText = (text: string) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  try {
    parser.write(xml).close();
  } catch (error) {
    if (error instanceof Refused) {
      return { problem: bareAmpersand(xml, error.problem, lineOffset) ?? error.problem };
    }
    throw error;
  }
  if (root === undefined) {
    return { problem: { code: 'MALFORMED_XML', path: '1:1', message: 'No element.' } };
  }
  return { root };
}

/** The parser reads on past a bare "&" for the end of an entity, and complains far from the fault. */
function bareAmpersand(xml: string, found: Problem, lineOffset: number): Problem | null {
  const bare = /&(?!(?:\w{1,32}|#\d{1,7}|#x[\da-fA-F]{1,6});)/.exec(xml);
  if (found.code !== 'MALFORMED_XML' || bare === null) return null;
  const before = xml.slice(0, bare.index).split('\n');
  const path = `${before.length + lineOffset}:${(before.at(-1)?.length ?? 0) + 1}`;
  return { code: 'MALFORMED_XML', path, message: 'A bare "&" is no XML; it is written "&amp;".' };
}

class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message);
  }
}

function place({ line, column }: SaxesParser, lineOffset: number): string {
  return `${line + lineOffset}:${column + 1}`;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
