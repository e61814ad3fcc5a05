import type { Operation } from '../operations/index.ts';

/** What operators are told of one request that asked for an operation. */
export interface Answered {
  readonly requestId: string;
  /** Null where it was none that could be executed. */
  readonly operation: Operation | null;
  /** HTTP's. */
  readonly status: number;
  /** The codes of its errors (contract.graphql). */
  readonly codes: readonly string[];
  /** Rows that it might have read; 0 where it was not executed. */
  readonly cost: number;
  /** Where the answer comes from: the ledger, what was kept of it, or what the client has. */
  readonly from: 'ledger' | 'memory' | 'client' | 'nowhere';
  readonly ms: number;
}
