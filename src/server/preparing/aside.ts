import Tinypool from 'tinypool';
import {
  type PreparedDocument,
  prepareDocument,
  type RejectedDocument,
} from '../../ledger/index.ts';
import { invariant, type SourceDocument } from '../../values/index.ts';
import { type PackedChunk, unpackChunk } from './packed-chunk.ts';

/**
 * What is parsed sooner than it is sent to a thread: several times an ordinary filing, in bytes.
 */
const SMALL = 32_768;
/** The thread ends when nothing has been sent to it for so long. */
const IDLE_MS = 60_000;

/**
 * Prepares documents that are sent to a server, large ones in a thread, so that it answers
 * meanwhile.
 */
export class Aside {
  #pool: Tinypool | undefined;

  /** What the ledger takes of a document, or why it does not. */
  async prepare(document: SourceDocument): Promise<PreparedDocument | RejectedDocument> {
    if (document.bytes.byteLength <= SMALL) return prepareDocument(document);
    this.#pool ??= new Tinypool({
      filename: new URL('./worker.mjs', import.meta.url).href,
      name: 'work',
      minThreads: 0,
      maxThreads: 1,
      idleTimeout: IDLE_MS,
    });
    const [prepared] = unpackChunk((await this.#pool.run([document])) as PackedChunk);
    invariant(prepared !== undefined, 'A document that was sent comes back.');
    return prepared;
  }

  /** Ends the thread. */
  async close(): Promise<void> {
    await this.#pool?.destroy();
  }
}
