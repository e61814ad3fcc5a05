export type { HeldFilingState } from './held-filing.ts';
export { addsMore, type KnownFiling, knownFilings } from './known-filing.ts';
export { learnMore } from './learn-more.ts';
export { type FilingReadings, mergeReadings, oldestParser, parserOf } from './merge-readings.ts';
export { conflicts } from './readings.ts';
export { lineReported, type ReceivedFiling, receiveFiling } from './receive-filing.ts';
export { isReadAlike, keepsPlaces, rereadFiling } from './reread-filing.ts';
export { settleConflict } from './settle-conflict.ts';
