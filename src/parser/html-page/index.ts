import type { FiledOwner, FormType } from '../filing.ts';
import { formType } from '../form-type.ts';
import { formOfStatement, type PrintedDate, readPage } from '../page/index.ts';
import { type ParseResult, refusal } from '../problem.ts';
import { descendants, type HtmlElement, leafRows, wordsOf } from './html-element.ts';
import {
  NO_RELATIONSHIP,
  readIssuer,
  readOwnerBox,
  readRelationship,
  readTick,
} from './read-boxes.ts';
import { readHtml } from './read-html.ts';
import { readNotes } from './read-notes.ts';
import { readTables } from './read-tables.ts';

/** Larger than any page of the thirty lines a table can have. */
const LONGEST_PAGE = 5_000_000;

const OWNER = /^(?:1\. ?)?Name and Address of Reporting Person(?:\(s\))?\*?/i;
const ISSUER = /^(?:[23]\. ?)?Issuer Name and Ticker or Trading Symbol/i;
const FOREIGN_SYMBOL = /^(?:[23]a\. ?)?Foreign Trading Symbol/i;
const PERIOD =
  /^(?:[234]\. ?)?(?:Date of Earliest Transaction|Statement for Issuer['’]s Fiscal Year Ended|Date of Event Requiring Statement|Statement for Month\/Day\/Year)/i;
const ORIGINAL = /^(?:[45]\. ?)?If Amendment,? Date of Original Filed/i;
const RELATIONSHIP = /^(?:[45]\. ?)?Relationship of Reporting Person\(s\) to Issuer/i;

/** Whether a text is a page made by the SEC's stylesheets: its boxes are cells of HTML tables. */
export function looksLikeHtmlPage(text: string): boolean {
  return /<td\b/i.test(text) && /Name\s+and\s+Address\s+of\s+Reporting\s+Person/i.test(text);
}

/** Parses a page made by the SEC's stylesheets; CIKs are in its links, an accession number is not. */
export function parseHtmlPage(text: string): ParseResult {
  if (text.length > LONGEST_PAGE) {
    return refusal('TOO_LARGE', '1:1', `A page of more than ${LONGEST_PAGE} characters.`);
  }
  const html = readHtml(text);
  if ('problem' in html) return { ok: false, problems: [html.problem] };
  const cells = descendants(html.root, 'td');
  const box = (label: RegExp) => boxes(cells, label)[0];
  const rows = leafRows(html.root);
  const issuer = box(ISSUER);
  const dateOfOriginalSubmission = dateIn(box(ORIGINAL));
  const notes = readNotes(rows);
  return readPage(
    {
      form: readForm(cells),
      issuer: issuer === undefined ? null : readIssuer(issuer, ISSUER, box(FOREIGN_SYMBOL)),
      owners: readOwners(boxes(cells, OWNER), box(RELATIONSHIP)),
      periodOfReport: dateIn(box(PERIOD)),
      dateOfOriginalSubmission,
      boxes: {
        notSubjectToSection16: readTick(cells, /^Check this box if no longer subject/i),
        noSecuritiesOwned: notes.hasNoSecurities,
        form3HoldingsReported: readTick(cells, /^Form 3 Holdings Reported/i),
        form4TransactionsReported: readTick(cells, /^Form 4 Transactions Reported/i),
        aff10b5One: readTick(cells, /^Check this box to indicate that a transaction was made/i),
      },
      tables: readTables(rows),
      footnotes: notes.footnotes,
      footnotesAt: notes.footnotesAt,
      remarks: notes.remarks,
      signatures: notes.signatures,
      isWhole: notes.isSigned,
    },
    'html-page',
    text,
  );
}

/** The innermost cells whose words begin with a label. */
function boxes(cells: readonly HtmlElement[], label: RegExp): HtmlElement[] {
  const found = cells.filter((cell) => label.test(wordsOf(cell)));
  const outer = new Set<HtmlElement>();
  for (const cell of found) {
    for (let around = cell.parent; around !== null; around = around.parent) outer.add(around);
  }
  return found.filter((cell) => !outer.has(cell));
}

/** The owners, in order; the boxes of joint filers below the tables begin with the first one again. */
function readOwners(
  ownerBoxes: readonly HtmlElement[],
  relationship: HtmlElement | undefined,
): FiledOwner[] {
  const owners = ownerBoxes.flatMap((box) => readOwnerBox(box) ?? []);
  const [head, again] = owners;
  const isRepeated =
    head !== undefined && again !== undefined && head.name === again.name && head.cik === again.cik;
  const listed = isRepeated ? owners.slice(1) : owners;
  return listed.map((owner, index) => ({
    ...owner,
    ...(index === 0 && relationship !== undefined
      ? readRelationship(relationship)
      : NO_RELATIONSHIP),
  }));
}

function dateIn(box: HtmlElement | undefined): PrintedDate | null {
  const printed = box && /\d{1,2}\/\d{1,2}\/\d{4}/.exec(wordsOf(box))?.[0];
  return box === undefined || printed === undefined ? null : { text: printed, at: box.at };
}

/** The form in the page's corner, else by the title of its statement. */
function readForm(cells: readonly HtmlElement[]): FormType | null {
  for (const cell of cells) {
    const [, number, amended] = /^FORM ?([345])( ?\/ ?A)?$/i.exec(wordsOf(cell)) ?? [];
    if (number !== undefined) {
      return formType(amended === undefined ? number : `${number}/A`);
    }
  }
  const [statement] = cells.flatMap((cell) => formOfStatement(wordsOf(cell)) ?? []);
  return statement === undefined ? null : formType(statement);
}
