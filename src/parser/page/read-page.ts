import type { CalendarDate } from '../../values/index.ts';
import type { FiledLine, Filing } from '../filing.ts';
import { Findings, warnOfMissingFootnotes } from '../findings.ts';
import { formNumber } from '../form-type.ts';
import { FOOTNOTES_AT_MOST } from '../limits.ts';
import type { ParseResult, Problem, Rendition } from '../problem.ts';
import type { Page, PageTable, PrintedDate } from './page.ts';
import { parsePrintedDate } from './printed-date.ts';
import { readTable, TABLE_NAMES } from './read-table.ts';

/** More problems than a reader would look at. */
const PROBLEMS_AT_MOST = 100;

/**
 * The filing that a page prints, or the problems that forbid it, each at the place of a character.
 */
export function readPage(
  page: Page,
  rendition: Rendition,
  placeOf: (at: number) => string,
): ParseResult {
  const { form, issuer, owners } = page;
  const isForm3 = form !== null && formNumber(form) === '3';
  const lines: FiledLine[] = [];
  const problems = [...faultsOf(page), ...tableFaults(page.tables, placeOf)];
  for (const table of problems.length === 0 ? page.tables : []) {
    const read = readTable(table, isForm3, PROBLEMS_AT_MOST - problems.length);
    for (const line of read.lines) lines.push(line);
    for (const { at, message } of read.refusals) {
      problems.push({ code: 'TABLE_UNREADABLE', path: placeOf(at), message });
    }
    if (problems.length >= PROBLEMS_AT_MOST) break;
  }
  if (form === null || issuer === null || problems.length > 0) return { ok: false, problems };
  const findings = new Findings();
  const date = (printed: PrintedDate | null): CalendarDate | null => {
    const parsed = printed && parsePrintedDate(printed.text);
    if (printed !== null && parsed === null) {
      const message = `"${printed.text}" is no date.`;
      findings.warn('INVALID_VALUE', placeOf(printed.at), message);
    }
    return parsed;
  };
  const { boxes } = page;
  const filing: Filing = {
    accessionNumber: null,
    form: page.dateOfOriginalSubmission === null ? form : AMENDED[formNumber(form)],
    schemaVersion: null,
    periodOfReport: date(page.periodOfReport),
    dateOfOriginalSubmission: date(page.dateOfOriginalSubmission),
    filedOn: null,
    acceptedAt: null,
    issuer,
    reportingOwners: owners,
    notSubjectToSection16: boxes.notSubjectToSection16 ?? false,
    noSecuritiesOwned: boxes.noSecuritiesOwned,
    form3HoldingsReported: boxes.form3HoldingsReported ?? false,
    form4TransactionsReported: boxes.form4TransactionsReported ?? false,
    aff10b5One: boxes.aff10b5One,
    lines,
    footnotes: page.footnotes,
    remarks: page.remarks,
    signatures: page.signatures,
    exhibits: [],
  };
  warnOfMissingFootnotes(lines, page.footnotes, placeOf(page.footnotesAt), findings);
  return { ok: true, rendition, filing, warnings: findings.warnings };
}

/** A page that has the date of an original is an amendment, whatever its title says. */
const AMENDED = { 3: 'FORM_3_A', 4: 'FORM_4_A', 5: 'FORM_5_A' } as const;

/**
 * A page prints the title of each table once, also above no row: without it nothing says "no rows".
 */
function tableFaults(tables: readonly PageTable[], placeOf: (at: number) => string): Problem[] {
  return (['NON_DERIVATIVE', 'DERIVATIVE'] as const).flatMap((kind): Problem[] => {
    const [table, again] = tables.filter((one) => one.table === kind);
    const fault = (path: string, message: string): Problem[] => [
      { code: 'TABLE_UNREADABLE', path, message: `${TABLE_NAMES[kind]} ${message}` },
    ];
    if (table === undefined)
      return fault('1:1', `is not found: a page prints its title above no rows, too. ${INSTEAD}`);
    return again === undefined
      ? []
      : fault(
          placeOf(again.at),
          'is on the page a second time. Give the pages of two forms one by one.',
        );
  });
}

/** What to do about a page of which a converter has lost a part. */
const INSTEAD = 'Save the page whole, or take the XML of the filing.';

function faultsOf({ form, issuer, owners, footnotes, isWhole }: Page): Problem[] {
  const fault = (code: Problem['code'], message: string) => ({ code, path: '1:1', message });
  return [
    ...(form === null
      ? [
          fault(
            'NOT_OWNERSHIP_FORM',
            `Nothing on the page says that it is a Form 3, 4 or 5. ${INSTEAD}`,
          ),
        ]
      : []),
    ...(issuer === null
      ? [fault('MISSING', `The page names no issuer in its box 2. ${INSTEAD}`)]
      : []),
    ...(footnotes.length > FOOTNOTES_AT_MOST
      ? [fault('TOO_MANY', `More than ${FOOTNOTES_AT_MOST} footnotes.`)]
      : []),
    ...(isWhole
      ? []
      : [
          fault(
            'MISSING',
            `The page ends before "** Signature of Reporting Person": it is cut off. ${INSTEAD}`,
          ),
        ]),
    ...(owners.length === 0
      ? [fault('MISSING', `The page names no reporting person in its box 1. ${INSTEAD}`)]
      : []),
  ];
}
