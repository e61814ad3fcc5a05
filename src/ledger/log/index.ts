export { CHANNEL } from './announce.ts';
export { type Append, type Head, lockLedger, type SealedEvent, seal } from './append.ts';
export { readEvents, readFilingEvents } from './read.ts';
export { type Fault, verifyLedger } from './verify.ts';
export { writeEvents } from './write-events.ts';
