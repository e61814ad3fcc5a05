export { type HeldLine, type KnownFiling, knownFilings, tellsMore } from './known-filing.ts';
export { type LearnedFiling, learnMore } from './learn-more.ts';
export { mergeTellings, oldestParser, parserOf, type Tellings } from './merge-tellings.ts';
export { conflicts } from './readings.ts';
export { lineReported, type ReceivedFiling, receiveFiling } from './receive-filing.ts';
export { type HeldFilingState, rereadFiling } from './reread-filing.ts';
export { settleConflict } from './settle-conflict.ts';
