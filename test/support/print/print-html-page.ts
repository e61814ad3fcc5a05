import { escapeText } from 'entities';
import {
  type FiledOwner,
  type Filing,
  formNumber,
  type SecurityTable,
} from '../../../src/parser/index.ts';
import { footnoteNumber, type PrintedCell, printedCell, printedDate } from './printed-cell.ts';
import {
  columnsOf,
  type Heading,
  headingsOf,
  linesOf,
  type PrintedColumn,
} from './printed-columns.ts';
import { PERIODS, STATEMENTS } from './printed-titles.ts';

/**
 * Prints a filing as the page that the SEC's stylesheets make of it: nested tables, names as links.
 */
export function printHtmlPage(filing: Filing): string {
  const number = formNumber(filing.form);
  const title = `FORM ${number}${filing.form.endsWith('_A') ? '/A' : ''}`;
  return `<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN" "http://www.w3.org/TR/html4/loose.dtd">
<html><head><title>SEC ${title}</title><style type="text/css">.FormData {color: blue;}</style></head>
<body>SEC ${title}
<table border="0"><tr><td colspan="2" class="FormName">${title}</td>
<td rowspan="4"><span class="FormTitle">${STATEMENTS[number]}</span></td></tr>
${printTicks(filing)}</table>
${printBoxes(filing)}
${printTable(filing, 'NON_DERIVATIVE')}
${printTable(filing, 'DERIVATIVE')}
${printJointOwners(filing)}
${printNotes(filing)}
</body></html>`;
}

function printTicks(filing: Filing): string {
  const number = formNumber(filing.form);
  const ticks: (readonly [string, boolean])[] = [];
  if (number !== '3') {
    const exit = 'Check this box if no longer subject to Section 16. <i>See</i> Instruction 1(b).';
    ticks.push([exit, filing.notSubjectToSection16]);
  }
  if (number === '5') {
    ticks.push(['Form 3 Holdings Reported.', filing.form3HoldingsReported]);
    ticks.push(['Form 4 Transactions Reported.', filing.form4TransactionsReported]);
  }
  if (number !== '3' && filing.aff10b5One !== null) {
    ticks.push([
      'Check this box to indicate that a transaction was made pursuant to a contract, instruction or written plan.',
      filing.aff10b5One,
    ]);
  }
  return ticks
    .map(
      ([label, isTicked]) =>
        `<tr><td><table border="1"><tr><td> ${tick(isTicked)} </td></tr></table></td><td class="SmallFormText">${label}</td></tr>\n`,
    )
    .join('');
}

function printBoxes(filing: Filing): string {
  const [owner] = filing.reportingOwners;
  if (owner === undefined) return '';
  const { issuer } = filing;
  return `<table border="1"><tr><td rowspan="3">${printOwner(owner)}</td>
<td><span class="MedSmallFormText">2. Issuer Name <b>and</b> Ticker or Trading
 Symbol</span><br>${printLink(issuer)}
 [ <span class="FormData">${escapeText(issuer.tradingSymbol ?? '')}</span> ]
</td><td rowspan="2">${printRelationship(owner)}</td></tr>
<tr><td><span class="MedSmallFormText">${PERIODS[formNumber(filing.form)]}
 (Month/Day/Year)</span><br>${data(printedDate(filing.periodOfReport))}</td></tr>
<tr><td><span class="MedSmallFormText">4. If Amendment, Date of Original Filed
 (Month/Day/Year)</span><br>${data(printedDate(filing.dateOfOriginalSubmission))}</td>
<td>6. Individual or Joint/Group Filing (Check Applicable Line)</td></tr></table>`;
}

function printOwner(owner: FiledOwner): string {
  const { street1 = '', street2 = '', city = '', state = '', zip = '' } = owner.address ?? {};
  const rule = '<hr width="98%">';
  const row = (...cells: readonly (string | null)[]) =>
    `<tr>${cells.map((cell) => `<td>${data(cell ?? '')}</td>`).join('')}</tr>`;
  return `<span class="MedSmallFormText">1. Name and Address of Reporting Person<sup>*</sup></span><table><tr><td>${printLink(owner)}</td></tr></table>
${rule}<table><tr><td>(Last)</td><td>(First)</td><td>(Middle)</td></tr></table>
<table>${row(street1)}${row(street2)}</table>
${rule}<span>(Street)</span><table>${row(city, state, zip)}</table>
${rule}<table><tr><td>(City)</td><td>(State)</td><td>(Zip)</td></tr></table>`;
}

function printLink({ cik, name }: Pick<FiledOwner, 'cik' | 'name'>): string {
  const query = cik === null ? '' : `&amp;CIK=${cik}`;
  return `<a href="/cgi-bin/browse-edgar?action=getcompany${query}">${escapeText(name)}</a>`;
}

