export type { HeldFilingState } from './held-filing.ts';
export { type KnownFiling, knownFilings, tellsMore } from './known-filing.ts';
export { learnMore } from './learn-more.ts';
export { mergeTellings, oldestParser, parserOf, type Tellings } from './merge-tellings.ts';
export { conflicts } from './readings.ts';
export { lineReported, type ReceivedFiling, receiveFiling } from './receive-filing.ts';
export { isReadAlike, rereadFiling } from './reread-filing.ts';
export { settleConflict } from './settle-conflict.ts';
