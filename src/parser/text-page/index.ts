import type { FiledLine, Filing, FormType } from '../filing.ts';
import { formType } from '../form-type.ts';
import type { ParseResult, Problem } from '../problem.ts';
import { isChecked } from './boxes.ts';
import { pageRows, plain } from './cells.ts';
import { columnsOf } from './columns.ts';
import { type Label, type LabelledText, labelledTexts } from './labels.ts';
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

/** Parses the text or Markdown made of the SEC's page; it knows no CIKs and no accession number. */
export function parseTextPage(page: string): ParseResult {
  const labels = labelledTexts(page);
  const sections = pageSections(pageRows(page));
  const problems: Problem[] = [];
  const amended = dateIn(labels, 'amendment');
  const form = readForm(page, amended !== null);
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
    periodOfReport: dateIn(labels, 'period'),
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
  };
  return { ok: true, rendition: 'text-page', filing, warnings: warnings(filing) };
}

function readTable(table: PageTable, isForm3: boolean, problems: Problem[]): FiledLine[] {
  const columns = columnsOf(table.table, isForm3, table.header);
  const lines: FiledLine[] = [];
  for (const row of table.rows) {
    if (row.cells.every(({ raw }) => plain(raw) === '')) continue;
    const read = readRow(row, { table: table.table, line: lines.length + 1, columns });
    if ('kind' in read) lines.push(read);
    else problems.push(read);
  }
  return lines;
}

function readOwners(labels: readonly LabelledText[]) {
  return labels.flatMap(({ label, text }, index) => {
    if (label !== 'owner') return [];
    const next = labels.findIndex((other, at) => at > index && other.label === 'owner');
    const own = labels.slice(index, next < 0 ? undefined : next);
    const owner = readOwner(text, first(own, 'relationship'));
    return owner === null ? [] : [owner];
  });
}

const TITLES: readonly (readonly [RegExp, string])[] = [
  [/^[\s*#|_]*FORM\s+3\b/im, '3'],
  [/^[\s*#|_]*FORM\s+4\b/im, '4'],
  [/^[\s*#|_]*FORM\s+5\b/im, '5'],
  [/INITIAL STATEMENT OF BENEFICIAL OWNERSHIP|3235-0104/i, '3'],
  [/ANNUAL STATEMENT OF CHANGES IN BENEFICIAL|3235-0362/i, '5'],
  [/STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP|3235-0287/i, '4'],
];

function readForm(page: string, isAmended: boolean): FormType | null {
  const number = TITLES.find(([title]) => title.test(page))?.[1];
  if (number === undefined) return null;
  const isAmendment = isAmended || new RegExp(`FORM\\s+${number}/A`, 'i').test(page);
  return formType(isAmendment ? `${number}/A` : number);
}

function first(labels: readonly LabelledText[], wanted: Label): string {
  return labels.find(({ label }) => label === wanted)?.text ?? '';
}

function dateIn(labels: readonly LabelledText[], wanted: Label) {
  const date = /\d{1,2}\/\d{1,2}\/\d{4}/.exec(plain(first(labels, wanted)))?.[0];
  return date === undefined ? null : printedDate(date);
}

function missing(code: Problem['code'], message: string): Problem {
  return { code, path: '1:1', message };
}

function warnings(filing: Filing): Problem[] {
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
