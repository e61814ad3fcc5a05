import { type Drawing, drawingOf, LOOSE_LINES } from './drawing.ts';
import { type DrawnCell, drawnCells } from './drawn-cells.ts';
import { joined } from './joined.ts';
import { relationshipWords } from './relationship-box.ts';
import { type PageText, type Rewriting, rewrite } from './rewrite.ts';

/** A character that takes two columns of a terminal, and one that takes none. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g;
const COMBINING = /\p{Mn}/gu;
/** Stands for the second column of a wide character; of the private use area. */
const SECOND = '\uf8ff';
const SECONDS = /\uf8ff/g;

/** Taller than any page's table. */
const HEIGHT_AT_MOST = 20_000;
const COLUMNS_AT_MOST = 64;
/** What a rule across a cell leaves. */
const CELL_RULE = /[─━═]{3,}|-{8,}|_{8,}/g;

/**
 * A page whose tables are drawn with lines, as w3m, elinks and links dump them, with tabs between
 * the cells instead: each row on a line, a cell below a heading of several columns in the row below
 * it. What of boxes is left over, around a tick, becomes blank.
 */
export function undrawn(page: string): PageText {
  if (!/[─-╿]|^[ \t]*\+[-=]+\+/m.test(page)) return { text: page, sourceAt: (at) => at };
  const rewritings: Rewriting[] = [];
  const lines = linesOf(page);
  for (let index = 0; index < lines.length; index += 1) {
    const drawing = drawingOf(lines[index]?.text ?? '');
    const end = drawing === null ? -1 : edgeBelow(lines, index, drawing);
    if (drawing === null || end < 0) continue;
    const rewriting = rewriteTable(lines.slice(index, end + 1), drawing);
    if (rewriting !== null) rewritings.push(rewriting);
    index = end;
  }
  const rewritten = rewrite(page, rewritings);
  const text = rewritten.text.replace(LOOSE_LINES, ' ');
  return { text, sourceAt: (at) => rewritten.sourceAt(at) };
}

interface Line {
  readonly at: number;
  readonly text: string;
}

function linesOf(page: string): Line[] {
  let at = 0;
  return page.split('\n').map((text) => {
    const line = { at, text: text.replace(/\r$/, ' ') };
    at += text.length + 1;
    return line;
  });
}

/**
 * The index of a table's lower edge, which its lines lead to without a gap; -1 where there is none.
 */
function edgeBelow(lines: readonly Line[], top: number, drawing: Drawing): number {
  const edge = lines[top]?.text.search(/\S/) ?? 0;
  let last = -1;
  const most = Math.min(lines.length, top + HEIGHT_AT_MOST);
  for (let index = top + 1; index < most; index += 1) {
    const line = lines[index]?.text ?? '';
    if (drawing.bottom.test(line)) last = index;
    // The edge of a table and, right below it, that of the next one.
    if (last === index && drawing.top.test(lines[index + 1]?.text ?? '')) break;
    const isNested = drawing.top !== drawing.bottom && drawing.top.test(line);
    if (isNested || (last === index && drawing.top !== drawing.bottom)) break;
    const first = line[edge] ?? ' ';
    if (!drawing.isUpright(first) && !drawing.isJoint(first)) break;
  }
  return last;
}

/** Null where it has more columns than any form, or a line that does not end at its right edge. */
function rewriteTable(lines: readonly Line[], drawing: Drawing): Rewriting | null {
  const texts = lines.map(({ text }) => inColumns(text));
  const [width = 0] = texts.map((text) => text.trimEnd().length);
  if (texts.some((text) => text.trimEnd().length !== width)) return null;
  const groups = drawnCells(texts, drawing);
  const columns = [...new Set(groups.flat().map(({ left }) => left))].sort((a, b) => a - b);
  if (columns.length > COLUMNS_AT_MOST) return null;
  const pieces = groups.flatMap((cells) =>
    rowsOf(cells).flatMap((row) => [
      ...printRow(row, columns, lines),
      { text: '\n', at: lines[row[0]?.top ?? 0]?.at ?? 0 },
    ]),
  );
  const last = lines.at(-1);
  return { from: lines[0]?.at ?? 0, to: (last?.at ?? 0) + (last?.text.length ?? 0), pieces };
}

/** The line with a character for each column of the terminal. */
function inColumns(text: string): string {
  if (/^[\0-~─-╿]*$/.test(text)) return text;
  return text.replace(COMBINING, '').replace(WIDE, `$&${SECOND}`);
}

/**
 * The cells of a group by the line at which they begin: below a heading are those that it is over.
 */
function rowsOf(cells: readonly DrawnCell[]): DrawnCell[][] {
  const rows = new Map<number, DrawnCell[]>();
  for (const cell of cells) {
    const row = rows.get(cell.top);
    if (row === undefined) rows.set(cell.top, [cell]);
    else row.push(cell);
  }
  return [...rows].sort(([a], [b]) => a - b).map(([, row]) => row);
}

function printRow(row: readonly DrawnCell[], columns: readonly number[], lines: readonly Line[]) {
  const pieces: { text: string; at: number }[] = [];
  let column = 0;
  for (const { left, top, lines: words } of row.toSorted((a, b) => a.left - b.left)) {
    const line = lines[top];
    const at = (line?.at ?? 0) + Math.min(left, line?.text.length ?? 0);
    const index = columns.indexOf(left, column);
    pieces.push({ text: '\t'.repeat(index - column), at });
    pieces.push({ text: relationshipWords(words) ?? wordsIn(words), at });
    column = index;
  }
  pieces.push({
    text: '\t'.repeat(columns.length - 1 - column),
    at: lines[row[0]?.top ?? 0]?.at ?? 0,
  });
  return pieces;
}

function wordsIn(lines: readonly string[]): string {
  return joined(lines.map((line) => line.trim()))
    .replace(SECONDS, '')
    .replace(CELL_RULE, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
