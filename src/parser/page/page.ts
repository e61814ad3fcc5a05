import type {
  FiledFootnote,
  FiledIssuer,
  FiledOwner,
  FiledSignature,
  FormType,
  SecurityTable,
} from '../filing.ts';

/**
 * The SEC's page of a form, HTML or text made from it, taken apart into the boxes, tables and lists
 * that are printed on it. It knows neither accession number nor acceptance time, nor the form type
 * and timeliness of a line, nor any owner's relationship but the first one's
 * (docs/reference/renditions.md).
 */
export interface Page {
  /** As titled; null where nothing on the page says which form it is. */
  readonly form: FormType | null;
  readonly issuer: FiledIssuer | null;
  readonly owners: readonly FiledOwner[];
  readonly periodOfReport: PrintedDate | null;
  readonly dateOfOriginalSubmission: PrintedDate | null;
  readonly boxes: PageBoxes;
  readonly tables: readonly PageTable[];
  readonly footnotes: readonly FiledFootnote[];
  /** The character at which their list begins; 0 where there is none. */
  readonly footnotesAt: number;
  readonly remarks: string | null;
  readonly signatures: readonly FiledSignature[];
  /** Whether its signature line is there: a page without one has been cut off. */
  readonly isWhole: boolean;
}

/** The ticked boxes of a page; null where it has no such box. */
export interface PageBoxes {
  readonly notSubjectToSection16: boolean | null;
  readonly noSecuritiesOwned: boolean;
  readonly form3HoldingsReported: boolean | null;
  readonly form4TransactionsReported: boolean | null;
  readonly aff10b5One: boolean | null;
}

/** What stands where a date belongs, and at which character of the document its box starts. */
export interface PrintedDate {
  readonly text: string;
  readonly at: number;
}

/** A printed table: its headings by row and column, "" where a cell has none, and its lines. */
export interface PageTable {
  readonly table: SecurityTable;
  /** The character at which its title starts. */
  readonly at: number;
  /** The character at which words stand that are in none of its rows; null where there are none. */
  readonly strayAt: number | null;
  readonly headings: readonly (readonly string[])[];
  readonly rows: readonly PageRow[];
}

/** A row, and the character of the document at which it starts. */
export interface PageRow {
  readonly at: number;
  readonly cells: readonly PageCell[];
}

/** A cell, and the character of the document at which it starts. */
export interface PageCell {
  readonly at: number;
  /** Its text and marks; where only the kind of cell tells them apart, words are read as words. */
  read(isWords: boolean): MarkedText;
}

/** A cell's words without its footnote marks, and the numbers of those. */
export interface MarkedText {
  readonly text: string;
  readonly marks: readonly number[];
}
