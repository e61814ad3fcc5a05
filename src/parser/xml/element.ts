/** An element of an ownership document: local name, text and children. Namespaces are of no account. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  /** Its own character data, children's left out. */
  text: string;
}

/** Nothing to fold and nothing to drop: what nearly every cell holds. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;

/** Character data as filed, runs of white space folded, U+FFFD for control characters; null where blank. */
export function textOf(element: XmlElement | undefined): string | null {
  if (element === undefined || element.text === '') return null;
  if (PLAIN.test(element.text)) return element.text;
  const text = element.text
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
