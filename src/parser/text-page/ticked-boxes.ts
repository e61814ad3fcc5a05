import { type PageText, rewrite } from './rewrite.ts';

/** A small box of three lines; the line in its middle has a tick. */
const TOP = /^([ \t]*)[┌+]([─-]{1,8})[┐+](?!\S)/;
const TICK = /^[│|] *[xX☒☑✓✔] *[│|]/;
/** A label is not further from its box, nor has it more lines above or below. */
const NEAR = 8;
const LINES_AT_MOST = 60;
/** How the label of a box begins that stands right below another label. */
const BEGINS = /^(?:Check this|Form 3 Holdings|Form 4 Transactions)/i;
/** A page has five at most. */
const BOXES_AT_MOST = 20;

/**
 * A page with the labels of ticked boxes that are drawn, as text browsers do, on a line of their
 * own behind the tick. A box stands beside the middle of its label, which in a narrow column has
 * many lines, with words of other boxes beside them.
 */
export function tickedBoxes(page: string): PageText {
  if (!/^[ \t]*[┌+][─-]{1,8}[┐+](?!\S)/m.test(page)) return rewrite(page, []);
  const lines = page.split('\n');
  const starts: number[] = [];
  let at = 0;
  for (const line of lines) {
    starts.push(at);
    at += line.length + 1;
  }
  const labels: { readonly line: number; readonly label: string }[] = [];
  for (let top = 0; top + 1 < lines.length && labels.length < BOXES_AT_MOST; top += 1) {
    const found = labelOf(lines, top);
    if (found !== null) labels.push(found);
  }
  const rewritings = labels
    .sort((a, b) => a.line - b.line)
    .map(({ line, label }) => {
      const from = starts[line] ?? 0;
      return { from, to: from, pieces: [{ text: `X ${label}\n`, at: from }] };
    });
  return rewrite(page, rewritings);
}

/** The label of the ticked box whose upper edge a line is, and its first line; null for others. */
function labelOf(lines: readonly string[], top: number) {
  const [edge, indent = '', level = ''] = TOP.exec(lines[top] ?? '') ?? [];
  if (edge === undefined || !TICK.test((lines[top + 1] ?? '').slice(indent.length))) return null;
  const end = indent.length + level.length + 2;
  const columns = [top, top + 1, top + 2].map((line) =>
    (lines[line] ?? '').slice(end).search(/\S/),
  );
  const gap = Math.min(...columns.filter((column) => column >= 0));
  if (gap > NEAR) return null;
  const words = (line: number) => wordsAt(lines[line] ?? '', end + gap);
  const begins = (line: number) => BEGINS.test(`${words(line)} ${words(line + 1)}`);
  let first = words(top) === '' ? top + 1 : top;
  while (first > 0 && !begins(first) && top - first < LINES_AT_MOST) {
    if (words(first - 1) === '') break;
    first -= 1;
  }
  let last = first;
  while (last - first < LINES_AT_MOST && words(last + 1) !== '' && !begins(last + 1)) last += 1;
  const label = Array.from({ length: last - first + 1 }, (_, index) => words(first + index));
  return { line: first, label: label.join(' ') };
}

/** The words of a line that begin at a column; "" where none do. */
function wordsAt(line: string, column: number): string {
  if (/\S/.test(line.slice(Math.max(0, column - 1), column))) return '';
  const words = line.slice(column);
  return /^\s/.test(words) ? '' : (words.split(/\s{2,}/)[0] ?? '');
}
