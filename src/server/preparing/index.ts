export { Aside } from './aside.ts';
export { type PreparedChunk, prepareInThreads } from './preparation.ts';
export type { Given } from './prepare-chunk.ts';
