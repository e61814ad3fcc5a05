import type { FiledLine, Filing } from '../filing.ts';
import { type ParseResult, type Problem, refusal } from '../problem.ts';
import { isChecked } from './boxes.ts';
import { pageRows, plain } from './cells.ts';
import { columnsOf } from './columns.ts';
import { type Label, type LabelledText, labelledTexts } from './labels.ts';
import { readForm } from './read-form.ts';
import { readIssuer, readOwner } from './read-head.ts';
import { readFootnotes, readRemarks, readSignatures } from './read-notes.ts';
import { printedDate, readRow } from './read-row.ts';
import { type PageTable, pageSections } from './sections.ts';

/** Whether a text is one made of the SEC's page of a Form 3, 4 or 5. */
export function looksLikeTextPage(text: string): boolean {
  return (
    /Name and Address of Reporting Person/i.test(text) &&
    /Issuer Name and Ticker or Trading Symbol/i.test(text)
  );
}

/** No real page is a fifth of this; it bounds the lines and cells that are kept in memory. */
const LONGEST_PAGE = 1_000_000;
const PROBLEMS_AT_MOST = 100;

/** Parses the text or Markdown made of the SEC's page; it knows no CIKs and no accession number. */
export function parseTextPage(page: string): ParseResult {
  if (page.length > LONGEST_PAGE) {
    return refusal('TOO_LARGE', '1:1', `A page of more than ${LONGEST_PAGE} characters.`);
  }
  const labels = labelledTexts(page);
  const rows = pageRows(page);
  const sections = pageSections(rows);
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  const periodOfReport = dateIn(labels, 'period', warnings);
  const amended = dateIn(labels, 'amendment', warnings);
  const form = readForm(rows, amended !== null);
  const issuer = readIssuer(first(labels, 'issuer'));
  const reportingOwners = readOwners(labels);
  if (form === null)
    problems.push(missing('NOT_OWNERSHIP_FORM', 'Nothing says which form this is.'));
  if (issuer === null) problems.push(missing('MISSING', 'The page names no issuer.'));
  if (reportingOwners.length === 0) {
    problems.push(missing('MISSING', 'The page names no reporting person.'));
  }
  const isForm3 = form === 'FORM_3' || form === 'FORM_3_A';
  const lines = sections.tables.flatMap((table) => readTable(table, isForm3, problems));
  if (form === null || issuer === null || problems.length > 0) return { ok: false, problems };
  const flat = page.replace(/\s+/g, ' ');
  const box = (label: RegExp) => isChecked(flat, label);
  const filing: Filing = {
    accessionNumber: null,
    form,
    schemaVersion: null,
    periodOfReport,
    dateOfOriginalSubmission: amended,
    filedOn: null,
    acceptedAt: null,
    issuer,
    reportingOwners,
    notSubjectToSection16: box(/Check this box if no longer subject/) ?? false,
    noSecuritiesOwned: /No securities are beneficially owned/i.test(flat),
    form3HoldingsReported: box(/Form 3 Holdings Reported/) ?? false,
    form4TransactionsReported: box(/Form 4 Transactions Reported/) ?? false,
    aff10b5One: box(/Check this box to indicate that a transaction was made pursuant/),
    lines,
    footnotes: readFootnotes(sections.footnotes),
    remarks: readRemarks(sections.remarks),
    signatures: readSignatures(sections.signatures),
    exhibits: [],
  };
  return {
    ok: true,
    rendition: 'text-page',
    filing,
    warnings: [...warnings, ...missingNotes(filing)],
  };
}

function readTable(table: PageTable, isForm3: boolean, problems: Problem[]): FiledLine[] {
  const columns = columnsOf(table.table, isForm3, table.header);
  const lines: FiledLine[] = [];
  for (const row of table.rows) {
    if (problems.length >= PROBLEMS_AT_MOST) break;
    if (row.cells.every(({ raw }) => plain(raw) === '')) continue;
    const read = readRow(row, { table: table.table, line: lines.length + 1, columns });
    if ('kind' in read) lines.push(read);
    else problems.push(read);
  }
  return lines;
}

function readOwners(labels: readonly LabelledText[]) {
  const boxes: { readonly owner: string; relationship?: string }[] = [];
  for (const { label, text } of labels) {
    const last = boxes.at(-1);
    if (label === 'owner') boxes.push({ owner: text });
    else if (label === 'relationship' && last !== undefined) last.relationship ??= text;
  }
  return boxes.flatMap(({ owner, relationship }) => readOwner(owner, relationship ?? '') ?? []);
}

function first(labels: readonly LabelledText[], wanted: Label): string {
  return labels.find(({ label }) => label === wanted)?.text ?? '';
}

function dateIn(labels: readonly LabelledText[], wanted: Label, warnings: Problem[]) {
  const box = labels.find(({ label }) => label === wanted);
  const printed = /\d{1,2}\/\d{1,2}\/\d{4}/.exec(plain(box?.text ?? ''))?.[0];
  if (box === undefined || printed === undefined) return null;
  const date = printedDate(printed);
  if (date === null) {
    warnings.push({ code: 'INVALID_VALUE', path: box.place, message: `"${printed}" is no date.` });
  }
  return date;
}

function missing(code: Problem['code'], message: string): Problem {
  return { code, path: '1:1', message };
}

function missingNotes(filing: Filing): Problem[] {
  const known = new Set(filing.footnotes.map(({ id }) => id));
  const cited = new Set(filing.lines.flatMap((line) => line.footnotes.map(({ id }) => id)));
  return [...cited]
    .filter((id) => !known.has(id))
    .map((id) => ({
      code: 'UNKNOWN_FOOTNOTE',
      path: '1:1',
      message: `There is no footnote ${id}.`,
    }));
}
