export { CHANNEL } from './announce.ts';
export { type Append, type Head, lockLedger, type SealedEvent, seal, takeHead } from './append.ts';
export type { Fault } from './faults-of.ts';
export { readEvents, readEventsAt, readFilingEvents } from './read.ts';
export { verifyLedger } from './verify.ts';
export { writeEvents } from './write-events.ts';
