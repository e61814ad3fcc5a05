import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ExecutionResult } from 'graphql';
import { Anomaly } from '../../../values/index.ts';
import {
  type Answers,
  type Asker,
  argsOf,
  type Engine,
  isMutation,
  isRefusal,
  isSubscription,
} from '../operations/index.ts';
import { EVENT_STREAM_HEADERS, EventStream, type Subscriptions } from '../subscriptions/index.ts';
import { askedBy, BadRequest } from './asked.ts';
import { type AnswerType, CONTENT_TYPES, preferredType } from './media-type.ts';

/** What GraphQL over HTTP is served with. */
export interface GraphqlOverHttpOptions {
  readonly engine: Engine;
  readonly answers: Answers;
  readonly subscriptions: Subscriptions;
  readonly maxBodyBytes: number;
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

  /** Answers one request. */
  async answer(request: IncomingMessage, response: ServerResponse, asker: Asker): Promise<void> {
    const type = preferredType(request.headers.accept);
    if (type === null) {
      const accept = Object.values(CONTENT_TYPES).join(', ');
      response.writeHead(406, { accept }).end();
      return;
    }
    try {
      const { engine, maxBodyBytes } = this.#options;
      const ready = engine.prepare(await askedBy(request, maxBodyBytes), asker);
      if (type === 'event-stream') await this.#stream(ready, { request, response, asker });
      else await this.#once(ready, { request, response, asker }, type);
    } catch (error) {
      if (!(error instanceof BadRequest)) throw error;
      this.#refuse(error, response, asker);
    }
  }

  async #once(ready: ReturnType<Engine['prepare']>, to: Exchange, type: AnswerType): Promise<void> {
    if (isRefusal(ready)) return send(to.response, ready, type);
    if (isMutation(ready) && to.request.method === 'GET') {
      throw new BadRequest(405, 'Mutations come by POST.');
    }
    if (isSubscription(ready)) return send(to.response, this.#noSubscription(to.asker), type);
    const byGet = to.request.method === 'GET';
    const known = byGet ? tagsOf(to.request.headers['if-none-match']) : null;
    const answer = await this.#options.answers.to(ready, to.asker, { tag: byGet, known });
    if (answer.of === 'result') return send(to.response, answer.result, type);
    const headers = byGet && answer.tag !== null ? tagged(answer.tag) : {};
    if (answer.of === 'unchanged') {
      to.response.writeHead(304, headers).end();
      return;
    }
    to.response.writeHead(200, { 'content-type': CONTENT_TYPES[type], ...headers });
    to.response.end(answer.text);
  }

  #noSubscription(asker: Asker): ExecutionResult {
    return this.#options.engine.refuse(new Anomaly('Incorrect', NO_SUBSCRIPTION), asker);
  }

  /** The results of a subscription as events; of a query or mutation there is one. */
  async #stream(ready: ReturnType<Engine['prepare']>, to: Exchange): Promise<void> {
    const { request, response, asker } = to;
    const { engine, subscriptions, addressOf } = this.#options;
    if (!isRefusal(ready) && isMutation(ready) && request.method === 'GET') {
      throw new BadRequest(405, 'Mutations come by POST.');
    }
    const results = isRefusal(ready)
      ? ready
      : isSubscription(ready)
        ? await subscriptions.open(argsOf(ready, engine.context()), addressOf(request))
        : await engine.execute(ready, asker);
    const events = new EventStream(Symbol.asyncIterator in results ? results : once(results));
    response.on('close', () => events.destroy());
    response.writeHead(200, EVENT_STREAM_HEADERS);
    events.pipe(response);
  }

  #refuse({ status, message }: BadRequest, response: ServerResponse, asker: Asker): void {
    const refusal = this.#options.engine.refuse(new Anomaly('Incorrect', message), asker);
    if (status === 405) response.setHeader('allow', 'GET, POST');
    // The rest of a body that is too long is not waited for.
    if (status === 413) response.setHeader('connection', 'close');
    response.writeHead(status, { 'content-type': CONTENT_TYPES.json });
    response.end(JSON.stringify(refusal));
  }
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly asker: Asker;
}

/** One that was not executed is a bad request; but in application/json, every well-formed one is OK. */
function send(response: ServerResponse, result: ExecutionResult, type: AnswerType): void {
  const status = result.data === undefined && type === 'graphql-response' ? 400 : 200;
  response.writeHead(status, { 'content-type': CONTENT_TYPES[type] }).end(JSON.stringify(result));
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
