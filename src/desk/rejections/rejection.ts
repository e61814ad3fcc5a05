import type { ProblemCode } from '../../parser/index.ts';

/**
 * Why a document is not in the ledger, and where in it; codes of the parser, three of the ledger,
 * and UNREADABLE for one whose bytes were never had.
 */
export interface Rejection {
  readonly code: ProblemCode | 'UNREADABLE' | 'NO_KNOWN_AT' | 'CONFLICT' | 'REFUSED_VALUE';
  readonly path: string;
  readonly message: string;
}
