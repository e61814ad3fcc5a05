export { CHANNEL } from './announce.ts';
export {
  type Append,
  HEAD,
  type Head,
  holdingLedger,
  readHead,
  type SealedEvent,
  seal,
} from './append.ts';
export type { Fault } from './faults-of.ts';
export { readEvents, readEventsAt, readFilingEvents } from './read.ts';
export { verifyLedger } from './verify.ts';
export { writeEvents } from './write-events.ts';
