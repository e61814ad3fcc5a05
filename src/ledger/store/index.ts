export { CHANNEL } from './announce.ts';
export {
  type Append,
  type Head,
  lockLedger,
  type SourceBytes,
  seal,
  writeEvents,
  writeSources,
} from './append.ts';
export { readEvents, readFilingEvents } from './read.ts';
export { type Fault, type Verification, verifyLedger } from './verify.ts';
