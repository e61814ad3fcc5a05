export { CHANNEL } from './announce.ts';
export { type Append, type Head, lockLedger, type SealedEvent, seal } from './append.ts';
export { readEvents, readFilingEvents } from './read.ts';
export { packSource, type SourceBytes, writeSources } from './sources.ts';
export { type Fault, type Verification, verifyLedger } from './verify.ts';
export { writeEvents } from './write-events.ts';
