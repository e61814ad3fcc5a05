import type { IncomingMessage } from 'node:http';

/**
 * The text of a request's body; null where it is longer than it may be, or its sender went away.
 */
export function readBody(request: IncomingMessage, maxBytes: number): Promise<string | null> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) return Promise.resolve(null);
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= maxBytes) chunks.push(chunk);
      else resolve(null);
    });
    request.on('end', () => {
      const [only] = chunks;
      resolve(
        (chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks)).toString(),
      );
    });
    request.on('error', () => resolve(null));
    request.on('close', () => resolve(null));
  });
}
