// What a worker thread runs. There is no build: it reads the TypeScript sources as they are.
import { register } from 'tsx/esm/api';

register();
const [{ packChunk }, { prepareChunk }] = await Promise.all([
  import('./packed-chunk.ts'),
  import('./prepare-chunk.ts'),
]);

/** Documents in, what the ledger takes of them out. */
export function work(chunk) {
  return packChunk(prepareChunk(chunk));
}
