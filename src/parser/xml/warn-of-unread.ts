import { clip, type Findings } from '../findings.ts';
import { NO_ATTRIBUTES, ownTextOf, textOf, type XmlElement } from './element.ts';
import { holdsLine, isLineText, type Region, regionWithin } from './holds-line.ts';
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
 * Warns of whatever in a document is not read and not known to mean nothing: elements and
 * attributes that no schema version has in their place, elements that come again where a document
 * has one, text beside elements. It is a problem where a line, or a cell of one, would be lost by
 * it.
 */
export function warnOfUnread(document: Placed, findings: Findings): void {
  if (document.element === undefined || isAllRead(document.element, DOCUMENT)) return;
  const found: Found[] = [];
  const lost: Found[] = [];
  look(document, DOCUMENT, 'elsewhere', ({ isLost, code, place: { path }, message }) => {
    const list = isLost ? lost : found;
    if (list.length >= WARNINGS_AT_MOST) return;
    const more = isLost ? `${message} ${LOST}` : message;
    list.push({ code, path, message: more });
  });
  findings.warnings.push(...found);
  findings.problems.push(...lost);
}

type Found = Findings['warnings'][number];

const LOST = 'It holds what a line is made of, so the filing cannot be read without it.';

function known(name: string, shape: Shape, index: number): Known {
  const inner = Object.entries(shape ?? {});
  return {
    children: new Map(inner.map(([child, one], place) => [child, known(child, one, place)])),
    bit: REPEATED.has(name) ? 0 : 1 << index,
    isTextRead: shape === null || 'value' in shape,
    attribute: ATTRIBUTES[name],
  };
}

/**
 * The same question without places, as all but one document in thousands have nothing to warn of.
 */
function isAllRead(element: XmlElement, { children, isTextRead, attribute }: Known): boolean {
  if (element.attributes !== NO_ATTRIBUTES) {
    for (const name in element.attributes) {
      if (name !== attribute && !IGNORED_ATTRIBUTE.test(name)) return false;
    }
  }
  if (element.children.length === 0) return isTextRead || ownTextOf(element) === null;
  if (element.text !== '') return false;
  let seen = 0;
  for (const child of element.children) {
    const rule = children.get(child.name);
    if (rule === undefined || (seen & rule.bit) !== 0 || !isAllRead(child, rule)) return false;
    seen |= rule.bit;
  }
  return true;
}

/** Something that is not read, and whether a line is lost by it. */
interface Unread {
  readonly code: 'UNKNOWN_ELEMENT' | 'REPEATED_ELEMENT';
  readonly place: Placed;
  readonly message: string;
  readonly isLost: boolean;
}

type Tell = (unread: Unread) => void;

function look(place: Placed, known: Known, region: Region, tell: Tell): void {
  const { element } = place;
  if (element === undefined) return;
  lookAtText(place, element, known, region, tell);
  const within = regionWithin(element.name, region);
  const counts = new Map<string, number>();
  const firsts = new Map<string, XmlElement>();
  for (const child of element.children) {
    const { name } = child;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    const rule = known.children.get(name);
    if (rule === undefined) {
      const isLost = holdsLine(child, within);
      if (count > 1 && !isLost) continue;
      const message = known.isTextRead
        ? 'No known schema version has this element here; its text is read.'
        : 'No known schema version has this element here.';
      const at = new Placed(child, name, place, count > 1 ? count : null);
      tell({ code: 'UNKNOWN_ELEMENT', place: at, message, isLost });
    } else if (rule.bit !== 0 && count > 1) {
      const message = 'It stands here once in every schema version: only the first is read.';
      const isLost =
        within === 'line' && textOf(child) !== null && !isSame(firsts.get(name), child);
      const at = new Placed(child, name, place, count);
      tell({ code: 'REPEATED_ELEMENT', place: at, message, isLost });
    } else {
      if (count === 1) firsts.set(name, child);
      const isOneOfMany = rule.bit === 0 && name !== 'footnotes' && !name.endsWith('Table');
      look(new Placed(child, name, place, isOneOfMany ? count : null), rule, within, tell);
    }
  }
}

/** Attributes that no schema version has, and text in an element that has elements alone. */
function lookAtText(
  place: Placed,
  element: XmlElement,
  { isTextRead, attribute }: Known,
  region: Region,
  tell: Tell,
): void {
  const code = 'UNKNOWN_ELEMENT';
  const within = regionWithin(element.name, region);
  for (const [name, value] of Object.entries(element.attributes)) {
    if (name === attribute || IGNORED_ATTRIBUTE.test(name)) continue;
    const message = `No known schema version has the attribute "${clip(name)}".`;
    tell({ code, place, message, isLost: within === 'line' && isLineText(value, within) });
  }
  const hasValue = element.children.some(({ name }) => name === 'value');
  const text = ownTextOf(element);
  if ((isTextRead && !hasValue) || text === null) return;
  const message = 'No known schema version has text here, and it is not read.';
  tell({ code, place, message, isLost: isLineText(text, within) });
}

/** Whether two elements say the same, so that nothing is lost where one of them is not read. */
function isSame(first: XmlElement | undefined, again: XmlElement): boolean {
  if (first === undefined || first.children.length !== again.children.length) return false;
  return (
    ownTextOf(first) === ownTextOf(again) &&
    JSON.stringify(first.attributes) === JSON.stringify(again.attributes) &&
    first.children.every((child, index) => {
      const other = again.children[index];
      return other?.name === child.name && isSame(child, other);
    })
  );
}
