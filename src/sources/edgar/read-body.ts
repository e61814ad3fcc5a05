import { PassThrough, Transform, Writable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { Anomaly } from '../../values/index.ts';
import { TransientFault } from './fault.ts';

/**
 * The streams, in order, that make what was sent of what is on the wire, `largest` bytes of it at
 * most.
 */
export function decoding(encoding: string | undefined, largest: number): Transform[] {
  return [decompression(encoding), bounded(largest)];
}

function decompression(encoding = 'identity'): Transform {
  switch (encoding.trim().toLowerCase()) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'deflate':
      return createInflate();
    case 'br':
      return createBrotliDecompress();
    case 'identity':
    case '':
      return new PassThrough();
    default:
      throw new TransientFault(`the answer is compressed in a way nobody asked for: ${encoding}`);
  }
}

function bounded(largest: number): Transform {
  let size = 0;
  return new Transform({
    transform(chunk: Buffer, _, done) {
      size += chunk.byteLength;
      if (size <= largest) done(null, chunk);
      else done(new Anomaly('Incorrect', `The answer of EDGAR is larger than ${largest} bytes.`));
    },
  });
}

/** The end of a pipeline, which keeps what comes. */
export class Collected extends Writable {
  readonly #chunks: Buffer[] = [];

  /** All that has come. */
  get bytes(): Uint8Array {
    return Buffer.concat(this.#chunks);
  }

  override _write(chunk: Buffer, _: BufferEncoding, done: () => void): void {
    this.#chunks.push(chunk);
    done();
  }
}
