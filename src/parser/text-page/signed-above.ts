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
 * date: it is one where the date is another and it lacks the "/s/" that a block below has.
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
  const isConformed = (from: number, to: number) =>
    rows.slice(from, to).some(({ text }) => text.includes('/s/'));
  let start = rows.length;
  while (start > 0) {
    const to = rows.slice(0, start).findLastIndex((row) => !isBlank(row)) + 1;
    const from = rows.slice(0, to).findLastIndex((row) => isBlank(row) || isNotes(row)) + 1;
    if (from >= to) break;
    if (start < rows.length) {
      const date = dateAtEnd(rows[to - 1]);
      if (date === null) break;
      const above = rows.slice(0, from).findLast((row) => !isBlank(row));
      const isSameDay = date === dateAtEnd(rows.findLast((row) => !isBlank(row)));
      const canBeRemark = !isSameDay && (above === undefined || isNotes(above));
      if (canBeRemark && isConformed(start, rows.length) && !isConformed(from, to)) break;
    }
    start = from;
  }
  return rows.slice(start);
}

function dateAtEnd(row: TextRow | undefined): string | null {
  const cell = row?.cells.findLast(({ raw }) => raw.trim() !== '');
  return DATED.exec(plain(cell?.raw.slice(-DATE_LENGTH) ?? ''))?.[1] ?? null;
}
