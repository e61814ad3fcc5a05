import { type HtmlElement, wordsOf } from './html-element.ts';

/** What stands in a table below its title. */
export interface TableParts {
  readonly rows: readonly HtmlElement[];
  /** The character at which words stand that are in no cell of a row; null where there are none. */
  readonly strayAt: number | null;
}

/**
 * The rows of a title's own table below it, down to another title. Words that are in no cell of a
 * row are what is left of a row whose tags are broken: where they stand is given, never nothing.
 */
export function partsBelow(
  title: HtmlElement,
  titles: ReadonlyMap<HtmlElement, unknown>,
): TableParts {
  const rows: HtmlElement[] = [];
  let strayAt: number | null = null;
  let part: 'above' | 'below' | 'over' = 'above';
  const stray = (at: number) => {
    if (part === 'below') strayAt ??= at;
  };
  const walk = (element: HtmlElement): void => {
    for (const child of element.children) {
      if (part === 'over') return;
      if (typeof child === 'string') {
        if (child.trim() !== '') stray(element.at);
      } else if (child === title) part = 'below';
      else if (child.name === 'tr') {
        if (part === 'below' && titles.has(child)) part = 'over';
        else if (part === 'below') {
          rows.push(child);
          if (hasLooseWords(child)) stray(child.at);
        }
      } else if (CELLS.has(child.name)) {
        if (wordsOf(child) !== '') stray(child.at);
      } else if (!APART.has(child.name)) walk(child);
    }
  };
  const table = tableAround(title);
  if (table === null) return { rows, strayAt: title.at };
  walk(table);
  return { rows, strayAt };
}

const CELLS = new Set(['td', 'th']);
/** What has words of its own: another table, which is read by itself, or a caption. */
const APART = new Set(['table', 'caption']);

function hasLooseWords(row: HtmlElement): boolean {
  return row.children.some((child) =>
    typeof child === 'string'
      ? child.trim() !== ''
      : !CELLS.has(child.name) && wordsOf(child) !== '',
  );
}

function tableAround(row: HtmlElement): HtmlElement | null {
  let around = row.parent;
  while (around !== null && around.name !== 'table') around = around.parent;
  return around;
}
