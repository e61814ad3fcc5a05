import type { FiledOwner, FormType } from '../filing.ts';
import { formType } from '../form-type.ts';
import {
  BOX_WORDS,
  formOfStatement,
  listedOnce,
  type PrintedDate,
  printedDateIn,
  readPage,
} from '../page/index.ts';
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

const OWNER = new RegExp(String.raw`^(?:1\. ?)?${BOX_WORDS.owner}(?:\(s\))?\*?`, 'i');
const ISSUER = /^(?:[23]\. ?)?Issuer Name and Ticker or Trading Symbol/i;
const FOREIGN_SYMBOL = /^(?:[23]a\. ?)?Foreign Trading Symbol/i;
const PERIOD = new RegExp(String.raw`^(?:[234]\. ?)?${BOX_WORDS.period}`, 'i');
const ORIGINAL = new RegExp(String.raw`^(?:[45]\. ?)?${BOX_WORDS.original}`, 'i');
const RELATIONSHIP = new RegExp(String.raw`^(?:[45]\. ?)?${BOX_WORDS.relationship}`, 'i');
const OWNER_ANYWHERE = new RegExp(BOX_WORDS.owner, 'i');

/** Whether a text is a page made by the SEC's stylesheets: its boxes are cells of HTML tables. */
export function looksLikeHtmlPage(text: string): boolean {
  return /<td\b/i.test(text) && OWNER_ANYWHERE.test(text);
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

/** The owners, in order; the relationship box speaks of the first. */
function readOwners(
  ownerBoxes: readonly HtmlElement[],
  relationshipBox: HtmlElement | undefined,
): readonly FiledOwner[] {
  const said = relationshipBox === undefined ? NO_RELATIONSHIP : readRelationship(relationshipBox);
  const owners = ownerBoxes.flatMap((box) => readOwnerBox(box) ?? []);
  return listedOnce(
    owners.map((owner, index) => ({ ...owner, ...(index === 0 ? said : NO_RELATIONSHIP) })),
  );
}

function dateIn(box: HtmlElement | undefined): PrintedDate | null {
  return box === undefined ? null : printedDateIn(wordsOf(box), box.at);
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
