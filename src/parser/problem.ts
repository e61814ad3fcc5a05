/** Why a document cannot be read as a filing, or a doubt about one that can. */
export type ProblemCode =
  | 'EMPTY_DOCUMENT'
  | 'TOO_LARGE'
  | 'NOT_TEXT'
  | 'UNKNOWN_RENDITION'
  | 'NOT_OWNERSHIP_FORM'
  | 'NO_OWNERSHIP_DOCUMENT'
  | 'MALFORMED_XML'
  | 'FORBIDDEN_XML'
  | 'TOO_DEEP'
  | 'TOO_MANY'
  | 'MISSING'
  | 'INVALID_VALUE'
  | 'UNKNOWN_ELEMENT'
  | 'UNKNOWN_FOOTNOTE'
  | 'TABLE_UNREADABLE';

/** A problem and its place. */
export interface Problem {
  readonly code: ProblemCode;
  /** Element path ("ownershipDocument/issuer/issuerCik") or "line:column", counted from 1. */
  readonly path: string;
  readonly message: string;
}

/** How a document was read: a filing with warnings, or the problems that forbid it. */
export type ParseResult =
  | {
      readonly ok: true;
      readonly filing: import('./filing.ts').Filing;
      readonly warnings: readonly Problem[];
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };
