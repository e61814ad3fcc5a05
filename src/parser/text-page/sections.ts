import type { SecurityTable } from '../filing.ts';
import { type PageRow, plain } from './cells.ts';

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
  /** The lines just above each "** Signature of Reporting Person". */
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
      signatures.push(...blockAbove(page, index));
      open = undefined;
    } else open?.push(row);
  }
  const signed = new Set(signatures.map(({ line }) => line));
  const unsigned = (rows: readonly PageRow[]) => rows.filter(({ line }) => !signed.has(line));
  return {
    tables: tables.map(({ table, body }) => splitHeader(table, body)),
    footnotes: unsigned(footnotes),
    remarks: unsigned(remarks),
    signatures,
  };
}

/** A name is rarely longer than a line or two; what stands further up is not part of it. */
const SIGNATURE_LINES = 8;

function blockAbove(page: readonly PageRow[], index: number): PageRow[] {
  const above = page.slice(Math.max(0, index - SIGNATURE_LINES * 2), index);
  const end = above.findLastIndex(({ text }) => text.trim() !== '') + 1;
  const start = above.slice(0, end).findLastIndex(({ text }) => text.trim() === '') + 1;
  return above.slice(Math.max(start, end - SIGNATURE_LINES), end);
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
