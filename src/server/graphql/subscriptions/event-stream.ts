import { Readable } from 'node:stream';
import type { ExecutionResult } from 'graphql';

const PING_EVERY_MS = 12_000;
const PING = Buffer.from(':\n\n');
const COMPLETE = Buffer.from('event: complete\ndata:\n\n');

/** How the head of an event stream is answered. */
export const EVENT_STREAM_HEADERS = {
  'content-type': 'text/event-stream',
  'cache-control': 'no-cache',
  connection: 'keep-alive',
  'content-encoding': 'none',
  // nginx would hold events back otherwise.
  'x-accel-buffering': 'no',
} as const;

/** The texts of results: subscribers that share a result share its text. */
const texts = new WeakMap<ExecutionResult, Buffer>();

/**
 * The results of a subscription as server-sent events, in graphql-sse's mode of distinct connections.
 * Takes the next result only when the client has read enough of those before.
 */
export class EventStream extends Readable {
  readonly #results: AsyncIterator<ExecutionResult>;
  readonly #ping: NodeJS.Timeout;
  #isTaking = false;

  constructor(results: AsyncIterable<ExecutionResult>) {
    super();
    this.#results = results[Symbol.asyncIterator]();
    // The first one makes browsers see the head of the answer at once.
    this.push(PING);
    this.#ping = setInterval(() => {
      if (this.readableLength === 0 && !this.readableEnded) this.push(PING);
    }, PING_EVERY_MS).unref();
  }

  override _read(): void {
    if (this.#isTaking) return;
    this.#isTaking = true;
    void this.#take();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    clearInterval(this.#ping);
    Promise.resolve(this.#results.return?.()).then(
      () => done(error),
      () => done(error),
    );
  }

  /** Takes results until the client has enough of them: those at hand go out in one write. */
  async #take(): Promise<void> {
    let wantsMore = true;
    while (wantsMore) {
      const step = await this.#results.next();
      if (this.destroyed) return;
      if (step.done === true) {
        clearInterval(this.#ping);
        this.push(COMPLETE);
        this.push(null);
        return;
      }
      wantsMore = this.push(textOf(step.value));
    }
    this.#isTaking = false;
  }
}

function textOf(result: ExecutionResult): Buffer {
  const known = texts.get(result);
  if (known !== undefined) return known;
  const text = Buffer.from(`event: next\ndata: ${JSON.stringify(result)}\n\n`);
  texts.set(result, text);
  return text;
}
