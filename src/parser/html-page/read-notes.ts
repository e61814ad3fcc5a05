import type { FiledFootnote, FiledSignature } from '../filing.ts';
import { NO_SECURITIES, parsePrintedDate, SIGNATURE } from '../page/index.ts';
import { cellsOf, type HtmlElement, wordsOf } from './html-element.ts';

/** What stands below the tables of a page. */
export interface PageNotes {
  readonly footnotes: readonly FiledFootnote[];
  /** The character at which their heading's row starts; 0 where there is none. */
  readonly footnotesAt: number;
  readonly remarks: string | null;
  readonly signatures: readonly FiledSignature[];
  /** The line that Form 3 prints where there is nothing to report. */
  readonly hasNoSecurities: boolean;
  /** Whether the line below the signatures is there. */
  readonly isSigned: boolean;
}

const FOOTNOTES = /^Explanation of Responses\s?:?$/i;
const REMARKS = /^Remarks\s?:?$/i;
const NUMBERED = /^(\d{1,5})\.(?:\s(.*))?$/s;

/** Reads footnotes, remarks and signatures: one row each, below their headings. */
export function readNotes(rows: readonly HtmlElement[]): PageNotes {
  const footnotes: FiledFootnote[] = [];
  const remarks: string[] = [];
  const signatures: FiledSignature[] = [];
  let signing: FiledSignature[] = [];
  let part: 'above' | 'footnotes' | 'remarks' = 'above';
  let footnotesAt = 0;
  let hasNoSecurities = false;
  let isSigned = false;
  for (const row of rows) {
    const cells = cellsOf(row).map((cell) => wordsOf(cell));
    const [words = ''] = cells;
    if (part === 'above') {
      if (!FOOTNOTES.test(words)) continue;
      part = 'footnotes';
      footnotesAt = row.at;
    } else if (cells.some((cell) => SIGNATURE.test(cell))) {
      for (const signature of signing) signatures.push(signature);
      signing = [];
      isSigned = true;
    } else if (cells.length > 1) signing.push(...readSignature(cells));
    else if (isOwnWords(row) && NO_SECURITIES.test(words)) hasNoSecurities = true;
    else if (part === 'footnotes' && isOwnWords(row) && REMARKS.test(words)) part = 'remarks';
    else if (!isSigned) {
      if (part === 'remarks') remarks.push(words);
      else addFootnote(footnotes, words);
    }
  }
  return {
    footnotes,
    footnotesAt,
    remarks: remarks.filter((remark) => remark !== '').join(' ') || null,
    signatures,
    hasNoSecurities,
    isSigned,
  };
}

/**
 * Whether a row is the form's own and not the filer's: the stylesheets mark those that are filed.
 */
function isOwnWords(row: HtmlElement): boolean {
  return cellsOf(row)[0]?.attributes.class !== 'FootnoteData';
}

/** The number is printed before the text; a row without one goes on with the footnote above. */
function addFootnote(footnotes: FiledFootnote[], words: string): void {
  const [, number, text = ''] = NUMBERED.exec(words) ?? [];
  const last = footnotes.pop();
  if (last !== undefined) {
    const isMore = number === undefined && words !== '';
    footnotes.push(isMore ? { ...last, text: `${last.text} ${words}` } : last);
  }
  if (number !== undefined) footnotes.push({ id: `F${Number(number)}`, text });
  else if (last === undefined && words !== '') footnotes.push({ id: 'F1', text: words });
}

function readSignature(cells: readonly string[]): FiledSignature[] {
  const [name = '', printed = ''] = cells.slice(-2);
  const date = parsePrintedDate(printed);
  return name === '' && date === null ? [] : [{ name, date }];
}
