import { foldBlanks } from '../blanks.ts';

/**
 * An element of an ownership document: local name, text and children. Namespaces are of no account.
 */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  children: XmlElement[];
  /** Its own character data, children's left out. */
  text: string;
  /** Text and elements in their order, where the two stand beside each other; else left out. */
  parts?: readonly (string | XmlElement)[];
}

/** The attributes of every element that has none. */
export const NO_ATTRIBUTES: Readonly<Record<string, string>> = Object.freeze({});

/** Markup that parts words, as the line breaks and paragraphs of HTML do. */
const BREAKS: ReadonlySet<string> = new Set(
  'br p div hr li ol ul tr td th table h1 h2 h3 h4 h5 h6 blockquote pre'.split(' '),
);

/**
 * The text of a cell or note as filed, that of markup within it included; runs of white space are
 * folded, and no control character is left. Null where blank.
 */
export function textOf(element: XmlElement | undefined): string | null {
  if (element === undefined) return null;
  return foldBlanks(element.children.length === 0 ? element.text : markedUp(element));
}

/** The same of an element's own text alone, its children's left out. */
export function ownTextOf({ text }: XmlElement): string | null {
  return foldBlanks(text);
}

function markedUp({ text, children, parts = [text, ...children] }: XmlElement): string {
  return parts
    .map((part) => {
      if (typeof part === 'string') return part;
      // A mark is no text.
      if (part.name === 'footnoteId') return '';
      return BREAKS.has(part.name.toLowerCase()) ? ` ${markedUp(part)} ` : markedUp(part);
    })
    .join('');
}

/** The first child of a name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  if (element === undefined) return undefined;
  for (const candidate of element.children) if (candidate.name === name) return candidate;
  return undefined;
}

/** All children of a name, in order. */
export function children(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((candidate) => candidate.name === name) ?? [];
}
