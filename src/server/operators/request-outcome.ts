import type { Operation } from '../operations/index.ts';

/** What operators learn of one request that asked for an operation. */
export interface RequestOutcome {
  readonly requestId: string;
  /** Null where it was none that could be executed. */
  readonly operation: Operation | null;
  /** HTTP's; 499, as nginx has it, where the client went away before its answer. */
  readonly status: number;
  /** The codes of its errors (contract.graphql). */
  readonly codes: readonly string[];
  /** Rows that it might have read; 0 where it was not executed. */
  readonly cost: number;
  /**
   * Where the answer comes from: the ledger, what was kept of it, or what the client has. Nowhere
   * where it was refused, gone where nobody waited for it any more.
   */
  readonly from: 'ledger' | 'memory' | 'client' | 'nowhere' | 'gone';
  readonly ms: number;
}

/** Of a client that went away. */
const CLIENT_GONE = 499;

/** The outcome where nobody waited for the answer: to be stopped for that is no failure. */
export function unawaited(answered: RequestOutcome): RequestOutcome {
  const codes = answered.codes.filter((code) => code !== 'UNAVAILABLE');
  return { ...answered, codes, status: CLIENT_GONE, from: 'gone' };
}

const OURS: ReadonlySet<string> = new Set(['INTERNAL_SERVER_ERROR', 'UNAVAILABLE']);

/** Whether it was stopped, or failed by us. */
export function isOurFailure({ codes }: Pick<RequestOutcome, 'codes'>): boolean {
  return codes.some((code) => OURS.has(code));
}
