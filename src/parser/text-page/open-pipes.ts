import { PIPE } from './page-rows.ts';
import { type PageText, type Rewriting, rewrite } from './rewrite.ts';

/** The line below the first row of a table of more than one column, without pipes at its ends. */
const RULED = /^---(?:\|---){1,63}[ \t]*$/m;
/** That line below a table of any width, or a horizontal rule. */
const RULE = /^(?:---(?:\|---){0,63}|\* \* \*)[ \t]*$/;
const PIPES = new RegExp(PIPE, 'g');
/** Words in italics: the signs of it stand at the ends of words. */
const EMPHASIS = /(?<![\w\\_])_(?=[^\s_])([^_\n]{1,300})_(?!\w)/g;

/** What ends a line that is not broken to fit a width. */
const HARD_BREAK = / {2}\r?$/;
/** A word that Python's textwrap may break behind its hyphen, with no blank there. */
const HYPHENATED = /[^\W\d_]-$/;

/**
 * A page whose rows have pipes between their cells but none around them, as Python's html2text
 * leaves it, with tabs instead: each row on one line again, and no rules. What it prints below the
 * boxes of the relationship, in two columns, is underlined, as on the SEC's page.
 */
export function withoutOpenPipes(page: string): PageText {
  if (!RULED.test(page)) return { text: page, sourceAt: (at) => at };
  const rewritings: Rewriting[] = [];
  let at = 0;
  let isBelowBoxes = false;
  for (const lines of unbrokenLines(page)) {
    const line = lines.reduce(continued);
    const isRow = PIPE.test(line);
    const cells = () => (isBelowBoxes ? underlined(line) : line.replace(PIPES, '\t'));
    const text = RULE.test(line) ? '' : (isRow ? cells() : line).replace(EMPHASIS, '$1');
    const length = lines.reduce((sum, one) => sum + one.length + 1, -1);
    if (lines.length > 1 || text !== line) {
      rewritings.push({ from: at, to: at + length, pieces: [{ text, at }] });
    }
    isBelowBoxes = isRow && /\(specify below\)\s*$/i.test(line);
    at += length + 1;
  }
  return rewrite(page, rewritings);
}

/** The lines of a page, those apart that a width has broken. */
function unbrokenLines(page: string): string[][] {
  const lines = page.split('\n');
  // An editor may have taken the blanks at the ends of all lines: then none tells that it goes on.
  if (!lines.some((line) => HARD_BREAK.test(line))) return lines.map((line) => [line]);
  const groups: string[][] = [];
  let isOpen = false;
  for (const line of lines) {
    const isBlank = line.trim() === '';
    if (isOpen && !isBlank) groups.at(-1)?.push(line);
    else groups.push([line]);
    isOpen = !isBlank && !HARD_BREAK.test(line);
  }
  return groups;
}

function continued(before: string, line: string): string {
  const isWord = HYPHENATED.test(before) && /^\w*[^\W\d_]/.test(line);
  return `${before.trimEnd()}${isWord ? '' : ' '}${line}`;
}

/** The officer's title and the other's text; where the boxes' ticks have columns, not those. */
function underlined(line: string): string {
  const cells = line.split(PIPE).map((cell) => cell.trim());
  const [title = '', , other = ''] = cells[0] === '' ? cells.slice(1) : cells;
  return [title, other].map((text) => `<u>${text.replaceAll('<', '&lt;')}</u>`).join('\t');
}
