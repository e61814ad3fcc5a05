export { encode } from './encode.ts';
export { decodeText } from './encodings.ts';
export type {
  AcquiredDisposed,
  FiledAddress,
  FiledExhibit,
  FiledFootnote,
  FiledFootnoteReference,
  FiledIssuer,
  FiledLine,
  FiledOwner,
  FiledSignature,
  Filing,
  FootnoteField,
  FormerName,
  FormType,
  HeaderFacts,
  HoldingLine,
  OwnershipForm,
  SecurityTable,
  Timeliness,
  TransactionLine,
} from './filing.ts';
export { formNumber } from './form-type.ts';
export { parseDocument } from './parse-document.ts';
export type { ParseResult, Problem, ProblemCode, Rendition } from './problem.ts';
export { PARSER_VERSION } from './version.ts';
