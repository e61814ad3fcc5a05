import { packChunk } from './packed-chunk.ts';
import { prepareChunk } from './prepare-chunk.ts';

/**
 * Documents in, what the ledger takes of them out: what a worker thread runs.
 * @public
 */
export function work(chunk: Parameters<typeof prepareChunk>[0]): ReturnType<typeof packChunk> {
  return packChunk(prepareChunk(chunk));
}
