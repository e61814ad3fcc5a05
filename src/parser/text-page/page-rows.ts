/** One line of a page and the cells it holds; a line that is no table row is one cell. */
export interface TextRow {
  /** The character at which the line starts. */
  readonly at: number;
  readonly text: string;
  readonly cells: readonly TextCell[];
}

/** A cell as printed, and the character at which it starts. */
export interface TextCell {
  readonly raw: string;
  readonly at: number;
}

const LINE = /([^\r\n]*)(?:\r\n|\r|\n|$)/g;
const PIPED = /^\s*\|.*\|\s*$/;
/** What separates its cells; a pipe within a cell is written with a backslash. */
export const PIPE = /(?<!\\)\|/;
/** A cell of the line below a table's head. */
const RULE = /^:?-+:?$/;
const SURE_RULE = /:|--/;

/** Splits a page into rows: by tabs, or by the pipes of Markdown; separator rows are left out. */
export function pageRows(page: string): TextRow[] {
  const rows: TextRow[] = [];
  for (const match of page.matchAll(LINE)) {
    const text = match[1] ?? '';
    if (text.includes('|') && /^[\s:|-]+$/.test(text) && isRule(text)) continue;
    const separator = text.includes('\t') ? '\t' : PIPED.test(text) ? '|' : null;
    rows.push({ at: match.index, text, cells: splitCells(text, match.index, separator) });
  }
  return rows;
}

function isRule(text: string): boolean {
  const cells = text.split('|').map((cell) => cell.trim());
  return SURE_RULE.test(text) && cells.every((cell) => cell === '' || RULE.test(cell));
}

function splitCells(text: string, at: number, separator: string | null): TextCell[] {
  if (separator === null) return [{ raw: text, at }];
  const isPiped = separator === '|';
  const start = isPiped ? text.indexOf('|') + 1 : 0;
  const end = isPiped ? text.lastIndexOf('|') : text.length;
  const cells: TextCell[] = [];
  let from = start;
  for (const raw of text.slice(start, end).split(isPiped ? PIPE : separator)) {
    cells.push({ raw, at: at + from });
    from += raw.length + 1;
  }
  return cells;
}
