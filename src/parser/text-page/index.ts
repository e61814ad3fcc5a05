import type { FiledOwner } from '../filing.ts';
import { formNumber } from '../form-type.ts';
import { listedOnce, type PrintedDate, printedDateIn, readPage } from '../page/index.ts';
import { type ParseResult, refusal } from '../problem.ts';
import { isChecked } from './boxes.ts';
import { flatten, hasLabels, type Label, type LabelledText, labelledTexts } from './labels.ts';
import { markReader, markStyle } from './marks.ts';
import { pageRows } from './page-rows.ts';
import { plain } from './plain.ts';
import { readForm } from './read-form.ts';
import { readIssuer, readOwner } from './read-head.ts';
import { readFootnotes, readRemarks, readSignatures } from './read-notes.ts';
import { pageSections } from './sections.ts';

/** Whether a text is one made of the SEC's page of a Form 3, 4 or 5. */
export function looksLikeTextPage(text: string): boolean {
  return hasLabels(text);
}

/** No real page is a fifth of this; it bounds the lines and cells that are kept in memory. */
const LONGEST_PAGE = 1_000_000;

/** Parses the text or Markdown made of the SEC's page; it knows no accession number. */
export function parseTextPage(page: string): ParseResult {
  if (page.length > LONGEST_PAGE) {
    return refusal('TOO_LARGE', '1:1', `A page of more than ${LONGEST_PAGE} characters.`);
  }
  const rows = pageRows(page);
  const form = readForm(rows);
  const sections = pageSections(rows, form !== null && formNumber(form) === '3');
  const labels = labelledTexts(page.slice(0, sections.footnotes[0]?.at));
  const dateOfOriginalSubmission = dateIn(labels, 'amendment');
  const footnotes = readFootnotes(sections.footnotes);
  const read = markReader(markStyle(sections.tables.flatMap((table) => table.rows)), footnotes);
  const flat = flatten(page.slice(0, sections.tables[0]?.rows[0]?.at)).replace(/\s+/g, ' ');
  const box = (label: RegExp) => isChecked(flat, label);
  return readPage(
    {
      form,
      issuer: readIssuer(first(labels, 'issuer'), first(labels, 'foreignSymbol')),
      owners: readOwners(labels),
      periodOfReport: dateIn(labels, 'period'),
      dateOfOriginalSubmission,
      boxes: {
        notSubjectToSection16: box(/Check this box if no longer subject/),
        noSecuritiesOwned: sections.hasNoSecurities,
        form3HoldingsReported: box(/Form 3 Holdings Reported/),
        form4TransactionsReported: box(/Form 4 Transactions Reported/),
        aff10b5One: box(/Check this box to indicate that a transaction was made pursuant/),
      },
      tables: sections.tables.map(({ table, header, rows: lines }) => ({
        table,
        headings: header.map(({ cells }) => cells.map(({ raw }) => plain(raw))),
        rows: lines.map(({ at, cells }) => ({
          at,
          cells: cells.map((cell) => ({
            at: cell.at,
            read: (isWords: boolean) => read(cell.raw, isWords),
          })),
        })),
      })),
      footnotes,
      footnotesAt: sections.footnotes[0]?.at ?? 0,
      remarks: readRemarks(sections.remarks),
      signatures: readSignatures(sections.signatures),
      isWhole: sections.isSigned,
    },
    'text-page',
    page,
  );
}

/** The owners, in order; the boxes of joint filers below the tables say nothing of a relationship. */
function readOwners(labels: readonly LabelledText[]): readonly FiledOwner[] {
  const boxes: { readonly owner: string; relationship?: string }[] = [];
  for (const { label, text } of labels) {
    const last = boxes.at(-1);
    if (label === 'owner') boxes.push({ owner: text });
    else if (label === 'relationship' && last !== undefined) last.relationship ??= text;
  }
  return listedOnce(
    boxes.flatMap(({ owner, relationship }) => readOwner(owner, relationship ?? '') ?? []),
  );
}

function first(labels: readonly LabelledText[], wanted: Label): string {
  return labels.find(({ label }) => label === wanted)?.text ?? '';
}

/** What stands in a box of a date, where anything like a date does. */
function dateIn(labels: readonly LabelledText[], wanted: Label): PrintedDate | null {
  const box = labels.find(({ label }) => label === wanted);
  return box === undefined ? null : printedDateIn(plain(box.text), box.at);
}
