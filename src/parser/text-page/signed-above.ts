import type { TextRow } from './page-rows.ts';
import { plain } from './plain.ts';
import { startsItem } from './read-notes.ts';

/** Ten joint filers, each over two lines, with room to spare; what stands further up is no signature. */
const SIGNED_AT_MOST = 60;
const DATED = /(\d{1,2}\/\d{1,2}\/\d{4})[\s*_]{0,4}$/;
/** A date and what markup may put around it. */
const DATE_LENGTH = 80;

/**
 * The block of lines just above a signature line, and the blocks above that as long as each ends, as a
 * signature does, with a date. A first block below a list or a heading can be a remark that ends with a
 * date: it is one where the date is another and it lacks the "/s/" that a block below has. Where the
 * signature line has cells, as in a copy from a browser, so has a signature: what has none is a remark.
 */
export function signedAbove(
  page: readonly TextRow[],
  index: number,
  isOtherPart: (row: TextRow) => boolean,
): readonly TextRow[] {
  const rows = page.slice(Math.max(0, index - SIGNED_AT_MOST), index);
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
    const above = rows[from - 1];
    if (above !== undefined && isOtherPart(above)) from = firstSigned(rows, from, to);
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

/** Just below a heading a remark can stand above the signatures: they begin with the first "/s/". */
function firstSigned(rows: readonly TextRow[], from: number, to: number): number {
  const signed = rows.slice(from, to).findIndex(({ text }) => text.includes('/s/'));
  return signed < 0 ? from : from + signed;
}

function dateAtEnd(row: TextRow | undefined): string | null {
  const cell = row?.cells.findLast(({ raw }) => raw.trim() !== '');
  return DATED.exec(plain(cell?.raw.slice(-DATE_LENGTH) ?? ''))?.[1] ?? null;
}
