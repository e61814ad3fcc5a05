import type { IncomingMessage } from 'node:http';

/** A chunk may be one byte, and costs a hundred beside it. */
const MOST_CHUNKS = 1_000;

/**
 * The bytes of a request's body; null where it is longer than it may be, or its sender went away.
 * `hold` is called with the bytes that come, before they are kept; where it throws, this rejects.
 */
export function readBody(
  request: IncomingMessage,
  maxBytes: number,
  hold: (bytes: number) => void,
): Promise<Buffer | null> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) return Promise.resolve(null);
  // Neither event would come again.
  if (request.destroyed) return Promise.resolve(null);
  return new Promise((resolve, reject) => {
    let chunks: Buffer[] = [];
    let bytes = 0;
    const kept = (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > maxBytes) return settle(() => resolve(null));
      try {
        hold(chunk.length);
        chunks.push(chunk);
        if (chunks.length === MOST_CHUNKS) chunks = [Buffer.concat(chunks)];
      } catch (error) {
        settle(() => reject(error));
      }
    };
    // What comes after the refusal is let go by.
    const settle = (end: () => void) => {
      chunks = [];
      request.off('data', kept).resume();
      end();
    };
    request.on('data', kept);
    request.on('end', () => {
      const [only] = chunks;
      resolve(chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks));
    });
    request.on('error', () => resolve(null));
    request.on('close', () => resolve(null));
  });
}
