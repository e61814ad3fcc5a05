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
}

/** What stands within words. A span holds a whole value: two side by side are never one amount. */
const INLINE = new Set(['a', 'b', 'em', 'font', 'i', 'strong', 'sub', 'sup', 'u']);

const known = new WeakMap<HtmlElement, string>();

/** The words in an element, blanks folded. */
export function wordsOf(element: HtmlElement): string {
  let words = known.get(element);
  if (words === undefined) {
    words = foldBlanks(collect(element, '', isNothing));
    known.set(element, words);
  }
  return words;
}

/** The words in an element without those of elements that are judged to be left out. */
export function wordsWithout(
  element: HtmlElement,
  isLeftOut: (inner: HtmlElement) => boolean,
): string {
  return foldBlanks(collect(element, '', isLeftOut));
}

function isNothing(): boolean {
  return false;
}

function collect(
  element: HtmlElement,
  before: string,
  isLeftOut: (inner: HtmlElement) => boolean,
): string {
  let words = before;
  for (const child of element.children) {
    if (typeof child === 'string') words += child;
    else if (!isLeftOut(child)) {
      const edge = INLINE.has(child.name) ? '' : ' ';
      words = collect(child, words + edge, isLeftOut) + edge;
    }
  }
  return words;
}

/** Nothing to fold and nothing to drop: what nearly every cell holds. */
const PLAIN = /^[!-~]*(?: [!-~]+)*$/;

function foldBlanks(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .replace(/[^\P{Cc}\s]/gu, '\ufffd')
    .replace(/\s+/g, ' ')
    .trim();
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

/** The rows in an element that hold no table of their own, in document order. */
export function leafRows(element: HtmlElement): HtmlElement[] {
  return descendants(element, 'tr').filter((row) => descendants(row, 'tr').length === 0);
}
