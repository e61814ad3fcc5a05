import { BLANK_ENTITY } from '../blanks.ts';
import { unaligned } from './aligned-table.ts';
import { undrawn } from './drawn-table.ts';
import { withoutOpenPipes } from './open-pipes.ts';
import { type PageText, rewrite } from './rewrite.ts';
import { tickedBoxes } from './ticked-boxes.ts';

/** Blanks that word processors, mail and HTML put for the plain one, but for tab and line ends. */
const BLANK = /[^\S\t\r\n ]/g;
/** The list of links that text browsers print below a page, and their numbers in it. */
const REFERENCES = /^[ \t]*References[ \t]*$/m;
const REFERENCE = /(?<![\w)\]])\[\d{1,4}\](?=[^\s[(])/g;

const NOTHING = /(?!)/g;
/** The words below which signatures stand, wrapped in a narrow column beside that of their date. */
const WRAPPED_SIGNATURE =
  /\*\*[ \t]*Signature of(?: Reporting)?(?:[ \t]+Date)?[ \t]*\r?\n[ \t]*(?:Reporting )?Person\b/g;

/**
 * The text of a page in the one shape that is read: plain blanks, and tabs between the cells of a
 * table, however a converter drew it.
 */
export function pageText(document: string): PageText {
  const blank = document.replace(BLANK, ' ');
  const decoded = withoutEach(blank, BLANK_ENTITY, ' ');
  const opened = withoutOpenPipes(decoded.text);
  const whole = { text: withoutBreaks(opened.text), sourceAt: (at: number) => at };
  const ticked = tickedBoxes(whole.text);
  const drawn = undrawn(ticked.text);
  const aligned = unaligned(drawn.text);
  const signed = withoutEach(aligned.text, WRAPPED_SIGNATURE, '** Signature of Reporting Person');
  const hasReferences = REFERENCES.test(signed.text);
  const links = withoutEach(signed.text, hasReferences ? REFERENCE : NOTHING, '');
  const steps = [links, signed, aligned, drawn, ticked, whole, opened, decoded];
  return { text: links.text, sourceAt: (at) => steps.reduce((to, step) => step.sourceAt(to), at) };
}

/** The most lines that line breaks within its cells make of one row. */
const BROKEN_AT_MOST = 12;

/** Rows of pipes that a break within a cell has cut, each on one line again; places are kept. */
function withoutBreaks(page: string): string {
  if (!/^[ \t]*\|[^\n]*[^|\s][ \t]*$/m.test(page)) return page;
  const lines = page.split('\n');
  let text = '';
  for (let index = 0; index < lines.length; index += 1) {
    const end = index + lastOfRow(lines.slice(index, index + BROKEN_AT_MOST));
    text += `${lines.slice(index, end + 1).join(' ')}${end + 1 < lines.length ? '\n' : ''}`;
    index = end;
  }
  return text;
}

/**
 * How many lines further a row that begins with a pipe ends with one; 0 where it is no such row.
 */
function lastOfRow(lines: readonly string[]): number {
  const [first = ''] = lines;
  if (!/^\s*\|/.test(first) || first.trimEnd().endsWith('|')) return 0;
  for (const [index, line] of lines.entries()) {
    if (index > 0 && (line.trim() === '' || /^\s*\|/.test(line))) return 0;
    if (index > 0 && line.trimEnd().endsWith('|')) return index;
  }
  return 0;
}

function withoutEach(page: string, pattern: RegExp, instead: string): PageText {
  const rewritings = [...page.matchAll(pattern)].map(({ 0: found, index }) => ({
    from: index,
    to: index + found.length,
    pieces: [{ text: instead, at: index }],
  }));
  return rewrite(page, rewritings);
}
