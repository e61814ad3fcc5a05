import { type PageText, type Rewriting, rewrite } from './rewrite.ts';

/** What parts cells that stand in columns: three blanks, as many as no words have between them. */
const GAP = / {3,}/;
const TITLE = /^ {0,3}TABLE I{1,2} - /i;
const TITLED = /^ {0,3}(?:1\. )?TITLE OF /i;
/** A title is wrapped into no more lines than this. */
const TITLE_LINES_AT_MOST = 8;
/** A page has two; what has more is refused for it. */
const TABLES_AT_MOST = 4;
/** As many columns as no form has. */
const COLUMNS_AT_MOST = 64;

/**
 * A page whose tables stand in columns of blanks, as html-to-text prints them, with tabs between
 * the cells instead. A cell that is wrapped goes on in the lines below its row: they are put
 * together where the words could not have stood on the line above, else they stay a row of their
 * own.
 */
export function unaligned(page: string): PageText {
  if (!/^ {0,3}TABLE I{1,2} - /im.test(page)) return { text: page, sourceAt: (at) => at };
  const rewritings: Rewriting[] = [];
  let block: Line[] = [];
  let at = 0;
  const lines = [...page.split('\n'), ''];
  let isOther = false;
  for (const [index, text] of lines.entries()) {
    const isBlank = text.trim() === '';
    // A block that does not begin with a title is none of a table.
    if (block.length === 0) isOther = !isBlank && (isOther || !TITLE.test(text));
    if (isOther) at += text.length + 1;
    if (isOther) continue;
    if (!isBlank) block.push({ at, text: text.trimEnd() });
    else if (!goesOnBelow(block, lines[index + 1] ?? '')) {
      const rewriting = rewriteBlock(block);
      if (rewriting !== null) rewritings.push(rewriting);
      if (rewritings.length === TABLES_AT_MOST) break;
      block = [];
    }
    at += text.length + 1;
  }
  const boxes = rewriteBoxes(page);
  return rewrite(page, boxes === null ? rewritings : [boxes, ...rewritings]);
}

const BOX =
  /[1-6]\. (?:Name and Address|Issuer Name|Date of|Statement for|Relationship of|If Amendment|Individual or)/gi;

/**
 * The form's boxes, which stand beside one another above the tables: one after the other instead,
 * each column from top to bottom. Null where they stand so already.
 */
function rewriteBoxes(page: string): Rewriting | null {
  const to = /^ {0,3}TABLE I - /im.exec(page)?.index ?? 0;
  const from = page.slice(0, to).search(/^ {0,3}1\. Name and Address/m);
  if (from < 0) return null;
  const starts = new Set<number>();
  const lines = page.slice(from, to).split('\n');
  for (const line of lines) {
    for (const { 0: box, index } of line.matchAll(BOX)) {
      if (index === 0 || line.slice(index - 3, index) === '   ' || box.startsWith('1.'))
        starts.add(index);
    }
  }
  if (starts.size < 2 || starts.size > COLUMNS_AT_MOST) return null;
  const edges = [...starts].sort((a, b) => a - b);
  const pieces = edges.map((edge, index) => ({
    text: lines.map((line) => `${line.slice(edge, edges[index + 1]).trim()}\n`).join(''),
    at: from + edge,
  }));
  return { from, to, pieces };
}

interface Line {
  readonly at: number;
  readonly text: string;
}

/** Whether a blank line is a row without cells of a table that goes on below it. */
function goesOnBelow([title]: readonly Line[], next: string): boolean {
  return (
    title !== undefined && TITLE.test(title.text) && GAP.test(next.trim()) && !TITLE.test(next)
  );
}

/** Null where the block is no table in columns. */
function rewriteBlock(block: readonly Line[]): Rewriting | null {
  const [title] = block;
  const head = block.slice(0, TITLE_LINES_AT_MOST);
  const headed = head.findIndex(({ text }) => TITLED.test(text) && GAP.test(text));
  if (title === undefined || headed < 1 || !TITLE.test(title.text)) return null;
  if (block.some(({ text }) => text.includes('\t'))) return null;
  const below = block
    .slice(headed)
    .map((line) => ({ at: line.at, segments: segmentsIn(line.text) }));
  const starts = new Set(below.flatMap(({ segments }) => segments.map(({ from }) => from)));
  if (starts.size > COLUMNS_AT_MOST) return null;
  const edges = [...starts].sort((a, b) => a - b);
  const rows = below.map(({ at, segments }) => {
    const cells = edges.map(() => '');
    for (const { from, words } of segments) cells[edges.indexOf(from)] = words;
    return { at, cells };
  });
  const last = block.at(-1);
  return {
    from: title.at,
    to: (last?.at ?? 0) + (last?.text.length ?? 0),
    pieces: [
      {
        text: `${head
          .slice(0, headed)
          .map(({ text }) => text)
          .join(' ')}\n`,
        at: title.at,
      },
      ...joinWrapped(rows).flatMap(({ cells, at }) =>
        cells.map((words, index) => ({
          text: `${words}${index + 1 < cells.length ? '\t' : '\n'}`,
          at: at + (edges[index] ?? 0),
        })),
      ),
    ],
  };
}

/** What stands on a line between gaps, and where. */
interface Segment {
  readonly from: number;
  readonly words: string;
}

function segmentsIn(text: string): Segment[] {
  const segments: Segment[] = [];
  let from = 0;
  for (const part of text.split(/( {3,})/)) {
    const words = part.trim();
    if (words !== '') segments.push({ from: from + part.length - part.trimStart().length, words });
    from += part.length;
  }
  return segments;
}

interface AlignedRow {
  readonly at: number;
  readonly cells: readonly string[];
}

/** D or I, and its footnote marks. */
const OWNERSHIP = /^[DI](?:\s?[([⁽^<].*)?$/i;

/**
 * Rows with the lines that go on with their cells joined to them. Every line of the form says D or
 * I: a row begins with what has it, and the header ends before the first that does.
 */
function joinWrapped(rows: readonly AlignedRow[]): AlignedRow[] {
  const widths = (rows[0]?.cells ?? []).map((_, index) =>
    rows.reduce((most, { cells }) => Math.max(most, cells[index]?.length ?? 0), 0),
  );
  const joined: { at: number; cells: string[]; last: string[] }[] = [];
  for (const { at, cells } of rows) {
    const above = joined.at(-1);
    const goesOn =
      above !== undefined &&
      !cells.some((words) => OWNERSHIP.test(words)) &&
      cells.some((words) => words !== '') &&
      cells.every(
        (words, index) =>
          words === '' || isWrap(above.last[index] ?? '', words, widths[index] ?? 0),
      );
    if (above === undefined || !goesOn) joined.push({ at, cells: [...cells], last: [...cells] });
    else {
      for (const [index, words] of cells.entries()) {
        if (words === '') continue;
        above.cells[index] = `${above.cells[index] ?? ''} ${words}`;
        above.last[index] = words;
      }
    }
  }
  return joined;
}

/** Whether words can go on with a line: the first of them had no room there. */
function isWrap(line: string, words: string, width: number): boolean {
  const [first = ''] = words.split(' ', 1);
  return line !== '' && line.length + 1 + first.length > width;
}
