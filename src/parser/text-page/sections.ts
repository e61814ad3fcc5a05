import type { SecurityTable } from '../filing.ts';
import { headerLength, NO_SECURITIES, SIGNATURE } from '../page/index.ts';
import { type TextRow, wholeRow } from './page-rows.ts';
import { plain } from './plain.ts';
import { dateColumn, signatureRows } from './signature-columns.ts';
import { signedAbove } from './signed-above.ts';

/** A table's rows, its header apart. */
export interface TextTable {
  readonly table: SecurityTable;
  /** The character at which the line of its title starts. */
  readonly at: number;
  readonly header: readonly TextRow[];
  readonly rows: readonly TextRow[];
}

/** The parts of a page, in the order in which the form prints them. */
export interface PageSections {
  /** The numbered boxes, with those of further reporting persons, which stand below the tables. */
  readonly boxes: readonly TextRow[];
  readonly tables: readonly TextTable[];
  readonly footnotes: readonly TextRow[];
  readonly remarks: readonly TextRow[];
  /** The lines above each "** Signature of Reporting Person". */
  readonly signatures: readonly TextRow[];
  /** The line that Form 3 prints where there is nothing to report. */
  readonly hasNoSecurities: boolean;
  /** Whether the line below the signatures is there. */
  readonly isSigned: boolean;
}

const TABLE = /^Table (I|II)\s?(?:[-–—]|$)/i;
const FOOTNOTES = /^Explanation of Responses\s?(?::|$)/i;
const REMARKS = /^Remarks\s?:/i;
const SIGNED_IN_LINE = /\d\/\d{4}\W{1,10}Signature\s+of\s+Reporting\s+Person/i;
const OWNER = /^(?:1\.\s*)?Name and Address of Reporting Person/i;

/**
 * A word of each of these, as most lines have none; what is written in entities or escapes is
 * looked at.
 */
const HEADING = /table|explanation|remarks|signature|address|securities|[&\\]/i;

/** A form has two; the page is refused for any more. */
const TABLES_AT_MOST = 10;

/** Lines of signatures; more owners than could sign in these are refused. */
const SIGNATURES_AT_MOST = 2_000;

/**
 * Cuts a page into its parts; what a part says never opens one that comes before it on the form.
 */
export function pageSections(page: readonly TextRow[], isForm3: boolean): PageSections {
  const boxes: TextRow[] = [];
  const tables: { table: SecurityTable; at: number; body: TextRow[] }[] = [];
  const footnotes: TextRow[] = [];
  const remarks: TextRow[] = [];
  const signatures: TextRow[] = [];
  const signed = new Set<number>();
  let hasNoSecurities = false;
  let isSigned = false;
  let open: TextRow[] | undefined = boxes;
  const isBelowTables = () => open === footnotes || open === remarks || open === undefined;
  for (const [index, row] of page.entries()) {
    if (row.text.trim() === '') {
      open?.push(row);
      continue;
    }
    if (!HEADING.test(row.text)) {
      open?.push(row);
      continue;
    }
    const start = startOf(row);
    const isFull = tables.length === TABLES_AT_MOST;
    const table = isBelowTables() || isFull ? null : TABLE.exec(start);
    if (isForm3 && NO_SECURITIES.test(start)) hasNoSecurities = true;
    else if (table !== null) {
      open = [];
      const isFirst = table[1]?.toUpperCase() === 'I';
      const kind = isFirst ? 'NON_DERIVATIVE' : 'DERIVATIVE';
      tables.push({ table: kind, at: row.at, body: open });
    } else if (!isBelowTables() && OWNER.test(start)) {
      open = boxes;
      boxes.push(row);
    } else if (!isBelowTables() && FOOTNOTES.test(start)) {
      open = footnotes;
      footnotes.push(withoutHeading(row));
    } else if (open !== remarks && open !== undefined && REMARKS.test(start)) {
      open = remarks;
      remarks.push(withoutHeading(row));
    } else if (SIGNATURE.test(start) || SIGNED_IN_LINE.test(start)) {
      if (signatures.length < SIGNATURES_AT_MOST) {
        const above = signedAbove(page, index, isNoSignature);
        for (const { at } of above) signed.add(at);
        signatures.push(...signatureRows(above, dateColumn(row)), ...signedBefore(row));
      }
      open = undefined;
      isSigned = true;
    } else open?.push(row);
  }
  const unsigned = (rows: readonly TextRow[]) =>
    signed.size === 0 ? rows : rows.filter(({ at }) => !signed.has(at));
  return {
    boxes,
    tables: tables.map(({ table, at, body }) => splitHeader(table, at, body)),
    footnotes: unsigned(footnotes),
    remarks: unsigned(remarks),
    signatures,
    hasNoSecurities,
    isSigned,
  };
}

/** A signature on the same line as the words below which it stands on the form. */
function signedBefore(row: TextRow): TextRow[] {
  const [before = ''] = row.text.split(/[\s*\\|]*Signature\s+of\s+Reporting\s+Person/i);
  const text = before.replace(/^\s*\|/, '');
  return plain(text) === '' ? [] : [wholeRow(row.at, text)];
}

/** What stands on the line of a heading, behind it. */
function withoutHeading(row: TextRow): TextRow {
  return wholeRow(row.at, row.text.replace(HEADED, ''));
}

const HEADED = /^[\s*|_#]*(?:Explanation\s+of\s+Responses|Remarks)[\s*_]*:?[\s*|_]*/i;

/** The start of another part: a signature begins below it. */
function isNoSignature(row: TextRow): boolean {
  const words = startOf(row);
  return [TABLE, FOOTNOTES, REMARKS, SIGNATURE].some((start) => start.test(words));
}

function startOf(row: TextRow): string {
  return plain(row.start);
}

function splitHeader(table: SecurityTable, at: number, body: readonly TextRow[]): TextTable {
  const filled = body.filter(({ text }) => text.trim() !== '');
  const head = filled.slice(0, HEADER_AT_MOST);
  const end = headerLength(head.map(({ cells }) => cells.map(({ raw }) => plain(raw))));
  return { table, at, header: filled.slice(0, end), rows: filled.slice(end) };
}

/** A page's header has two rows; remarks above it and blank rows make it no longer than this. */
const HEADER_AT_MOST = 12;
