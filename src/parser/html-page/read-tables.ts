import type { SecurityTable } from '../filing.ts';
import { headerLength, type MarkedText, type PageCell, type PageTable } from '../page/index.ts';
import {
  cellsOf,
  descendants,
  type HtmlElement,
  startOf,
  wordsOf,
  wordsWithout,
} from './html-element.ts';
import { partsBelow } from './table-parts.ts';

const TITLE = /^Table (I|II)\b/i;

/** Enough to see that a table is on the page a second time, which no page's is. */
const TITLES_AT_MOST = 4;

/** Tables I and II of a page, found by their titles. */
export function readTables(rows: readonly HtmlElement[]): PageTable[] {
  const titles = new Map<HtmlElement, SecurityTable>();
  for (const row of rows) {
    const [title, other] = cellsOf(row);
    const match = title && other === undefined ? TITLE.exec(startOf(title)) : null;
    if (match === null) continue;
    titles.set(row, match[1]?.toUpperCase() === 'I' ? 'NON_DERIVATIVE' : 'DERIVATIVE');
    if (titles.size === TITLES_AT_MOST) break;
  }
  return [...titles].map(([title, table]) => readTable(table, title, titles));
}

/** A page's header has two rows; what is below this many is read as lines. */
const HEADER_AT_MOST = 8;

function readTable(
  table: SecurityTable,
  title: HtmlElement,
  titles: ReadonlyMap<HtmlElement, SecurityTable>,
): PageTable {
  const { rows: below, strayAt } = partsBelow(title, titles);
  const isHeading = (row: HtmlElement) =>
    cellsOf(row).some(({ name }) => name === 'th') && !cellsOf(row).some(isOwnership);
  const head = below.slice(0, HEADER_AT_MOST);
  const words = () => head.map((row) => cellsOf(row).map((cell) => startOf(cell)));
  const firstRow = head.findIndex((row) => !isHeading(row));
  const marked = firstRow < 0 ? head.length : firstRow;
  const end = marked > 0 ? marked : headerLength(words());
  return {
    table,
    at: title.at,
    strayAt,
    headings: headingGrid(below.slice(0, end)),
    rows: below.slice(end).map((row) => ({ at: row.at, cells: cellsOf(row).map(pageCell) })),
  };
}

/** D or I, as every line has it and no heading. */
function isOwnership(cell: HtmlElement): boolean {
  return /^[DI](?:\s?\(.*)?$/i.test(startOf(cell));
}

/** A cell's marks are its raised numbers; what else is in brackets is part of its words. */
function pageCell(cell: HtmlElement): PageCell {
  let marked: MarkedText | undefined;
  return {
    at: cell.at,
    read: () => {
      marked ??= readMarked(cell);
      return marked;
    },
  };
}

const MARKS = /^\(?\s*\d{1,5}\s*\)?(?:[\s,]*\(?\s*\d{1,5}\s*\)?)*$/;

function readMarked(cell: HtmlElement): MarkedText {
  const marks = new Set<number>();
  const isMark = (inner: HtmlElement) => inner.name === 'sup' && MARKS.test(wordsOf(inner));
  for (const raised of descendants(cell, 'sup')) {
    if (!isMark(raised)) continue;
    for (const digits of wordsOf(raised).match(/\d+/g) ?? []) marks.add(Number(digits));
  }
  return { text: marks.size === 0 ? wordsOf(cell) : wordsWithout(cell, isMark), marks: [...marks] };
}

const COLUMNS_AT_MOST = 64;

/** Headings in the columns above which they stand, spans counted out; "" where one goes on. */
function headingGrid(rows: readonly HtmlElement[]): string[][] {
  const grid: (string | undefined)[][] = rows.map(() => []);
  for (const [top, row] of rows.entries()) {
    let column = 0;
    for (const cell of cellsOf(row)) {
      while (grid[top]?.[column] !== undefined) column += 1;
      const width = span(cell.attributes.colspan, COLUMNS_AT_MOST);
      const height = span(cell.attributes.rowspan, rows.length - top);
      for (const [down, line] of grid.slice(top, top + height).entries()) {
        for (let right = 0; right < width; right += 1) {
          line[column + right] = down === 0 && right === 0 ? wordsOf(cell) : '';
        }
      }
      column += width;
      if (column >= COLUMNS_AT_MOST) break;
    }
  }
  return grid.map((line) => Array.from(line, (words) => words ?? ''));
}

function span(attribute: string | undefined, atMost: number): number {
  const count = Number.parseInt(attribute ?? '1', 10);
  return Number.isNaN(count) ? 1 : Math.min(Math.max(count, 1), atMost);
}
