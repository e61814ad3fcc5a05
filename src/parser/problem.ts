import type { Filing } from './filing.ts';

/**
 * Why a document cannot be read as a filing, or a doubt about one that can: whether it refuses the
 * document or warns, and what its place looks like. docs/explanation/parser.md says the same.
 */
export const PROBLEM_CODES = {
  EMPTY_DOCUMENT: { effect: 'refuses', place: '1:1', meaning: 'No bytes, or blanks alone.' },
  TOO_LARGE: {
    effect: 'refuses',
    place: 'where it begins',
    meaning: 'More bytes, more XML or a longer text than any filing has.',
  },
  NOT_TEXT: {
    effect: 'refuses',
    place: '1:1',
    meaning: 'A picture, an archive or other bytes that are no text.',
  },
  UNKNOWN_RENDITION: {
    effect: 'refuses',
    place: '1:1',
    meaning: 'Text, but nothing that a Section 16 filing looks like.',
  },
  EDGAR_REFUSED: {
    effect: 'refuses',
    place: '1:1',
    meaning:
      "EDGAR's own page in place of a document: the request did not say who asks, or came too often.",
  },
  NOT_OWNERSHIP_FORM: {
    effect: 'refuses',
    place: '1:1, or where the type stands',
    meaning: 'A filing of another form, a 10-K for instance.',
  },
  NO_OWNERSHIP_DOCUMENT: {
    effect: 'refuses',
    place: '1:1',
    meaning: 'A submission without a readable ownership document in it.',
  },
  MALFORMED_XML: {
    effect: 'refuses',
    place: 'line:column',
    meaning: 'XML that is not well-formed.',
  },
  FORBIDDEN_XML: {
    effect: 'refuses',
    place: 'line:column',
    meaning: 'A document type or an entity, which ownership XML never has.',
  },
  TOO_DEEP: {
    effect: 'refuses',
    place: 'line:column',
    meaning: 'Elements nested deeper than any schema version has.',
  },
  TOO_MANY: {
    effect: 'refuses',
    place: 'where they begin',
    meaning:
      'More elements, attributes, footnotes, lines, owners or documents than any filing has.',
  },
  MISSING: {
    effect: 'refuses or warns',
    place: 'where the value stands',
    meaning:
      'Something without which there is no filing or no line; or, a warning, that is read as its usual value.',
  },
  INVALID_VALUE: {
    effect: 'refuses or warns',
    place: 'where the value stands',
    meaning: 'A value that is not of its kind: a date, an amount, a number.',
  },
  UNKNOWN_ELEMENT: {
    effect: 'refuses or warns',
    place: 'an element path',
    meaning:
      'An element, an attribute or text that no known schema version has in its place; it refuses where a title, an amount, a date or a code of a line would be lost.',
  },
  REPEATED_ELEMENT: {
    effect: 'refuses or warns',
    place: 'an element path',
    meaning:
      'An element a second time where every schema version has it once: the first is read. It refuses in a row, where the two differ.',
  },
  NO_LINES: {
    effect: 'warns',
    place: 'the root element',
    meaning: 'No line in either table, and no box that says why.',
  },
  CONTRADICTION: {
    effect: 'warns',
    place: 'where one of the two stands',
    meaning: 'Two statements that cannot both be so; which one is read is said.',
  },
  RECOVERED: {
    effect: 'warns',
    place: 'line:column',
    meaning:
      'XML that is not well-formed or two encodings in one document, and how it is read all the same.',
  },
  UNKNOWN_FOOTNOTE: {
    effect: 'warns',
    place: 'where the value stands',
    meaning: 'A mark whose footnote is not there.',
  },
  TABLE_UNREADABLE: {
    effect: 'refuses',
    place: 'where the table, row or cell stands; 1:1 where a page has no such table',
    meaning: 'A table of a page that is missing, or a row of one that cannot be read.',
  },
} as const satisfies Readonly<
  Record<
    string,
    {
      readonly effect: 'refuses' | 'warns' | 'refuses or warns';
      readonly place: string;
      readonly meaning: string;
    }
  >
>;

/** The code of a problem. */
export type ProblemCode = keyof typeof PROBLEM_CODES;

/** A problem and its place. */
export interface Problem {
  readonly code: ProblemCode;
  /**
   * Element path ("ownershipDocument/issuer/issuerCik") or "line:column", counted from 1, or
   * "TABLE:row/COLUMN".
   */
  readonly path: string;
  readonly message: string;
}

/** In what shape a document came (docs/domain.md §1). */
export type Rendition =
  | 'ownership-xml'
  | 'submission-text'
  | 'html-page'
  | 'text-page'
  | 'data-set';

/** How a document was read: a filing with warnings, or the problems that forbid it. */
export type ParseResult =
  | {
      readonly ok: true;
      readonly rendition: Rendition;
      readonly filing: Filing;
      readonly warnings: readonly Problem[];
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** The result for a document that one problem forbids. */
export function refusal(code: ProblemCode, path: string, message: string): ParseResult {
  return { ok: false, problems: [{ code, path, message }] };
}
