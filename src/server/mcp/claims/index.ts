export { ACTIONS, type Claim, REASONS } from './claim.ts';
export { judgeHeld } from './judge-held.ts';
export { judgeTrades } from './judge-trades.ts';
export { type AskedClaim, bare, type Judgement } from './judgement.ts';
export { LONGEST_SENTENCE, readSentence } from './read-sentence.ts';
