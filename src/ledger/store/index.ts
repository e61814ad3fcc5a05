export { CHANNEL } from './announce.ts';
export { type Append, type Head, lockLedger, type SealedEvent, seal } from './append.ts';
export { readEvents, readFilingEvents } from './read.ts';
export {
  NEW_PACKING,
  type Packing,
  packSource,
  type SourceBytes,
  unpackSource,
  writeSources,
} from './sources.ts';
export { type Fault, type Verification, verifyLedger } from './verify.ts';
export { writeEvents } from './write-events.ts';
