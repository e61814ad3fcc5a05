/** An element of an ownership document: local name, text and children. Namespaces are of no account. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  /** Its own character data, children's left out. */
  text: string;
  /** Text and elements in their order, where the two stand beside each other; else left out. */
  parts?: readonly (string | XmlElement)[];
}

/** Nothing to fold and nothing to drop: what nearly every cell holds. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;

/** Markup that parts words, as the line breaks and paragraphs of HTML do. */
const BREAKS: ReadonlySet<string> = new Set(
  'br p div hr li ol ul tr td th table h1 h2 h3 h4 h5 h6 blockquote pre'.split(' '),
);

/**
 * The text of a cell or note as filed, that of markup within it included; runs of white space are
 * folded, U+FFFD stands for control characters. Null where blank.
 */
export function textOf(element: XmlElement | undefined): string | null {
  if (element === undefined) return null;
  return fold(element.children.length === 0 ? element.text : markedUp(element));
}

/** The same of an element's own text alone, its children's left out. */
export function ownTextOf({ text }: XmlElement): string | null {
  return fold(text);
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

function fold(raw: string): string | null {
  if (raw === '') return null;
  if (PLAIN.test(raw)) return raw;
  const text = raw
    .replace(/[^\P{Cc}\s]/gu, '\ufffd')
    .replace(/\s+/g, ' ')
    .trim();
  return text === '' ? null : text;
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
