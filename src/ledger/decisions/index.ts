export {
  type AmendableFiling,
  type AmendableLine,
  amendsId,
  isAmendmentForm,
  statesNothing,
} from './amended-filing.ts';
export { filingEffectiveOn, lineEffectiveOn } from './effective-on.ts';
export { firstTellings, type PlacedTelling } from './first-tellings.ts';
export {
  foldName,
  issuerId,
  issuerIdOfWords,
  personId,
  provisionalId,
} from './identity.ts';
export { type KnownFiling, knownFilings, tellsMore } from './known-filing.ts';
export { type LearnedFiling, learnMore } from './learn-more.ts';
export { type LineBalance, lineBalance, signedChange } from './line-balance.ts';
export type { LineFlag } from './line-flags.ts';
export { type LineValue, lineValue } from './line-value.ts';
export { type AmendmentDecision, linkAmendments } from './link-amendments.ts';
export { mergeTellings, type Tellings } from './merge-tellings.ts';
export { namedFilings } from './named-filings.ts';
export { type PersonKind, personKind } from './person-kind.ts';
export {
  lineReported,
  type Provenance,
  type ReceivedFiling,
  receiveFiling,
} from './receive-filing.ts';
export {
  type InsiderRole,
  type RelationshipSpan,
  type RelationshipStatement,
  relationshipSpans,
} from './relationship-spans.ts';
export {
  type KnownIssuer,
  type KnownPerson,
  type Resolution,
  resolveIssuer,
  resolvePerson,
} from './resolve-identity.ts';
export {
  decideRule10b5One,
  mentionsPlan,
  planBox,
  type Rule10b5One,
  type StatedPlan,
  statedPlan,
} from './rule-10b5-one.ts';
export { cleanTickers } from './tickers.ts';
export { knownCode, type TransactionCode } from './transaction-code.ts';
