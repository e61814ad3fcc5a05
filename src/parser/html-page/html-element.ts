import { foldBlanks } from '../blanks.ts';

/** An element of a page. */
export interface HtmlElement {
  /** In lower case. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Elements and texts, in order. */
  readonly children: (HtmlElement | string)[];
  readonly parent: HtmlElement | null;
  /** The character of the document at which it starts. */
  readonly at: number;
  /** Its words, once they have been asked for. */
  words?: string;
  /** Its first words, once they have been asked for. */
  start?: string;
}

/** What stands within words. A span holds a whole value: two side by side are never one amount. */
const INLINE = new Set(['a', 'b', 'em', 'font', 'i', 'strong', 'sub', 'sup', 'u']);

/** The words in an element, blanks folded. */
export function wordsOf(element: HtmlElement): string {
  element.words ??= foldBlanks(collect(element, '', isNothing)) ?? '';
  return element.words;
}

/** No label or title of a form is as long as this. */
const LONGEST_LABEL = 400;

/** The first words in an element, blanks folded: enough to know a label or a title by. */
export function startOf(element: HtmlElement): string {
  element.start ??= foldBlanks(collect(element, '', isNothing, LONGEST_LABEL)) ?? '';
  return element.start;
}

/** The words in an element without those of elements that are judged to be left out. */
export function wordsWithout(
  element: HtmlElement,
  isLeftOut: (inner: HtmlElement) => boolean,
): string {
  return foldBlanks(collect(element, '', isLeftOut)) ?? '';
}

function isNothing(): boolean {
  return false;
}

function collect(
  element: HtmlElement,
  before: string,
  isLeftOut: (inner: HtmlElement) => boolean,
  atMost = Number.POSITIVE_INFINITY,
): string {
  let words = before;
  for (const child of element.children) {
    if (words.length >= atMost) break;
    if (typeof child === 'string') {
      words += child.length < atMost ? child : child.slice(0, atMost);
    } else if (!isLeftOut(child)) {
      const edge = INLINE.has(child.name) ? '' : ' ';
      words = collect(child, words + edge, isLeftOut, atMost) + edge;
    }
  }
  return words;
}

/** All elements of a name inside an element, in document order. */
export function descendants(element: HtmlElement, name: string): HtmlElement[] {
  const found: HtmlElement[] = [];
  addDescendants(element, name, found);
  return found;
}

function addDescendants(element: HtmlElement, name: string, found: HtmlElement[]): void {
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    if (child.name === name) found.push(child);
    addDescendants(child, name, found);
  }
}

/** The child elements that are cells of a row. */
export function cellsOf(row: HtmlElement): HtmlElement[] {
  return row.children.filter(
    (child): child is HtmlElement =>
      typeof child !== 'string' && (child.name === 'td' || child.name === 'th'),
  );
}

/** The rows in an element that hold no row of their own, in document order. */
export function leafRows(element: HtmlElement): HtmlElement[] {
  const rows: HtmlElement[] = [];
  addLeafRows(element, rows);
  return rows;
}

/** Whether it found a row: one that holds another is no leaf. */
function addLeafRows(element: HtmlElement, rows: HtmlElement[]): boolean {
  let hasRow = false;
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    const isOuter = addLeafRows(child, rows);
    if (child.name === 'tr' && !isOuter) rows.push(child);
    hasRow ||= isOuter || child.name === 'tr';
  }
  return hasRow;
}
