import type { ServerResponse } from 'node:http';
import type { ExecutionResult } from 'graphql';

const PING_EVERY_MS = 12_000;
const PING = Buffer.from(':\n\n');
const COMPLETE = Buffer.from('event: complete\ndata:\n\n');

const HEADERS = {
  'content-type': 'text/event-stream',
  'cache-control': 'no-cache',
  'content-encoding': 'none',
  // nginx would hold events back otherwise.
  'x-accel-buffering': 'no',
} as const;

/** The texts of results: subscribers that share a result share its text. */
const texts = new WeakMap<ExecutionResult, Buffer>();

/**
 * Answers with the results of a subscription as server-sent events, in graphql-sse's mode of distinct
 * connections. Takes the next result only when the client has read enough of those before. Ends with the
 * results, or when the client goes away, and ends them then; never rejects.
 */
export async function sendEvents(
  response: ServerResponse,
  results: AsyncIterable<ExecutionResult>,
): Promise<void> {
  const taken = results[Symbol.asyncIterator]();
  const end = async () => {
    clearInterval(ping);
    await taken.return?.();
  };
  // Up to its end, instead of in chunks: a frame around each event would cost as much as the event.
  response.removeHeader('transfer-encoding');
  response.writeHead(200, HEADERS);
  // The first one makes browsers see the head of the answer at once.
  response.write(PING);
  const ping = setInterval(() => {
    if (response.writableLength === 0) response.write(PING);
  }, PING_EVERY_MS).unref();
  response.once('close', () => void end().catch(() => undefined));
  try {
    for (;;) {
      const step = await taken.next();
      if (response.destroyed) return;
      if (step.done === true) {
        response.end(COMPLETE);
        return;
      }
      if (!response.write(textOf(step.value))) await drained(response);
    }
  } catch {
    response.destroy();
  } finally {
    await end().catch(() => undefined);
  }
}

/** Once the client has read what was written, or gone away. */
function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const settle = () => {
      response.off('drain', settle);
      response.off('close', settle);
      resolve();
    };
    response.on('drain', settle);
    response.on('close', settle);
  });
}

function textOf(result: ExecutionResult): Buffer {
  const known = texts.get(result);
  if (known !== undefined) return known;
  const text = Buffer.from(`event: next\ndata: ${JSON.stringify(result)}\n\n`);
  texts.set(result, text);
  return text;
}
