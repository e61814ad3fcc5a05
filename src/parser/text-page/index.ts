import type { FiledFootnote, FiledOwner } from '../filing.ts';
import { formNumber } from '../form-type.ts';
import { OWNERS_AT_MOST } from '../limits.ts';
import {
  listedOnce,
  type MarkedText,
  type Page,
  type PageTable,
  type PrintedDate,
  printedDateIn,
  readPage,
} from '../page/index.ts';
import { placeAt } from '../place.ts';
import { type ParseResult, refusal } from '../problem.ts';
import { isChecked } from './boxes.ts';
import { flatten, hasLabels, type Label, type LabelledText, labelledTexts } from './labels.ts';
import { markReader, markStyle } from './marks.ts';
import { pageRows } from './page-rows.ts';
import { pageText } from './page-text.ts';
import { plain } from './plain.ts';
import { readForm } from './read-form.ts';
import { readIssuer, readOwner } from './read-head.ts';
import { readFootnotes, readRemarks, readSignatures } from './read-notes.ts';
import { type PageText, rewrite } from './rewrite.ts';
import { pageSections, type TextTable } from './sections.ts';

export { type PageText, rewrite };

/** Whether a text is one made of the SEC's page of a Form 3, 4 or 5. */
export function looksLikeTextPage(text: string): boolean {
  if (hasLabels(text)) return true;
  const isWrapped = text.length <= LONGEST_PAGE && /^[ \t]*[+┌╔]/m.test(text);
  return isWrapped && hasLabels(pageText(text).text);
}

/** No real page is a fifth of this; it bounds the cells that are kept in memory. */
const LONGEST_PAGE = 1_000_000;
/** No real page has a tenth of these; a line costs its reader more than the characters in it. */
const LINES_AT_MOST = 50_000;

/** Parses the text or Markdown made of the SEC's page; it knows no accession number. */
export function parseTextPage(document: string): ParseResult {
  const refused = refuseLargePage(document);
  if (refused !== null) return refused;
  return readPage(readTextPage(document), 'text-page', (at) => placeAt(document, at));
}

/**
 * Whether the tables of a page whose boxes are HTML are Markdown's, as some converters leave it.
 */
export function hasPipedTables(document: string): boolean {
  return /^[ \t]*\|[ \t*_]*Table I{1,2}\b/im.test(document);
}

/** Refuses a text page that is larger than any; null where it is not. */
export function refuseLargePage(document: string): ParseResult | null {
  if (document.length > LONGEST_PAGE) {
    return refusal('TOO_LARGE', '1:1', `A page of more than ${LONGEST_PAGE} characters.`);
  }
  if (hasManyLines(document)) {
    return refusal('TOO_LARGE', '1:1', `A page of more than ${LINES_AT_MOST} lines.`);
  }
  return null;
}

function hasManyLines(document: string): boolean {
  let lines = 1;
  for (let end = document.indexOf('\n'); end >= 0; end = document.indexOf('\n', end + 1)) {
    lines += 1;
    if (lines > LINES_AT_MOST) return true;
  }
  return false;
}

/** The labels of boxes that a form may lack. */
const BOXED = /Check\s+this\s+box|Holdings\s+Reported|Transactions\s+Reported/;

/**
 * A text page taken apart. Footnotes that are known from elsewhere tell, instead of its own, which
 * brackets in its tables are marks.
 */
export function readTextPage(document: string, known: readonly FiledFootnote[] = []): Page {
  const rewritten = pageText(document);
  const page = rewritten.text;
  const sourceAt = (at: number) => rewritten.sourceAt(at);
  const rows = pageRows(page);
  const form = readForm(rows);
  const sections = pageSections(rows, form !== null && formNumber(form) === '3');
  const labels = labelledTexts(page.slice(0, sections.footnotes[0]?.at));
  const dateIn = (label: Label) => dateOf(labels, label, sourceAt);
  const footnotes = readFootnotes(sections.footnotes);
  const style = markStyle(sections.tables.flatMap((table) => table.rows));
  const read = markReader(style, known.length > 0 ? known : footnotes);
  const head = page.slice(0, sections.tables[0]?.rows[0]?.at);
  const flat = BOXED.test(head) ? flatten(head).replace(/\s+/g, ' ') : '';
  const box = (label: RegExp) => isChecked(flat, label);
  const [first] = sections.footnotes;
  return {
    form,
    issuer: readIssuer(firstOf(labels, 'issuer'), firstOf(labels, 'foreignSymbol')),
    owners: readOwners(labels),
    periodOfReport: dateIn('period'),
    dateOfOriginalSubmission: dateIn('amendment'),
    boxes: {
      notSubjectToSection16: box(/Check this box if no longer subject/),
      noSecuritiesOwned: sections.hasNoSecurities,
      form3HoldingsReported: box(/Form 3 Holdings Reported/),
      form4TransactionsReported: box(/Form 4 Transactions Reported/),
      aff10b5One: box(/Check this box to indicate/),
    },
    tables: sections.tables.map((table) => pageTable(table, read, sourceAt)),
    footnotes,
    footnotesAt: first === undefined ? 0 : sourceAt(first.at),
    remarks: readRemarks(sections.remarks),
    signatures: readSignatures(sections.signatures),
    isWhole: sections.isSigned,
  };
}

function pageTable(
  { table, at, header, rows }: TextTable,
  read: (raw: string, isWords: boolean) => MarkedText,
  sourceAt: (at: number) => number,
): PageTable {
  return {
    table,
    at: sourceAt(at),
    strayAt: null,
    headings: header.map(({ cells }) => cells.map(({ raw }) => plain(raw))),
    rows: rows.map((row) => ({
      at: sourceAt(row.at),
      // A page that is refused for its first rows need not have all cells.
      get cells() {
        return row.cells.map((cell) => ({
          at: sourceAt(cell.at),
          read: (isWords: boolean) => read(cell.raw, isWords),
        }));
      },
    })),
  };
}

/** The first owner is listed again; with more than these, the page is refused for its owners. */
const BOXES_AT_MOST = OWNERS_AT_MOST + 2;

/**
 * The owners, in order; the boxes of joint filers below the tables say nothing of a relationship.
 */
function readOwners(labels: readonly LabelledText[]): readonly FiledOwner[] {
  const boxes: { readonly owner: string; relationship?: string }[] = [];
  for (const { label, text } of labels) {
    if (boxes.length > BOXES_AT_MOST) break;
    const last = boxes.at(-1);
    if (label === 'owner') boxes.push({ owner: text });
    else if (label === 'relationship' && last !== undefined) last.relationship ??= text;
  }
  return listedOnce(
    boxes.flatMap(({ owner, relationship }) => readOwner(owner, relationship ?? '') ?? []),
  );
}

function firstOf(labels: readonly LabelledText[], wanted: Label): string {
  return labels.find(({ label }) => label === wanted)?.text ?? '';
}

/** What stands in a box of a date, where anything like a date does. */
function dateOf(
  labels: readonly LabelledText[],
  wanted: Label,
  sourceAt: (at: number) => number,
): PrintedDate | null {
  const box = labels.find(({ label }) => label === wanted);
  return box === undefined ? null : printedDateIn(plain(box.text), sourceAt(box.at));
}
