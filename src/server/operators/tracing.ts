import type { IncomingHttpHeaders } from 'node:http';
import type { StatementObserver } from '../../database/index.ts';
import type { Operation } from '../operations/index.ts';
import type { RequestOutcome } from './request-outcome.ts';

/** The span of one operation. */
export interface OperationSpan {
  /** Begins the span of a statement beneath it. */
  readonly statement: StatementObserver;
  /** Ends it with what became of the operation. */
  readonly end: (answered: RequestOutcome) => void;
}

/** Spans of operations, and where they go. */
export interface Tracing {
  /** Begins the span of an operation, beneath the one that `traceparent` names. */
  readonly operation: (operation: Operation, headers: IncomingHttpHeaders) => OperationSpan;
  /** Sends what is left, or says in the log that it could not. Never rejects. */
  readonly close: () => Promise<void>;
}
