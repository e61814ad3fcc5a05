import { type PageText, rewrite } from '../text-page/index.ts';

/** Lines one below the other that begin and end with a pipe. */
const BLOCK = /^[ \t]*\|[^\n]*\|[ \t\r]*(?:\n[ \t]*\|[^\n]*\|[ \t\r]*)*$/gm;
const RULE = /^[\s|:-]+$/;
/** A pipe within a cell is written with a backslash. */
const CELL = /(?:\\.|[^|\\])*/g;
const BOLD = /\*\*/g;
const EMPHASIS = /(?<![\w*\\])\*(?=\S)([^*\n]{1,300})\*(?![\w*])/g;
const ESCAPE = /\\([\\$*_[\]()#+.!|~`>-])/g;

/**
 * An HTML page, some of whose tables a converter has written with the pipes of Markdown, with HTML
 * in their place. Null where there are none.
 */
export function withHtmlTables(page: string): PageText | null {
  const rewritings = [...page.matchAll(BLOCK)].map(({ 0: block, index }) => {
    let at = index;
    const pieces = block.split('\n').flatMap((line) => {
      const from = at;
      at += line.length + 1;
      return RULE.test(line) && line.includes('-') ? [] : [{ text: rowOf(line), at: from }];
    });
    return {
      from: index,
      to: index + block.length,
      pieces: [{ text: '<table>', at: index }, ...pieces, { text: '</table>', at: index }],
    };
  });
  return rewritings.length === 0 ? null : rewrite(page, rewritings);
}

function rowOf(line: string): string {
  const inner = line.trim().slice(1, -1);
  const cells = [...inner.matchAll(CELL)].flatMap(({ 0: cell, index }) =>
    cell === '' && index > 0 && inner[index - 1] !== '|' ? [] : [htmlOf(cell)],
  );
  // A cell over the whole table, such as its title, has empty ones behind it.
  const isOver = cells.slice(1).every((cell) => cell === '');
  const shown = isOver ? cells.slice(0, 1) : cells;
  return `<tr>${shown.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}

function htmlOf(cell: string): string {
  return cell.trim().replace(BOLD, '').replace(EMPHASIS, '$1').replace(ESCAPE, '$1');
}
