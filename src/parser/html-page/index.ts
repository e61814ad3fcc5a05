import type { FiledOwner, FormType } from '../filing.ts';
import { formType } from '../form-type.ts';
import { OWNERS_AT_MOST } from '../limits.ts';
import {
  BOX_WORDS,
  formOfStatement,
  listedOnce,
  type Page,
  type PrintedDate,
  printedDateIn,
  readPage,
} from '../page/index.ts';
import { placeAt } from '../place.ts';
import { type ParseResult, type Problem, refusal } from '../problem.ts';
import { hasPipedTables, readTextPage, refuseLargePage } from '../text-page/index.ts';
import { descendants, type HtmlElement, leafRows, startOf, wordsOf } from './html-element.ts';
import { withHtmlTables } from './piped-tables.ts';
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

/** How the words of a box begin; most cells need not be looked at again. */
const LABELLED =
  /^(?:[1-6][a-b]?\. ?)?(?:Name|Issuer|Foreign|Date|Statement|If Am|Relation|Check|FORM)|STATEMENT|\b3235-0/i;

/** Whether a text is a page made by the SEC's stylesheets: its boxes are cells of HTML tables. */
export function looksLikeHtmlPage(text: string): boolean {
  return /<td\b/i.test(text) && OWNER_ANYWHERE.test(text);
}

/**
 * Parses a page made by the SEC's stylesheets; CIKs are in its links, an accession number is not.
 * Converters leave some of its tables as they are and make Markdown of others.
 */
export function parseHtmlPage(text: string): ParseResult {
  if (text.length > LONGEST_PAGE) {
    return refusal('TOO_LARGE', '1:1', `A page of more than ${LONGEST_PAGE} characters.`);
  }
  const page = readHtmlPage(text);
  if ('problem' in page) return { ok: false, problems: [page.problem] };
  const placeOf = (at: number) => placeAt(text, at);
  if (page.tables.length === 0 && hasPipedTables(text)) {
    return refuseLargePage(text) ?? readPage(withPipedTables(page, text), 'text-page', placeOf);
  }
  const isPart = page.tables.length < 2 || !page.isWhole;
  const rewritten = isPart && refuseLargePage(text) === null ? withHtmlTables(text) : null;
  if (rewritten === null) return readPage(page, 'html-page', placeOf);
  const whole = readHtmlPage(rewritten.text);
  if ('problem' in whole) return { ok: false, problems: [whole.problem] };
  return readPage(whole, 'text-page', (at) => placeOf(rewritten.sourceAt(at)));
}

function readHtmlPage(text: string): Page | { readonly problem: Problem } {
  const html = readHtml(text);
  if ('problem' in html) return html;
  const cells = descendants(html.root, 'td').filter((cell) => LABELLED.test(startOf(cell)));
  const box = (label: RegExp) => boxes(cells, label)[0];
  const rows = leafRows(html.root);
  const issuer = box(ISSUER);
  const notes = readNotes(rows);
  return {
    form: readForm(cells),
    issuer: issuer === undefined ? null : readIssuer(issuer, ISSUER, box(FOREIGN_SYMBOL)),
    owners: readOwners(boxes(cells, OWNER), box(RELATIONSHIP)),
    periodOfReport: dateIn(box(PERIOD)),
    dateOfOriginalSubmission: dateIn(box(ORIGINAL)),
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
  };
}

/** A page whose boxes are HTML and whose tables Markdown; its notes are either. */
function withPipedTables(page: Page, text: string): Page {
  const below = readTextPage(text, page.footnotes);
  const head = {
    ...page,
    form: page.form ?? below.form,
    owners: page.owners.length > 0 ? page.owners : below.owners,
    tables: below.tables,
  };
  if (page.isWhole) return head;
  const { footnotes, footnotesAt, remarks, signatures, isWhole } = below;
  const { noSecuritiesOwned } = below.boxes;
  const boxes = { ...page.boxes, noSecuritiesOwned };
  return { ...head, boxes, footnotes, footnotesAt, remarks, signatures, isWhole };
}

/** The innermost cells whose words begin with a label. */
function boxes(cells: readonly HtmlElement[], label: RegExp): HtmlElement[] {
  const found = cells.filter((cell) => label.test(startOf(cell)));
  const outer = new Set<HtmlElement>();
  for (const cell of found) {
    for (let around = cell.parent; around !== null; around = around.parent) outer.add(around);
  }
  return found.filter((cell) => !outer.has(cell));
}

/** The first owner is listed again; with more than these, the page is refused for its owners. */
const BOXES_AT_MOST = OWNERS_AT_MOST + 2;

/** The owners, in order; the relationship box speaks of the first. */
function readOwners(
  ownerBoxes: readonly HtmlElement[],
  relationshipBox: HtmlElement | undefined,
): readonly FiledOwner[] {
  const said = relationshipBox === undefined ? NO_RELATIONSHIP : readRelationship(relationshipBox);
  const owners = ownerBoxes.slice(0, BOXES_AT_MOST).flatMap((box) => readOwnerBox(box) ?? []);
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
    const [, number, amended] = /^FORM ?([345])( ?\/ ?A)?$/i.exec(startOf(cell)) ?? [];
    if (number !== undefined) {
      return formType(amended === undefined ? number : `${number}/A`);
    }
  }
  const [statement] = cells.flatMap((cell) => formOfStatement(startOf(cell)) ?? []);
  return statement === undefined ? null : formType(statement);
}
