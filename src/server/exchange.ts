import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { StatementObserver } from '../database/index.ts';
import type { Caller } from '../schema/index.ts';
import type { Prepared } from './operations/index.ts';
import type { RequestOutcome } from './operators/index.ts';
import type { ReadNode } from './read-nodes/index.ts';

/** What the plugins share about one request, from its arrival to its answer. */
export interface Exchange {
  /** The request's name in logs, in answers and in `x-request-id`. */
  readonly requestId: string;
  /** By `performance.now()`. */
  readonly startedAt: number;
  /** Where the answer goes; undefined for what came over a WebSocket. */
  readonly response: ServerResponse | undefined;
  /** The client's address, as limits count them; undefined for this machine itself. */
  readonly address: string | undefined;
  /** Null until the request is admitted. */
  caller: Caller | null;
  /** The operation with its variables; null until it is judged. */
  prepared: Prepared | null;
  /** What it is answered from; null until that is chosen. */
  node: ReadNode | null;
  /** The answer has all events up to this one in it; null until it is begun. */
  position: bigint | null;
  /** Observes each statement that a query runs; set where the operation is traced. */
  statement?: StatementObserver | undefined;
  /** The codes of the errors in the answer. */
  codes: readonly string[];
  /** Where the answer comes from. */
  from: RequestOutcome['from'];
}

/** What Yoga's plugins get of the HTTP server, and what ours add. */
export interface ServerContext {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  exchange: Exchange;
}

const NO_CODES: readonly string[] = [];

/** Begins an exchange. An id that the client gives is kept where it is a plain name. */
export function beginExchange(
  request: Pick<IncomingMessage, 'headers'>,
  more: Pick<Exchange, 'response' | 'address'>,
): Exchange {
  const given = request.headers['x-request-id'];
  const isName = typeof given === 'string' && /^[\w.:-]{1,128}$/.test(given);
  return {
    requestId: isName ? given : randomUUID(),
    startedAt: performance.now(),
    response: more.response,
    address: more.address,
    caller: null,
    prepared: null,
    node: null,
    position: null,
    statement: undefined,
    codes: NO_CODES,
    from: 'nowhere',
  };
}

/** Whether the client went away before it had its answer. */
export function isGone({ response }: Partial<Pick<Exchange, 'response'>>): boolean {
  return response?.closed === true && !response.writableFinished;
}
