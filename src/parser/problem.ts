import type { Filing } from './filing.ts';

/** Why a document cannot be read as a filing, or a doubt about one that can. */
export type ProblemCode =
  /** No bytes, or blanks alone. */
  | 'EMPTY_DOCUMENT'
  /** More bytes than any filing has. */
  | 'TOO_LARGE'
  /** A picture, an archive or other bytes that are no text. */
  | 'NOT_TEXT'
  /** Text, but nothing that a Section 16 filing looks like. */
  | 'UNKNOWN_RENDITION'
  /** A filing of another form, a 10-K for instance. */
  | 'NOT_OWNERSHIP_FORM'
  /** A submission without a readable ownership document in it. */
  | 'NO_OWNERSHIP_DOCUMENT'
  /** XML that is not well-formed. */
  | 'MALFORMED_XML'
  /** A document type or an entity, which ownership XML never has. */
  | 'FORBIDDEN_XML'
  /** Elements nested deeper than any schema version has. */
  | 'TOO_DEEP'
  /** More elements or footnotes than any filing has. */
  | 'TOO_MANY'
  /** Something without which there is no filing or no line. */
  | 'MISSING'
  /** A value that is not of its kind: a date, an amount, a number. */
  | 'INVALID_VALUE'
  /** A warning: an element that no known schema version has. */
  | 'UNKNOWN_ELEMENT'
  /** A warning: an element a second time where every schema version has it once. */
  | 'REPEATED_ELEMENT'
  /** A warning: a mark whose footnote is not there. */
  | 'UNKNOWN_FOOTNOTE'
  /** A row of a page's table that cannot be read. */
  | 'TABLE_UNREADABLE';

/** A problem and its place. */
export interface Problem {
  readonly code: ProblemCode;
  /** Element path ("ownershipDocument/issuer/issuerCik") or "line:column", counted from 1. */
  readonly path: string;
  readonly message: string;
}

/** In what shape a document came (docs/domain.md §1). */
export type Rendition = 'ownership-xml' | 'submission-text' | 'text-page';

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
