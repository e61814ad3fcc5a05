/** One line of a page and the cells it holds; a line that is no table row is one cell. */
export interface TextRow {
  /** The character at which the line starts. */
  readonly at: number;
  readonly text: string;
  /** Its first words, what separates cells as blanks: enough to know a title or a heading by. */
  readonly start: string;
  readonly cells: readonly TextCell[];
}

/** A cell as printed, and the character at which it starts. */
export interface TextCell {
  readonly raw: string;
  readonly at: number;
}

const LINE_END = /\r\n|\r|\n/g;
/** What separates its cells; a pipe within a cell is written with a backslash. */
export const PIPE = /(?<!\\)\|/;
const PIPES = new RegExp(PIPE, 'g');
/** A cell of the line below a table's head. */
const RULE = /^:?-+:?$/;
const SURE_RULE = /:|--/;
/**
 * Far more than a form has columns: a line of more is one cell, and in a table a row refused for
 * it.
 */
const CELLS_AT_MOST = 1_000;
/** No title or heading of a form is as long as this. */
const LONGEST_START = 400;

/** Splits a page into rows: by tabs, or by the pipes of Markdown; separator rows are left out. */
export function pageRows(page: string): TextRow[] {
  const rows: TextRow[] = [];
  const add = (text: string, at: number) => {
    const hasPipes = text.includes('|');
    if (hasPipes && isRule(text)) return;
    const isPiped = hasPipes && !text.includes('\t') && isBetweenPipes(text.trim());
    rows.push(new PageLine(at, text, isPiped));
  };
  let at = 0;
  if (page.includes('\r')) {
    for (const { 0: end, index } of page.matchAll(LINE_END)) {
      add(page.slice(at, index), at);
      at = index + end.length;
    }
  } else {
    // Without carriage returns, as nearly always: several times as fast.
    for (let end = page.indexOf('\n'); end >= 0; end = page.indexOf('\n', at)) {
      add(page.slice(at, end), at);
      at = end + 1;
    }
  }
  add(page.slice(at), at);
  return rows;
}

/** A line of one cell, whatever is in it. */
export function wholeRow(at: number, text: string): TextRow {
  return { at, text, start: text.slice(0, LONGEST_START), cells: [{ raw: text, at }] };
}

/** Cells are made when they are asked for: most lines of a page are in no table. */
class PageLine implements TextRow {
  readonly at: number;
  readonly text: string;
  readonly #isPiped: boolean;
  #cells: readonly TextCell[] | undefined;

  constructor(at: number, text: string, isPiped: boolean) {
    this.at = at;
    this.text = text;
    this.#isPiped = isPiped;
  }

  get start(): string {
    if (!this.#isPiped) return this.text.slice(0, LONGEST_START).replaceAll('\t', ' ');
    const from = this.text.indexOf('|') + 1;
    const to = Math.min(this.text.lastIndexOf('|'), from + LONGEST_START);
    return this.text.slice(from, to).replace(PIPES, ' ');
  }

  get cells(): readonly TextCell[] {
    this.#cells ??= splitCells(this.text, this.at, this.#isPiped);
    return this.#cells;
  }
}

function isBetweenPipes(text: string): boolean {
  return text.length > 1 && text.startsWith('|') && text.endsWith('|');
}

function isRule(text: string): boolean {
  if (!SURE_RULE.test(text) || !/^[\s:|-]+$/.test(text)) return false;
  return text.split('|').every((cell) => cell.trim() === '' || RULE.test(cell.trim()));
}

function splitCells(text: string, at: number, isPiped: boolean): TextCell[] {
  if (!isPiped && !text.includes('\t')) return [{ raw: text, at }];
  const start = isPiped ? text.indexOf('|') + 1 : 0;
  const end = isPiped ? text.lastIndexOf('|') : text.length;
  const raws = text.slice(start, end).split(isPiped ? PIPE : '\t', CELLS_AT_MOST + 1);
  if (raws.length > CELLS_AT_MOST) return [{ raw: text, at }];
  const cells: TextCell[] = [];
  let from = start;
  for (const raw of raws) {
    cells.push({ raw, at: at + from });
    from += raw.length + 1;
  }
  return cells;
}
