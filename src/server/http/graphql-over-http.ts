import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ExecutionResult } from 'graphql';
import type { Caller } from '../../schema/index.ts';
import { Anomaly } from '../../values/index.ts';
import {
  type Answers,
  type Asker,
  argsOf,
  type Engine,
  isMutation,
  isRefusal,
  isSubscription,
  type Ready,
} from '../operations/index.ts';
import { type Answered, type OperationSpan, type Tracing, unawaited } from '../operators/index.ts';
import { type Subscriptions, sendEvents } from '../subscriptions/index.ts';
import { askedBy, BadRequest } from './asked.ts';
import { type AnswerType, CONTENT_TYPES, preferredType } from './media-type.ts';

/** What GraphQL over HTTP is served with. */
export interface GraphqlOverHttpOptions {
  readonly engine: Engine;
  readonly answers: Answers;
  readonly subscriptions: Subscriptions;
  /** The longest body of a caller. */
  readonly bodyLimit: (caller: Caller) => number;
  /** Told of every answer. */
  readonly answered: (answered: Answered) => void;
  /** Spans of operations; none where left out. */
  readonly tracing?: Tracing | null | undefined;
  /** Which client it is, as limits count them. */
  readonly addressOf: (request: IncomingMessage) => string | undefined;
}

const NO_SUBSCRIPTION = 'Subscriptions are answered as text/event-stream, or over WebSocket.';

/**
 * Answers operations by the GraphQL over HTTP specification, and as server-sent events, in graphql-sse's
 * mode of distinct connections, where the client prefers those.
 */
export class GraphqlOverHttp {
  readonly #options: GraphqlOverHttpOptions;

  constructor(options: GraphqlOverHttpOptions) {
    this.#options = options;
  }

  /** Answers one request, and tells of it. */
  async answer(request: IncomingMessage, response: ServerResponse, asker: Asker): Promise<void> {
    const started = performance.now();
    const to: Exchange = { request, response, asker, told: { ...NOTHING_TOLD }, span: null };
    try {
      await this.#answer(to);
    } catch (error) {
      if (!(error instanceof BadRequest)) throw error;
      this.#refuse(error, to);
    } finally {
      const { requestId, signal } = asker;
      const ms = performance.now() - started;
      const answered = { ...to.told, requestId, status: response.statusCode, ms };
      const outcome = signal?.aborted === true ? unawaited(answered) : answered;
      this.#options.answered(outcome);
      to.span?.end(outcome);
    }
  }

  async #answer(to: Exchange): Promise<void> {
    const type = preferredType(to.request.headers.accept);
    if (type === null) {
      const accept = Object.values(CONTENT_TYPES).join(', ');
      to.response.writeHead(406, { accept }).end();
      return;
    }
    const { engine, bodyLimit } = this.#options;
    const asked = await askedBy(to.request, bodyLimit(to.asker.caller));
    const ready = engine.prepare(asked, to.asker);
    if (!isRefusal(ready)) {
      Object.assign(to.told, { operation: ready.operation, cost: ready.cost });
      if (this.#options.tracing != null) trace(ready, to, this.#options.tracing);
    }
    if (!isRefusal(ready) && isMutation(ready) && to.request.method === 'GET') {
      throw new BadRequest(405, 'Mutations come by POST.');
    }
    if (type === 'event-stream') return this.#stream(ready, to);
    if (isRefusal(ready)) return send(to, ready, type);
    if (isSubscription(ready)) return send(to, this.#noSubscription(to.asker), type);
    return this.#once(ready, to, type);
  }

  async #once(ready: Ready, to: Exchange, type: AnswerType): Promise<void> {
    const byGet = to.request.method === 'GET';
    const known = byGet ? tagsOf(to.request.headers['if-none-match']) : null;
    const answer = await this.#options.answers.to(ready, to.asker, { tag: byGet, known });
    if (answer.of === 'result') return send(to, answer.result, type);
    const headers = byGet && answer.tag !== null ? tagged(answer.tag) : {};
    if (answer.of === 'unchanged') {
      to.told.from = 'client';
      to.response.writeHead(304, headers).end();
      return;
    }
    to.told.from = answer.from;
    to.told.codes = codesOf(answer.errors);
    write(to.response, 200, { 'content-type': CONTENT_TYPES[type], ...headers }, answer.text);
  }

  #noSubscription(asker: Asker): ExecutionResult {
    return this.#options.engine.refuse(new Anomaly('Incorrect', NO_SUBSCRIPTION), asker);
  }

  /** The results of a subscription as events; of a query or mutation there is one. */
  async #stream(ready: ReturnType<Engine['prepare']>, to: Exchange): Promise<void> {
    const { request, response, asker } = to;
    const { engine, subscriptions, addressOf } = this.#options;
    const results = isRefusal(ready)
      ? ready
      : isSubscription(ready)
        ? await subscriptions.open(argsOf(ready, engine.context(asker)), addressOf(request))
        : await engine.execute(ready, asker);
    to.told.from = isRefusal(ready) ? 'nowhere' : 'ledger';
    if ('errors' in results) to.told.codes = codesOf(results.errors);
    void sendEvents(response, Symbol.asyncIterator in results ? results : once(results));
  }

  #refuse({ status, message }: BadRequest, { response, asker, told }: Exchange): void {
    const refusal = this.#options.engine.refuse(new Anomaly('Incorrect', message), asker);
    told.codes = codesOf(refusal.errors);
    if (status === 405) response.setHeader('allow', 'GET, POST');
    // The rest of a body that is too long is not waited for.
    if (status === 413) response.setHeader('connection', 'close');
    write(response, status, { 'content-type': CONTENT_TYPES.json }, JSON.stringify(refusal));
  }
}

/** What is told of an answer, as far as it is known. */
type Told = {
  -readonly [K in Exclude<keyof Answered, 'requestId' | 'status' | 'ms'>]: Answered[K];
};

const NOTHING_TOLD: Told = { operation: null, codes: [], cost: 0, from: 'nowhere' };

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly told: Told;
  asker: Asker;
  span: OperationSpan | null;
}

function trace({ operation }: Ready, to: Exchange, tracing: Tracing): void {
  to.span = tracing.operation(operation, to.request.headers);
  to.asker = { ...to.asker, statement: to.span.statement };
}

/** One that was not executed is a bad request; but in application/json, every well-formed one is OK. */
function send({ response, told }: Exchange, result: ExecutionResult, type: AnswerType): void {
  told.codes = codesOf(result.errors);
  const status = result.data === undefined && type === 'graphql-response' ? 400 : 200;
  write(response, status, { 'content-type': CONTENT_TYPES[type] }, JSON.stringify(result));
}

/** With its length, so that it goes out in one write. */
function write(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>>,
  text: string | Buffer,
): void {
  const length = Buffer.byteLength(text);
  response.writeHead(status, { ...headers, 'content-length': length }).end(text);
}

function codesOf(errors: ExecutionResult['errors']): string[] {
  return errors?.map(({ extensions }) => String(extensions.code)) ?? [];
}

/** The tags of If-None-Match, without their quotes. */
function tagsOf(header: string | undefined): string[] | null {
  return header?.split(',').map((tag) => tag.trim().replace(/^(?:W\/)?"|"$/g, '')) ?? null;
}

/** To be asked again each time: only the server knows whether the ledger has moved. */
function tagged(tag: string): Record<string, string> {
  return { etag: `"${tag}"`, 'cache-control': 'no-cache', vary: 'accept' };
}

async function* once<Value>(value: Value): AsyncGenerator<Value> {
  yield value;
}
