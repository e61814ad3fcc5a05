import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Anomaly } from '../values/index.ts';

/**
 * The bytes as they are, or unpacked where they begin as gzip does. Incorrect where they are cut.
 */
export async function* unzipped(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const chunks = bytes[Symbol.asyncIterator]();
  let head = Buffer.alloc(0);
  while (head.length < 2) {
    const next = await chunks.next();
    if (next.done) break;
    head = Buffer.concat([head, next.value]);
  }
  const all = (async function* () {
    if (head.length > 0) yield head;
    yield* { [Symbol.asyncIterator]: () => chunks };
  })();
  if (head[0] !== 0x1f || head[1] !== 0x8b) {
    yield* all;
    return;
  }
  // The pipeline's callback is where its failure ends up too; reading fails with the same.
  const plain = pipeline(Readable.from(all), createGunzip(), () => undefined);
  try {
    for await (const chunk of plain as AsyncIterable<Uint8Array>) yield chunk;
  } catch (cause) {
    if (cause instanceof Anomaly || !isZlib(cause)) throw cause;
    throw new Anomaly('Incorrect', `The gzip cannot be read: ${cause.message}.`, { cause });
  }
}

function isZlib(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}
