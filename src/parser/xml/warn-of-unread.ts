import { clip, type Findings } from '../findings.ts';
import { textOf, type XmlElement } from './element.ts';
import {
  ATTRIBUTES,
  IGNORED_ATTRIBUTE,
  OWNERSHIP_DOCUMENT,
  REPEATED,
  type Shape,
} from './known-elements.ts';
import { Placed } from './reader.ts';

const WARNINGS_AT_MOST = 1_000;

/** A shape made ready for asking. */
interface Known {
  readonly children: ReadonlyMap<string, Known>;
  /** One bit of its own among its siblings; none where it may stand more than once. */
  readonly bit: number;
  readonly isTextRead: boolean;
  readonly attribute: string | undefined;
}

const DOCUMENT = known('ownershipDocument', OWNERSHIP_DOCUMENT, 0);

/**
 * Warns of whatever in a document is not read and not known to mean nothing: elements and attributes
 * that no schema version has in their place, elements that come again where a document has one, text
 * beside elements.
 */
export function warnOfUnread(document: Placed, findings: Findings): void {
  if (document.element === undefined || isAllRead(document.element, DOCUMENT)) return;
  const found: Findings['warnings'] = [];
  look(document, DOCUMENT, (code, { path }, message) => {
    if (found.length < WARNINGS_AT_MOST) found.push({ code, path, message });
  });
  findings.warnings.push(...found);
}

function known(name: string, shape: Shape, index: number): Known {
  const inner = Object.entries(shape ?? {});
  return {
    children: new Map(inner.map(([child, one], place) => [child, known(child, one, place)])),
    bit: REPEATED.has(name) ? 0 : 1 << index,
    isTextRead: shape === null || 'value' in shape,
    attribute: ATTRIBUTES[name],
  };
}

/** The same question without places, as all but one document in thousands have nothing to warn of. */
function isAllRead(element: XmlElement, { children, isTextRead, attribute }: Known): boolean {
  for (const name in element.attributes) {
    if (name !== attribute && !IGNORED_ATTRIBUTE.test(name)) return false;
  }
  if (element.children.length === 0) return isTextRead || textOf(element) === null;
  if (element.text !== '') return false;
  let seen = 0;
  for (const child of element.children) {
    const rule = children.get(child.name);
    if (rule === undefined || (seen & rule.bit) !== 0 || !isAllRead(child, rule)) return false;
    seen |= rule.bit;
  }
  return true;
}

type Warn = (code: 'UNKNOWN_ELEMENT' | 'REPEATED_ELEMENT', place: Placed, message: string) => void;

function look(place: Placed, { children, isTextRead, attribute }: Known, warn: Warn): void {
  const { element } = place;
  if (element === undefined) return;
  for (const name of Object.keys(element.attributes)) {
    if (name !== attribute && !IGNORED_ATTRIBUTE.test(name)) {
      warn('UNKNOWN_ELEMENT', place, `No known schema version has the attribute "${clip(name)}".`);
    }
  }
  const hasValue = element.children.some(({ name }) => name === 'value');
  if ((!isTextRead || hasValue) && textOf(element) !== null) {
    warn('UNKNOWN_ELEMENT', place, 'No known schema version has text here, and it is not read.');
  }
  const counts = new Map<string, number>();
  for (const child of element.children) {
    const { name } = child;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    const rule = children.get(name);
    if (rule === undefined) {
      if (count > 1) continue;
      const message = 'No known schema version has this element here.';
      warn('UNKNOWN_ELEMENT', new Placed(child, name, place), message);
    } else if (rule.bit !== 0 && count > 1) {
      const message = 'It stands here once in every schema version: only the first is read.';
      warn('REPEATED_ELEMENT', new Placed(child, `${name}[${count}]`, place), message);
    } else {
      const isOneOfMany = rule.bit === 0 && name !== 'footnotes' && !name.endsWith('Table');
      look(new Placed(child, isOneOfMany ? `${name}[${count}]` : name, place), rule, warn);
    }
  }
}
