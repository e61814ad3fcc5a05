import type { ProblemCode } from '../../parser/index.ts';

/** Why a document is not in the ledger, and where in it; codes of the parser, and three of the ledger. */
export interface Rejection {
  readonly code: ProblemCode | 'NO_KNOWN_AT' | 'CONFLICT' | 'REFUSED_VALUE';
  readonly path: string;
  readonly message: string;
}

/** A reason as it is kept; the code UNREADABLE is of a document whose bytes were never had. */
export interface KeptProblem {
  readonly code: Rejection['code'] | 'UNREADABLE';
  readonly path: string;
  readonly message: string;
}
