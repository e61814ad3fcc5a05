/** One line of a page and the cells it holds; a line that is no table row is one cell. */
export interface PageRow {
  /** Counted from 1. */
  readonly line: number;
  readonly text: string;
  readonly cells: readonly PageCell[];
}

/** A cell as printed, and where it starts. */
export interface PageCell {
  readonly raw: string;
  /** Counted from 1. */
  readonly column: number;
}

/** Splits a page into rows: by tabs, or by the pipes of Markdown; separator rows are left out. */
export function pageRows(page: string): PageRow[] {
  return page.split(/\r\n|\r|\n/).flatMap((text, index) => {
    if (text.includes('|') && text.includes('--') && /^[\s:|-]+$/.test(text)) return [];
    const separator = text.includes('\t') ? '\t' : /^\s*\|.*\|\s*$/.test(text) ? '|' : null;
    return [{ line: index + 1, text, cells: splitCells(text, separator) }];
  });
}

function splitCells(text: string, separator: string | null): PageCell[] {
  if (separator === null) return [{ raw: text, column: 1 }];
  const start = separator === '|' ? text.indexOf('|') + 1 : 0;
  const end = separator === '|' ? text.lastIndexOf('|') : text.length;
  const cells: PageCell[] = [];
  let column = start;
  for (const raw of text.slice(start, end).split(separator)) {
    cells.push({ raw, column: column + 1 });
    column += raw.length + 1;
  }
  return cells;
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  rsquo: '’',
  lsquo: '‘',
  rdquo: '”',
  ldquo: '“',
  ndash: '–',
  mdash: '—',
};

/** An entity's character; one that is unknown, or names what is no character of text, stays as it is. */
function decodeEntity(entity: string, name: string): string {
  if (!name.startsWith('#')) return ENTITIES[name] ?? entity;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  if (code > 0x10ffff) return entity;
  const character = String.fromCodePoint(code);
  return /[^\P{Cc}\s]|\p{Cs}/u.test(character) ? entity : character;
}

/** The words of a printed cell: tags, Markdown and its escapes taken off, white space folded. */
export function plain(raw: string): string {
  return raw
    .replace(/<\/?[a-zA-Z][^<>]{0,200}>/g, ' ')
    .replace(/\*\*|__/g, ' ')
    .replace(/\\([\\$*_[\]()#+.!|~`>-])/g, '$1')
    .replace(/&(\w{2,5}|#\d{2,7}|#x[\da-f]{2,6});/gi, decodeEntity)
    .replace(/\s+/g, ' ')
    .trim();
}

/** A cell's words without its footnote marks, and the numbers of those. */
export interface MarkedText {
  readonly text: string;
  readonly marks: readonly number[];
}

const SUPERSCRIPT = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const RAISED = /<sup>([^<>]{0,60})<\/sup>|[⁽(]\s?([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})\s?[⁾)]/g;
const BRACKETED = /\((\s?\d{1,3}\s?)\)|\[(\s?\d{1,3}\s?)\]/g;
const BRACKETED_AT_END = /(?:\s*(?:\(\s?\d{1,3}\s?\)|\[\s?\d{1,3}\s?\])){1,20}$/;

/**
 * Takes the footnote marks out of a cell: `⁽¹⁾`, `<sup>(1)</sup>`, `(1)`, `[1]`, several of them too. In
 * a cell of words a bare `(1)` is a mark at its end alone.
 */
export function takeMarks(raw: string, isWords: boolean): MarkedText {
  const marks: number[] = [];
  const take = (found: string) => {
    for (const digits of found.match(/[\d⁰¹²³⁴⁵⁶⁷⁸⁹]+/g) ?? []) marks.push(numberOf(digits));
    return ' ';
  };
  let text = plain(raw.replace(RAISED, take));
  text = isWords ? text.replace(BRACKETED_AT_END, take) : text.replace(BRACKETED, take);
  return { text: text.replace(/\s+/g, ' ').trim(), marks: [...new Set(marks)] };
}

/** The number that plain or superscript digits write. */
export function numberOf(digits: string): number {
  return Number(digits.replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (digit) => String(SUPERSCRIPT.indexOf(digit))));
}
