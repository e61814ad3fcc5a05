export { type KnownFiling, knownFilings, tellsMore } from './known-filing.ts';
export { learnMore } from './learn-more.ts';
export { mergeTellings, oldestParser, parserOf, type Tellings } from './merge-tellings.ts';
export { lineReported, type ReceivedFiling, receiveFiling } from './receive-filing.ts';
