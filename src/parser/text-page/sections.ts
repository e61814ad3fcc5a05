import type { SecurityTable } from '../filing.ts';
import { type PageRow, plain } from './cells.ts';
import { startsItem } from './read-notes.ts';

/** A table's rows, its header apart. */
export interface PageTable {
  readonly table: SecurityTable;
  readonly header: readonly PageRow[];
  readonly rows: readonly PageRow[];
}

/** The parts of a page. */
export interface PageSections {
  readonly tables: readonly PageTable[];
  readonly footnotes: readonly PageRow[];
  readonly remarks: readonly PageRow[];
  /** The lines above each "** Signature of Reporting Person". */
  readonly signatures: readonly PageRow[];
}

const TABLE = /^Table (I|II)\b/i;
const FOOTNOTES = /^Explanation of Responses/i;
const REMARKS = /^Remarks:?/i;
const SIGNATURE = /^\*{0,2}\s*Signature of Reporting Person/i;

/** Cuts a page into its parts. */
export function pageSections(page: readonly PageRow[]): PageSections {
  const tables: { table: SecurityTable; body: PageRow[] }[] = [];
  const footnotes: PageRow[] = [];
  const remarks: PageRow[] = [];
  const signatures: PageRow[] = [];
  let open: PageRow[] | undefined;
  for (const [index, row] of page.entries()) {
    const start = plain(
      row.cells
        .map(({ raw }) => raw)
        .join(' ')
        .slice(0, 400),
    );
    const table = TABLE.exec(start);
    if (table !== null) {
      open = [];
      const isFirst = table[1]?.toUpperCase() === 'I';
      tables.push({ table: isFirst ? 'NON_DERIVATIVE' : 'DERIVATIVE', body: open });
    } else if (FOOTNOTES.test(start)) open = footnotes;
    else if (REMARKS.test(start)) {
      open = remarks;
      remarks.push({ ...row, text: row.text.replace(/^[\s*|_]*Remarks:?[\s*|_]*/i, '') });
    } else if (SIGNATURE.test(start)) {
      signatures.push(...signedAbove(page, index));
      open = undefined;
    } else open?.push(row);
  }
  const signed = new Set(signatures.map(({ line }) => line));
  const unsigned = (rows: readonly PageRow[]) => rows.filter(({ line }) => !signed.has(line));
  return {
    tables: tables.map(({ table, body }) => splitHeader(table, unsigned(body))),
    footnotes: unsigned(footnotes),
    remarks: unsigned(remarks),
    signatures,
  };
}

/** Ten joint filers, each over two lines, with room to spare; what stands further up is no signature. */
const SIGNED_AT_MOST = 60;
const DATED = /^.{0,200}\d{1,2}\/\d{1,2}\/\d{4}[\s*|_]{0,20}$/;

/**
 * The block of lines just above a signature line, and the blocks above that as long as each ends, as a
 * signature does, with a date.
 */
function signedAbove(page: readonly PageRow[], index: number): readonly PageRow[] {
  const rows = page.slice(Math.max(0, index - SIGNED_AT_MOST), index);
  let start = rows.length;
  while (start > 0) {
    const to = rows.slice(0, start).findLastIndex(({ text }) => text.trim() !== '') + 1;
    const above = rows.slice(0, to).findLastIndex(({ text }) => isNoSignature(text));
    const isCutOff = above >= 0 && rows[above]?.text.trim() !== '';
    const isFurther = start < rows.length;
    if (isFurther && (isCutOff || !DATED.test(rows[to - 1]?.text ?? ''))) break;
    if (above + 1 >= to) break;
    start = above + 1;
    if (isCutOff) break;
  }
  return rows.slice(start);
}

/** A blank line, the start of another part, or an item of a list: a signature begins below it. */
function isNoSignature(text: string): boolean {
  const words = plain(text.slice(0, 400));
  return (
    text.trim() === '' ||
    [TABLE, FOOTNOTES, REMARKS, SIGNATURE].some((start) => start.test(words)) ||
    (startsItem(text) && !words.includes('/s/'))
  );
}

const HEADING =
  /^(?:|\d+A?\.\s.*|Code|V|Amount|\(A\) or \(D\)|\(A\)|\(D\)|Price|Date Exercisable|Expiration Date|Title|Amount or Number of Shares|Date)$/i;

/** The header ends with the last row, next to the one with "1. Title of", that has headings alone. */
function splitHeader(table: SecurityTable, body: readonly PageRow[]): PageTable {
  const filled = body.filter(({ text }) => text.trim() !== '');
  const titled = filled.findIndex(({ cells }) =>
    cells.some(({ raw }) => /^1\.\s*Title of/i.test(plain(raw))),
  );
  let end = titled + 1;
  const isHeading = (row: PageRow | undefined) =>
    row?.cells.every(({ raw }) => HEADING.test(plain(raw))) === true;
  while (end < filled.length && isHeading(filled[end])) end += 1;
  return { table, header: filled.slice(0, end), rows: filled.slice(end) };
}
