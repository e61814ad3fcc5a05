import type { SecurityTable } from '../filing.ts';
import type { MarkedText, PageCell, PageTable } from '../page/index.ts';
import {
  cellsOf,
  descendants,
  type HtmlElement,
  leafRows,
  wordsOf,
  wordsWithout,
} from './html-element.ts';

const TITLE = /^Table (I|II)\b/i;

/** Tables I and II of a page, found by their titles. */
export function readTables(rows: readonly HtmlElement[]): PageTable[] {
  return rows.flatMap((row) => {
    const cells = cellsOf(row);
    const [title] = cells;
    const match = title && cells.length === 1 ? TITLE.exec(wordsOf(title)) : null;
    const table = match && tableAround(row);
    return match && table
      ? [readTable(match[1]?.toUpperCase() === 'I' ? 'NON_DERIVATIVE' : 'DERIVATIVE', table, row)]
      : [];
  });
}

function tableAround(row: HtmlElement): HtmlElement | null {
  let around = row.parent;
  while (around !== null && around.name !== 'table') around = around.parent;
  return around;
}

function readTable(kind: SecurityTable, table: HtmlElement, title: HtmlElement): PageTable {
  const rows = leafRows(table);
  const below = rows.slice(rows.indexOf(title) + 1);
  const isHeading = (row: HtmlElement) => cellsOf(row).some(({ name }) => name === 'th');
  const headings = below.filter(isHeading);
  return {
    table: kind,
    headings: headingGrid(headings),
    rows: below
      .filter((row) => !isHeading(row))
      .map((row) => ({ at: row.at, cells: cellsOf(row).map(pageCell) })),
  };
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
