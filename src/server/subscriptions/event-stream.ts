import { Readable, type Writable } from 'node:stream';
import type { ExecutionResult } from 'graphql';

const PING_EVERY_MS = 12_000;
const PING = Buffer.from(':\n\n');
const COMPLETE = Buffer.from('event: complete\ndata:\n\n');

/** The texts of results: subscribers that share a result share its text. */
const texts = new WeakMap<ExecutionResult, Buffer>();

/**
 * The results of a subscription as server-sent events, in graphql-sse's mode of distinct
 * connections, to be piped to the answer. Takes the next result only when the client has read
 * enough of those before. Ends with the results, or when the client goes away, and ends them then.
 */
export class EventStream extends Readable {
  readonly #results: AsyncIterator<ExecutionResult>;

  constructor(results: AsyncIterable<ExecutionResult>) {
    super();
    this.#results = results[Symbol.asyncIterator]();
  }

  /**
   * Writes each event to the answer itself: through a stream's buffer it would cost half as much
   * again.
   */
  override pipe<To extends NodeJS.WritableStream>(answer: To): To {
    void this.#send(answer as unknown as Writable);
    return answer;
  }

  async #send(answer: Writable): Promise<void> {
    // The first one makes browsers see the head of the answer at once.
    answer.write(PING);
    const ping = setInterval(() => {
      if (answer.writableLength === 0) answer.write(PING);
    }, PING_EVERY_MS).unref();
    try {
      for (;;) {
        const step = await this.#results.next();
        if (answer.destroyed) return;
        if (step.done === true) return void answer.end(COMPLETE);
        if (!answer.write(textOf(step.value))) await drained(answer);
      }
    } catch {
      answer.destroy();
    } finally {
      clearInterval(ping);
      this.destroy();
    }
  }

  override _read(): void {
    // There is nothing to read: events go to the answer themselves.
  }

  /** Called when the client goes away, too. */
  override _destroy(_: Error | null, done: (cause?: Error | null) => void): void {
    Promise.resolve(this.#results.return?.()).then(
      () => done(),
      () => done(),
    );
  }
}

/** Once the client has read what was written, or gone away. */
function drained(answer: Writable): Promise<void> {
  return new Promise((resolve) => {
    const settle = () => {
      answer.off('drain', settle);
      answer.off('close', settle);
      resolve();
    };
    answer.on('drain', settle);
    answer.on('close', settle);
  });
}

function textOf(result: ExecutionResult): Buffer {
  const known = texts.get(result);
  if (known !== undefined) return known;
  const text = Buffer.from(`event: next\ndata: ${JSON.stringify(result)}\n\n`);
  texts.set(result, text);
  return text;
}
