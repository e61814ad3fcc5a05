import { LOOSE_LINES } from './drawing.ts';

const TICK = /^[xX☑☒✓✔]$/;
/** The box below, where nothing parts the two. */
const NEXT_BOX = /^\W*[56]\. (?:Individual|If Amend)/;
const FIRST_ROW = /\bDirector\b.*?\b10\s?%/;

/**
 * The words of a cell with the relationship box, whose boxes stand in two columns: in a narrow one
 * the labels are wrapped beside each other. Each label follows its tick, title and text are
 * underlined. Null where the lines are those of no such box.
 */
export function relationshipWords(drawn: readonly string[]): string | null {
  if (!holdsRelationship(drawn)) return null;
  const whole = drawn.map((line) => line.replace(LOOSE_LINES, ' '));
  const end = whole.findIndex((line) => NEXT_BOX.test(line));
  const lines = end < 0 ? whole : whole.slice(0, end);
  const top = lines.findIndex((line) => FIRST_ROW.test(line));
  if (top < 0) return null;
  const first = lines[top] ?? '';
  const columns = { left: first.indexOf('Director'), right: first.search(/10\s?%/) };
  const rows = lines.slice(top).map((line) => splitLine(line, columns));
  const second = rows.findIndex(
    ({ left, right }) => /^Officer\b/.test(left.words) || /^Other\b/.test(right.words),
  );
  const last = rows.findLastIndex(({ left, right }) =>
    [left, right].some(({ words }) => /\bbelow\)/.test(words)),
  );
  if (second < 1 || last < second) return null;
  const parts = [rows.slice(0, second), rows.slice(second, last + 1)];
  const boxes = parts.flatMap((part) => [
    labelled(part.map(({ left }) => left)),
    labelled(part.map(({ right }) => right)),
  ]);
  const below = rows.slice(last + 1);
  const stated = [
    labelled(below.map(({ left }) => left)),
    labelled(below.map(({ right }) => right)),
  ].map((text) => `<u>${text.replaceAll('<', '&lt;')}</u>`);
  const words = [...lines.slice(0, top), ...boxes, ...stated, ...whole.slice(lines.length)];
  return words.join(' ').replace(/\s+/g, ' ').trim();
}

/** Whether lines hold the label and the first boxes of the relationship box. */
export function holdsRelationship(lines: readonly string[]): boolean {
  const label = lines.findIndex((line) => line.includes('Relationship'));
  return label >= 0 && lines.slice(label + 1).some((line) => line.includes('Director'));
}

interface Half {
  readonly isTicked: boolean;
  readonly words: string;
}

/** The label that the lines of a column make, after its tick, which may stand on any of them. */
function labelled(column: readonly Half[]): string {
  const words = column.flatMap((half) => (half.words === '' ? [] : [half.words]));
  return [...(column.some(({ isTicked }) => isTicked) ? ['X'] : []), ...words].join(' ');
}

/** What a line has in each of the two columns, which begin where they do on the first line. */
function splitLine(line: string, columns: { readonly left: number; readonly right: number }) {
  const cut = cutOf(line, columns.right);
  const before = line.slice(0, cut).trimEnd();
  const tickAt = before.search(/\S+$/);
  const isRight = tickAt >= columns.left && TICK.test(before.slice(tickAt));
  const left = isRight ? before.slice(0, tickAt) : before;
  const [first = '', ...others] = left.trim().split(/\s+/);
  const isLeft = TICK.test(first) && left.search(/\S/) < columns.left;
  return {
    left: { isTicked: isLeft, words: (isLeft ? others : [first, ...others]).join(' ') },
    right: { isTicked: isRight, words: line.slice(cut).trim() },
  };
}

/** Where the right column begins: words that are centred in it may begin before it does. */
function cutOf(line: string, right: number): number {
  if (right >= line.length || line[right - 1] === ' ') return right;
  const starts = [...line.matchAll(/\s{2}(?=\S)/g)].map(({ index }) => index + 2);
  const near = (start: number) => Math.abs(start - right);
  return starts.sort((a, b) => near(a) - near(b))[0] ?? right;
}
