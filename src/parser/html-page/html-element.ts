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

const INLINE = new Set(['a', 'b', 'em', 'font', 'i', 'span', 'strong', 'sub', 'sup', 'u']);

/** The words in an element, blanks folded; what is left out is judged element by element. */
export function wordsOf(
  element: HtmlElement,
  isLeftOut: (inner: HtmlElement) => boolean = () => false,
): string {
  const parts: string[] = [];
  const visit = (inner: HtmlElement) => {
    for (const child of inner.children) {
      if (typeof child === 'string') parts.push(child);
      else if (!isLeftOut(child)) {
        const isBlock = !INLINE.has(child.name);
        if (isBlock) parts.push(' ');
        visit(child);
        if (isBlock) parts.push(' ');
      }
    }
  };
  visit(element);
  return foldBlanks(parts.join(''));
}

/** Runs of white space as one space, control characters dropped. */
export function foldBlanks(text: string): string {
  return text
    .replace(/[^\P{Cc}\s]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** All elements of a name inside an element, in document order. */
export function descendants(element: HtmlElement, name: string): HtmlElement[] {
  const found: HtmlElement[] = [];
  const visit = (inner: HtmlElement) => {
    for (const child of inner.children) {
      if (typeof child === 'string') continue;
      if (child.name === name) found.push(child);
      visit(child);
    }
  };
  visit(element);
  return found;
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
