import { availableParallelism } from 'node:os';
import Tinypool from 'tinypool';
import type { PreparedDocument, RejectedDocument } from '../../ledger/index.ts';
import { tuneEngine } from './engine-settings.ts';
import { type PackedChunk, unpackChunk } from './packed-chunk.ts';
import { type Given, prepareChunk } from './prepare-chunk.ts';

/** What becomes of a chunk of documents, in their order. */
export type PreparedChunk = readonly (PreparedDocument | RejectedDocument)[];

/** Documents that go to a thread at once, and their bytes. */
const CHUNK = 64;
const CHUNK_BYTES = 2_000_000;
/**
 * Chunks under way or waiting to be taken: what the ledger's next transaction needs, and no more.
 */
const CHUNKS_AHEAD = 14;
const BYTES_AHEAD = 32_000_000;

/**
 * Reads and parses documents in threads of their own while the ledger writes, and gives them in the
 * order in which the source gave them. What is ahead of the ledger is bounded, in number and bytes.
 * Few documents are prepared here: threads take longer to start. An error of the source comes in
 * its place.
 */
export async function* prepareInThreads(
  documents: AsyncIterable<Given>,
): AsyncGenerator<PreparedChunk> {
  const source = chunksOf(documents);
  const first = await source.next();
  if (first.done === true) return;
  yield prepareChunk(first.value.documents);
  tuneEngine();
  const pool = new Tinypool({
    filename: new URL('./worker.mjs', import.meta.url).href,
    name: 'work',
    minThreads: THREADS,
    maxThreads: THREADS,
  });
  const ahead = new Ahead(source, (chunk) => pool.run(chunk));
  try {
    for (;;) {
      const packed = await ahead.next();
      if (packed === null) return;
      yield unpackChunk(packed);
    }
  } finally {
    await ahead.stop();
    await pool.destroy();
  }
}

/** One core is the ledger's and the database's. */
const THREADS = Math.max(1, Math.min(8, availableParallelism() - 1));

interface Chunk {
  readonly documents: readonly Given[];
  readonly bytes: number;
}

async function* chunksOf(documents: AsyncIterable<Given>): AsyncGenerator<Chunk> {
  let chunk: Given[] = [];
  let bytes = 0;
  const rest = () => (chunk.length > 0 ? [{ documents: chunk, bytes }] : []);
  try {
    for await (const document of documents) {
      chunk.push(document);
      bytes += sizeOf(document);
      if (chunk.length < CHUNK && bytes < CHUNK_BYTES) continue;
      yield* rest();
      chunk = [];
      bytes = 0;
    }
  } catch (error) {
    yield* rest();
    throw error;
  }
  yield* rest();
}

function sizeOf(given: Given): number {
  return 'bytes' in given ? given.bytes.byteLength : 0;
}

/** Takes chunks from a source and sends them out as long as there is room for what comes back. */
class Ahead {
  readonly #source: AsyncGenerator<Chunk>;
  readonly #send: (chunk: readonly Given[]) => Promise<PackedChunk>;
  readonly #sent: { readonly bytes: number; readonly result: Promise<PackedChunk> }[] = [];
  #bytes = 0;
  #filling: Promise<void> | null = null;
  #isOver = false;

  constructor(
    source: AsyncGenerator<Chunk>,
    send: (chunk: readonly Given[]) => Promise<PackedChunk>,
  ) {
    this.#source = source;
    this.#send = send;
  }

  /** The next chunk in order; null where the source has no more. */
  async next(): Promise<PackedChunk | null> {
    this.#fill();
    if (this.#sent.length === 0) await this.#filling;
    const next = this.#sent.shift();
    if (next === undefined) {
      // What filled ended without a chunk: it waits for room that is there now, or the source is
      // over.
      return this.#isOver ? null : this.next();
    }
    this.#bytes -= next.bytes;
    this.#fill();
    return next.result;
  }

  /** Lets go of the source. */
  async stop(): Promise<void> {
    this.#isOver = true;
    await this.#filling;
    await Promise.allSettled(this.#sent.map(({ result }) => result));
    await this.#source.return(undefined);
  }

  #fill(): void {
    this.#filling ??= this.#takeOn().finally(() => {
      this.#filling = null;
    });
  }

  async #takeOn(): Promise<void> {
    while (!this.#isOver && this.#sent.length < CHUNKS_AHEAD && this.#bytes < BYTES_AHEAD) {
      try {
        const next = await this.#source.next();
        if (next.done === true) this.#isOver = true;
        else this.#add(next.value.bytes, this.#send(next.value.documents));
      } catch (error) {
        this.#isOver = true;
        this.#add(0, Promise.reject(error));
      }
    }
  }

  #add(bytes: number, result: Promise<PackedChunk>): void {
    // Whoever takes it hears of what went wrong, not the process before.
    result.catch(() => undefined);
    this.#sent.push({ bytes, result });
    this.#bytes += bytes;
  }
}
