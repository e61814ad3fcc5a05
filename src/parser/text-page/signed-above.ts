import type { TextRow } from './page-rows.ts';
import { plain } from './plain.ts';
import { startsItem } from './read-notes.ts';
import { dateColumn, withWholeDates } from './signature-columns.ts';

/**
 * Ten joint filers, each over two lines, with room to spare; what stands further up is no
 * signature.
 */
const SIGNED_AT_MOST = 60;
const DATED = /(\d{1,2}\/\d{1,2}\/\d{4})[\s*_]{0,4}$/;
/** What is longer is no name, and is refused as one. */
const LONGEST_NAME = 2_500;
/** A date and what markup may put around it. */
const DATE_LENGTH = 80;

/**
 * The block of lines just above a signature line, and the blocks above that as long as each ends,
 * as a signature does, with a date. A first block below a list or a heading can be a remark that
 * ends with a date: it is one where the date is another and it lacks the "/s/" that a block below
 * has. Where the signature line has cells, as in a copy from a browser, so has a signature: what
 * has none is a remark.
 */
export function signedAbove(
  page: readonly TextRow[],
  index: number,
  isOtherPart: (row: TextRow) => boolean,
): readonly TextRow[] {
  const column = dateColumn(page[index]);
  const above = page.slice(Math.max(0, index - SIGNED_AT_MOST), index);
  const rows = withWholeDates(above, column);
  const isBlank = ({ text }: TextRow) => text.trim() === '';
  const isNotes = (row: TextRow) =>
    isOtherPart(row) || (startsItem(row.text) && !row.text.includes('/s/'));
  const isCelled = (page[index]?.cells.length ?? 0) > 1;
  const isRemark = ({ cells }: TextRow) => isCelled && cells.length === 1;
  const isConformed = (from: number, to: number) =>
    rows.slice(from, to).some(({ text }) => text.includes('/s/'));
  let start = rows.length;
  while (start > 0) {
    const to = rows.slice(0, start).findLastIndex((row) => !isBlank(row)) + 1;
    let from =
      rows.slice(0, to).findLastIndex((row) => isBlank(row) || isNotes(row) || isRemark(row)) + 1;
    if (from >= to) break;
    const before = rows[from - 1];
    from = nameBegins(rows, {
      from,
      to,
      isBelowHeading: before !== undefined && isOtherPart(before),
    });
    if (start < rows.length) {
      const date = dateAtEnd(rows[to - 1]);
      if (date === null) break;
      const next = rows.slice(0, from).findLast((row) => !isBlank(row));
      const isSameDay = date === dateAtEnd(rows.findLast((row) => !isBlank(row)));
      const canBeRemark = !isSameDay && (next === undefined || isNotes(next));
      if (canBeRemark && isConformed(start, rows.length) && !isConformed(from, to)) break;
    }
    start = from;
  }
  return rows.slice(start);
}

/** How a line of a name ends that goes on below, and that of an entity, for which another signs. */
const NAME_GOES_ON = /(?:,|&|\b(?:and|for|of|by:?))$/i;
const ENTITY =
  /\b(?:L\.?\s?P|L\.?\s?L\.?\s?[CP]|Inc|Incorporated|Corp|Corporation|Co|Company|Ltd|Limited|plc|N\.?A|S\.?A|Trust|Foundation|Fund|Partners|Partnership|Holdings|Capital|Management|Advisors|Associates|Group)\.?(?: [IVXL]+| \d+)?$/i;
const ENTITY_WITHIN = /\b(?:L\.?P|L\.?L\.?[CP]|Inc|Corp|Ltd|Trust|Fund(?: [IVXL]+)?)\.?,|\bBy:/i;
const GOES_ON = [NAME_GOES_ON, ENTITY, ENTITY_WITHIN];
const SIGNED_FOR = /^(?:By|Its?|As)\b/i;
const SENTENCE = /[a-z)\d]{2}[.!?:;]$/i;
const TITLE_CASE =
  /^(?:[\p{Lu}(][^\s]*|de|van|von|der|la|and|&)(?: (?:[\p{Lu}(][^\s]*|de|van|von|der|la|and|&)){0,7}$/u;
const REMARK = /^(?:see|exhibit|please|note|remarks?|all|this|these|no|not|form)\b/i;

/**
 * Where in a block the signatures begin: a remark can stand directly above them. It is what no name
 * is like, a sentence or, just below a heading, anything but an entity for which somebody signs
 * below.
 */
function nameBegins(
  rows: readonly TextRow[],
  { from, to, isBelowHeading }: { from: number; to: number; isBelowHeading: boolean },
): number {
  const words = rows
    .slice(from, to)
    .map(({ cells }) => plain(cells.map(({ raw }) => raw.slice(0, LONGEST_NAME)).join(' ')));
  const conformed = words.findIndex((line) => line.includes('/s/'));
  const dated = words.findIndex((line) => DATED.test(line));
  const isName = (line: string, next: string) => {
    if (SIGNED_FOR.test(next) || GOES_ON.some((pattern) => pattern.test(line))) return true;
    if (SENTENCE.test(line)) return false;
    if (conformed < 0) return !REMARK.test(line) && !/^\p{Ll}/u.test(line);
    return !isBelowHeading && TITLE_CASE.test(line) && !REMARK.test(line);
  };
  const signed = [conformed, dated].filter((index) => index >= 0);
  let start = signed.length === 0 ? 0 : Math.min(...signed);
  while (start > 0 && isName(words[start - 1] ?? '', words[start] ?? '')) start -= 1;
  return from + start;
}

function dateAtEnd(row: TextRow | undefined): string | null {
  const cell = row?.cells.findLast(({ raw }) => raw.trim() !== '');
  return DATED.exec(plain(cell?.raw.slice(-DATE_LENGTH) ?? ''))?.[1] ?? null;
}
