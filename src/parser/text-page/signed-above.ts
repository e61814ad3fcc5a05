import type { TextRow } from './page-rows.ts';
import { startsItem } from './read-notes.ts';

/** Ten joint filers, each over two lines, with room to spare; what stands further up is no signature. */
const SIGNED_AT_MOST = 60;
const DATED = /^.{0,200}\d{1,2}\/\d{1,2}\/\d{4}[\s*|_]{0,20}$/;

/**
 * The block of lines just above a signature line, and the blocks above that as long as each ends, as a
 * signature does, with a date, and has its "/s/" where the one below has it: remarks end with dates too.
 */
export function signedAbove(
  page: readonly TextRow[],
  index: number,
  isOtherPart: (row: TextRow) => boolean,
): readonly TextRow[] {
  const rows = page.slice(Math.max(0, index - SIGNED_AT_MOST), index);
  const isNoSignature = (row: TextRow) =>
    row.text.trim() === '' ||
    isOtherPart(row) ||
    (startsItem(row.text) && !row.text.includes('/s/'));
  const isConformed = (from: number, to: number) =>
    rows.slice(from, to).some(({ text }) => text.includes('/s/'));
  let start = rows.length;
  while (start > 0) {
    const to = rows.slice(0, start).findLastIndex(({ text }) => text.trim() !== '') + 1;
    const above = rows.slice(0, to).findLastIndex(isNoSignature);
    const isCutOff = above >= 0 && rows[above]?.text.trim() !== '';
    const isFurther = start < rows.length;
    if (isFurther && (isCutOff || !DATED.test(rows[to - 1]?.text ?? ''))) break;
    if (above + 1 >= to) break;
    const isUnlike = isConformed(start, rows.length) && !isConformed(above + 1, to);
    if (isFurther && isUnlike) break;
    start = above + 1;
    if (isCutOff) break;
  }
  return rows.slice(start);
}