function printRelationship(owner: FiledOwner): string {
  const box = (isTicked: boolean, label: string) =>
    `<td>${isTicked ? data('X') : ''}</td><td>${label}</td>`;
  return `<span>5. Relationship of Reporting Person(s) to Issuer</span><br><span>(Check all applicable)</span>
<table><tr>${box(owner.isDirector, 'Director')}${box(owner.isTenPercentOwner, '10% Owner')}</tr>
<tr>${box(owner.isOfficer, 'Officer (give title below)')}${box(owner.isOther, 'Other (specify below)')}</tr>
<tr><td></td><td style="color: blue">${escapeText(owner.officerTitle ?? '')}</td><td></td><td style="color: blue">${escapeText(owner.otherText ?? '')}</td></tr></table>`;
}

function printTable(filing: Filing, table: SecurityTable): string {
  const headings = headingsOf(formNumber(filing.form), table);
  const columns = columnsOf(headings);
  const name = table === 'NON_DERIVATIVE' ? 'Table I - Non-Derivative' : 'Table II - Derivative';
  const rows = linesOf(filing, table).map((line) => {
    const cells = columns.map((column) =>
      printCell(printedCell(line, column, columns, false), column),
    );
    return `<tr>\n${cells.join('\n')}\n</tr>`;
  });
  return `<table border="1"><thead><tr><th colspan="${columns.length}"><b>${name} Securities Beneficially Owned</b></th></tr>
${printHeadings(headings)}</thead>${rows.length === 0 ? '' : `<tbody>${rows.join('\n')}</tbody>`}</table>`;
}

function printHeadings(headings: readonly Heading[]): string {
  const isGroup = ({ columns }: Heading) => columns.some(([, words]) => words !== null);
  const top = headings.map((heading) =>
    isGroup(heading)
      ? `<th colspan="${heading.columns.length}">${heading.words}</th>`
      : `<th rowspan="2">${heading.words}</th>`,
  );
  const below = headings
    .filter(isGroup)
    .flatMap(({ columns }) => columns.map(([, words]) => `<th>${words}</th>`));
  return `<tr>${top.join('')}</tr>\n<tr>${below.join('')}</tr>`;
}

function printCell({ text, marks }: PrintedCell, column: PrintedColumn): string {
  const sign = WORDS.has(column) ? null : /^(-?)\$(.*)$/.exec(text);
  const words = sign
    ? `<span class="FormText">${sign[1]}$</span>${data(sign[2] ?? '')}`
    : data(text);
  const raised = marks.map((mark) => `<span class="FootnoteData"><sup>(${mark})</sup></span>`);
  return `<td align="center">\n${words}${raised.join('')}\n</td>`;
}

/** The columns in which a currency sign is the filer's, not the page's. */
const WORDS = new Set<PrintedColumn>(['title', 'underlyingTitle', 'nature']);

/** Below the tables the owners of a joint filing are listed once more, the first one too. */
function printJointOwners({ reportingOwners }: Filing): string {
  if (reportingOwners.length < 2) return '';
  const rows = reportingOwners.map((owner) => `<tr><td>${printOwner(owner)}</td></tr>`);
  return `<table width="40%" border="1">${rows.join('\n')}</table>`;
}

function printNotes(filing: Filing): string {
  const footnotes = filing.footnotes.map(
    (footnote) =>
      `<tr><td class="FootnoteData">${footnoteNumber(footnote)}. ${escapeText(footnote.text)}</td></tr>`,
  );
  const nothing = '<tr><td class="FormText"><b>No securities are beneficially owned.</b></td></tr>';
  const signatures = filing.signatures.map(
    ({ name, date }) =>
      `<tr><td></td><td><u>${data(name)}</u></td><td><u>${data(printedDate(date))}</u></td></tr>`,
  );
  return `<table><tr><td class="MedSmallFormText"><b>Explanation of Responses:</b></td></tr>
${footnotes.join('\n')}${filing.noSecuritiesOwned && formNumber(filing.form) === '3' ? nothing : ''}
<tr><td class="FormText"><b>Remarks:</b></td></tr>
<tr><td class="FootnoteData">${escapeText(filing.remarks ?? '')}</td></tr></table>
<table>${signatures.join('\n')}
<tr><td></td><td class="MedSmallFormText">** Signature of Reporting Person</td><td>Date</td></tr>
<tr><td colspan="3">Reminder: Report on a separate line for each class of securities.</td></tr></table>`;
}

function tick(isTicked: boolean): string {
  return isTicked ? data('X') : '';
}

function data(text: string): string {
  return `<span class="FormData">${escapeText(text)}</span>`;
}
