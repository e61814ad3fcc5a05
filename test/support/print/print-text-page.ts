import {
  type FiledAddress,
  type FiledOwner,
  type Filing,
  formNumber,
  type SecurityTable,
} from '../../../src/parser/index.ts';
import { footnoteNumber, printedCell, printedDate } from './printed-cell.ts';
import { columnsOf, type Heading, headingsOf, linesOf } from './printed-columns.ts';
import { PERIODS, STATEMENTS } from './printed-titles.ts';
import { TEXT_STYLES, type TextStyle, type TextStyleName } from './text-styles.ts';

/**
 * Prints a filing as text that a converter made of the SEC's page: in a seed's style, or in pipes.
 */
export function printTextPage(filing: Filing, name: TextStyleName): string {
  const style = TEXT_STYLES[name];
  const number = formNumber(filing.form);
  const title = `FORM ${number}${filing.form.endsWith('_A') ? '/A' : ''}`;
  return [
    title,
    'UNITED STATES SECURITIES AND EXCHANGE COMMISSION',
    style.bold(STATEMENTS[number]),
    ...printTicks(filing, style),
    ...printBoxes(filing, style),
    printTable(filing, 'NON_DERIVATIVE', style),
    printTable(filing, 'DERIVATIVE', style),
    ...(filing.reportingOwners.length < 2
      ? []
      : filing.reportingOwners.map((owner) => style.row([printOwner(owner, style), '']))),
    ...printNotes(filing, style),
  ].join('\n\n');
}

function printTicks(filing: Filing, style: TextStyle): string[] {
  const number = formNumber(filing.form);
  const tick = (isTicked: boolean, label: string) =>
    `${style.listed ? '- ' : ''}${style.tick(isTicked)} ${label}`;
  const exit = 'Check this box if no longer subject to Section 16. See Instruction 1(b).';
  const plan =
    'Check this box to indicate that a transaction was made pursuant to a contract, instruction or written plan.';
  return [
    ...(number === '3' ? [] : [tick(filing.notSubjectToSection16, exit)]),
    ...(number === '5'
      ? [
          tick(filing.form3HoldingsReported, 'Form 3 Holdings Reported.'),
          tick(filing.form4TransactionsReported, 'Form 4 Transactions Reported.'),
        ]
      : []),
    ...(number === '3' || filing.aff10b5One === null ? [] : [tick(filing.aff10b5One, plan)]),
  ];
}

function printBoxes(filing: Filing, style: TextStyle): string[] {
  const [owner] = filing.reportingOwners;
  if (owner === undefined) return [];
  const { name, tradingSymbol } = filing.issuer;
  const issuer = style.issuer(style.escape(name), style.escape(tradingSymbol ?? ''));
  const day = '(Month/Day/Year)';
  const rows = [
    [
      printOwner(owner, style),
      `2. Issuer Name and Ticker or Trading Symbol ${issuer}`,
      printRelationship(owner, style),
    ],
    ['', `${PERIODS[formNumber(filing.form)]} ${day} ${printedDate(filing.periodOfReport)}`, ''],
    [
      `4. If Amendment, Date of Original Filed ${day} ${printedDate(filing.dateOfOriginalSubmission)}`,
      '',
      '',
    ],
  ];
  return [rows.map((row) => style.row(row)).join('\n')];
}

function printOwner(owner: FiledOwner, style: TextStyle): string {
  const { street1 = '', street2 = '', city = '', state = '', zip = '' } = owner.address ?? {};
  const words = (...parts: readonly (string | null)[]) =>
    parts.flatMap((part) => (part ? [style.escape(part)] : [])).join(' ');
  return [
    '1. Name and Address of Reporting Person*',
    `<u>${style.escape(owner.name)}</u>`,
    style.rule,
    '(Last) (First) (Middle)',
    words(street1, street2),
    style.rule,
    '(Street)',
    words(city, state, zip),
    style.rule,
    '(City) (State) (Zip)',
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function printRelationship(owner: FiledOwner, style: TextStyle): string {
  const box = (isTicked: boolean, label: string) => `${style.tick(isTicked)} ${label}`.trim();
  const stated = [
    ...(owner.isOfficer ? [owner.officerTitle ?? ''] : []),
    ...(owner.isOther ? [owner.otherText ?? ''] : []),
  ];
  return [
    '5. Relationship of Reporting Person(s) to Issuer (Check all applicable)',
    box(owner.isDirector, 'Director'),
    box(owner.isTenPercentOwner, '10% Owner'),
    box(owner.isOfficer, 'Officer (give title below)'),
    box(owner.isOther, 'Other (specify below)'),
    ...stated.map((text) => `<u>${style.escape(text)}</u>`),
  ].join(' ');
}

function printTable(filing: Filing, table: SecurityTable, style: TextStyle): string {
  const headings = headingsOf(formNumber(filing.form), table);
  const columns = columnsOf(headings);
  const lines = linesOf(filing, table);
  const hasFormTypes = style.hasFormTypes && formNumber(filing.form) === '5';
  const name = table === 'NON_DERIVATIVE' ? 'Table I - Non-Derivative' : 'Table II - Derivative';
  const [top = [], below = []] = printHeadings(headings, style);
  const rows = lines.map((line) =>
    style.row(
      columns.map((column) => {
        const { text, marks } = printedCell(line, column, columns, hasFormTypes);
        return [style.escape(text), ...style.marks(marks)].filter((part) => part !== '').join(' ');
      }),
    ),
  );
  return [
    `${style.bold(`${name} Securities Beneficially Owned`)}\n`,
    style.row(top),
    ...style.separator(top.length),
    style.row(below),
    ...rows,
  ].join('\n');
}

/**
 * Two rows of headings, each above its columns; one copy merges the two columns of the underlying.
 */
function printHeadings(headings: readonly Heading[], style: TextStyle): string[][] {
  const isMerged = ({ words }: Heading) =>
    style.mergesUnderlying && words.includes('Title and Amount');
  const top = headings.flatMap((heading) =>
    isMerged(heading)
      ? [heading.words]
      : heading.columns.map((_, index) => (index === 0 ? heading.words : '')),
  );
  const below = headings.flatMap((heading) =>
    isMerged(heading) ? [''] : heading.columns.map(([, words]) => words ?? ''),
  );
  return [top, below];
}

function printNotes(filing: Filing, style: TextStyle): string[] {
  const footnotes = filing.footnotes.map((footnote) => ({
    number: footnoteNumber(footnote) ?? 0,
    text: style.escape(footnote.text),
  }));
  const isCounted = footnotes.every(({ number }, index) => number === index + 1);
  const signatures = filing.signatures.map(({ name, date }) =>
    style.signature(style.escape(name), printedDate(date)),
  );
  return [
    style.bold('Explanation of Responses:'),
    footnotes
      .map(({ number, text }) => (isCounted ? style.item(number, text) : `${number}. ${text}`))
      .join('\n'),
    ...(filing.noSecuritiesOwned && formNumber(filing.form) === '3'
      ? [style.bold('No securities are beneficially owned.')]
      : []),
    style.bold('Remarks:'),
    style.escape(filing.remarks ?? ''),
    ...signatures,
    `${style.escape('**')} Signature of Reporting Person Date`,
    'Reminder: Report on a separate line for each class of securities.',
  ];
}

/** An address as the parts of a text page run into one another. */
export function joinedAddress(address: FiledAddress | null): readonly [string, string] | null {
  if (address === null) return null;
  const join = (...parts: readonly (string | null)[]) => parts.filter(Boolean).join(' ');
  const { street1, street2, city, state, zip } = address;
  return [join(street1, street2), join(city, state, zip)];
}
