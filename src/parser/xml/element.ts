/** An element of an ownership document: local name, text and children. Namespaces are of no account. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  /** Its own character data, children's left out. */
  text: string;
}

/** Character data as filed, runs of white space folded; null where blank. */
export function textOf(element: XmlElement | undefined): string | null {
  const text = element?.text.replace(/\s+/g, ' ').trim() ?? '';
  return text === '' ? null : text;
}

/** The first child of a name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((candidate) => candidate.name === name);
}

/** All children of a name, in order. */
export function children(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((candidate) => candidate.name === name) ?? [];
}
