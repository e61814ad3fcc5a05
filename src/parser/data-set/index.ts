import { DATA_SET_EXCERPT, parseAccessionNumber } from '../../values/index.ts';
import type { FiledFootnote, FiledSignature, Filing } from '../filing.ts';
import { clip, Findings, warnOfMissingFootnotes } from '../findings.ts';
import { formNumber, formType } from '../form-type.ts';
import { FOOTNOTES_AT_MOST } from '../limits.ts';
import type { ParseResult } from '../problem.ts';
import { placeOf, readBox, readDate, readText } from './cells.ts';
import { readLines } from './read-lines.ts';
import { readIssuer, readOwner } from './read-owner.ts';
import { type Row, readTables, type Tables } from './read-tables.ts';

/** Whether a text is one filing's excerpt of a data set. */
export function looksLikeDataSet(text: string): boolean {
  return /^\S.*/.exec(text.trimStart().slice(0, 100))?.[0].trim() === DATA_SET_EXCERPT;
}

/**
 * Reads the rows that a data set has of one filing. Values are what the data set knows: amounts
 * rounded to two places, texts cut to the columns' lengths, transactions apart from holdings.
 */
export function parseDataSet(text: string): ParseResult {
  const tables = readTables(text);
  if ('problems' in tables) return { ok: false, problems: tables.problems };
  const findings = new Findings();
  const [submission, second] = tables.SUBMISSION;
  if (submission === undefined) {
    findings.problem('MISSING', 'SUBMISSION', 'No row of SUBMISSION says what is filed.');
    return { ok: false, problems: findings.problems };
  }
  if (second !== undefined) {
    findings.problem(
      'INVALID_VALUE',
      second.place,
      'This is a second row of SUBMISSION: give the rows of one filing.',
    );
  }
  const filing = readFiling(submission, tables, findings);
  if (filing === null) return { ok: false, problems: findings.problems };
  return { ok: true, rendition: 'data-set', filing, warnings: findings.warnings };
}

function readFiling(row: Row, tables: Tables, findings: Findings): Filing | null {
  const number = readText(row, 'ACCESSION_NUMBER') ?? '';
  const accessionNumber = parseAccessionNumber(number);
  if (accessionNumber === null) {
    const message = `"${clip(number)}" is no accession number.`;
    findings.problem('INVALID_VALUE', placeOf(row, 'ACCESSION_NUMBER'), message);
  }
  for (const other of Object.values(tables).flat()) {
    const its = readText(other, 'ACCESSION_NUMBER') ?? '';
    if ((parseAccessionNumber(its) ?? its) === (accessionNumber ?? number)) continue;
    const message = `The row is of another filing than ${clip(number)}.`;
    findings.problem('INVALID_VALUE', placeOf(other, 'ACCESSION_NUMBER'), message);
  }
  const type = readText(row, 'DOCUMENT_TYPE') ?? '';
  const form = formType(type);
  if (form === null) {
    const message = `Document type "${clip(type)}" is no Form 3, 4 or 5.`;
    findings.problem('NOT_OWNERSHIP_FORM', placeOf(row, 'DOCUMENT_TYPE'), message);
  }
  const issuer = readIssuer(row, findings);
  const reportingOwners = readAll(tables.REPORTINGOWNER, (owner) => readOwner(owner, findings));
  if (tables.REPORTINGOWNER.length === 0) {
    findings.problem('MISSING', 'REPORTINGOWNER', 'No row of REPORTINGOWNER says who reports.');
  }
  const isForm4 = form !== null && formNumber(form) === '4';
  const lines = readLines(tables, { isForm4 }, findings);
  const footnotes = readFootnotes(tables.FOOTNOTES, findings);
  warnOfMissingFootnotes(lines, footnotes, 'FOOTNOTES', findings);
  if (form === null || issuer === null || findings.problems.length > 0) return null;
  return {
    accessionNumber,
    form,
    schemaVersion: null,
    periodOfReport: readDate(row, 'PERIOD_OF_REPORT', findings),
    dateOfOriginalSubmission: readDate(row, 'DATE_OF_ORIG_SUB', findings),
    filedOn: readDate(row, 'FILING_DATE', findings),
    acceptedAt: null,
    issuer,
    reportingOwners,
    notSubjectToSection16: readBox(row, 'NOT_SUBJECT_SEC16') ?? false,
    noSecuritiesOwned: readBox(row, 'NO_SECURITIES_OWNED') ?? false,
    form3HoldingsReported: readBox(row, FORM3_BOX) ?? false,
    form4TransactionsReported: readBox(row, 'FORM4_TRANS_REPORTED') ?? false,
    aff10b5One: readBox(row, 'AFF10B5ONE'),
    lines,
    footnotes,
    remarks: readText(row, 'REMARKS'),
    signatures: readAll(tables.OWNER_SIGNATURE, (signature) => readSignature(signature, findings)),
    exhibits: [],
  };
}

/** As the tables have it, and as the SEC's description of them has it. */
const FORM3_BOX = ['FORM3_HOLDINGS_REPORTED', 'FORM3_HOLDING_REPORTED'];

function readAll<T>(rows: readonly Row[], read: (row: Row) => T | null): T[] {
  return rows.map(read).filter((value) => value !== null);
}

/** The footnotes by their numbers; the table has them in no order. */
function readFootnotes(rows: readonly Row[], findings: Findings): FiledFootnote[] {
  if (rows.length > FOOTNOTES_AT_MOST) {
    findings.problem('TOO_MANY', 'FOOTNOTES', `More than ${FOOTNOTES_AT_MOST} footnotes.`);
    return [];
  }
  const footnotes = readAll(rows, (row) => {
    const id = readText(row, 'FOOTNOTE_ID');
    if (id !== null) return { id, text: readText(row, 'FOOTNOTE_TXT') ?? '' };
    findings.warn(
      'MISSING',
      placeOf(row, 'FOOTNOTE_ID'),
      'The footnote has no id: it is left out.',
    );
    return null;
  });
  return footnotes.sort((a, b) => numberOf(a) - numberOf(b));
}

function numberOf({ id }: FiledFootnote): number {
  return Number(/^F(\d{1,6})$/i.exec(id)?.[1] ?? 1e6);
}

function readSignature(row: Row, findings: Findings): FiledSignature | null {
  const name = readText(row, 'OWNERSIGNATURENAME');
  const date = readDate(row, 'OWNERSIGNATUREDATE', findings);
  return name === null && date === null ? null : { name: name ?? '', date };
}
