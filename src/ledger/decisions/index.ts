export {
  type AmendableFiling,
  type AmendableLine,
  type AmendmentDecision,
  amendsId,
  isAmendmentForm,
  linkAmendments,
  namedFilings,
  statesNothing,
} from './amendments/index.ts';
export { firstTellings, type PlacedTelling } from './duplicates/index.ts';
export {
  type KnownFiling,
  knownFilings,
  learnMore,
  lineReported,
  mergeTellings,
  type ReceivedFiling,
  receiveFiling,
  type Tellings,
  tellsMore,
} from './filings/index.ts';
export {
  cleanTickers,
  foldName,
  issuerId,
  issuerIdOfWords,
  type KnownIssuer,
  type KnownPerson,
  type PersonKind,
  personId,
  personKind,
  provisionalId,
  type Resolution,
  resolveIssuer,
  resolvePerson,
} from './identities/index.ts';
export {
  decideRule10b5One,
  filingEffectiveOn,
  knownCode,
  type LineFlag,
  lineBalance,
  lineEffectiveOn,
  lineValue,
  mentionsPlan,
  planBox,
  type Rule10b5One,
  roleEffectiveOn,
  type StatedPlan,
  signedChange,
  statedPlan,
  type TransactionCode,
} from './lines/index.ts';
export {
  type InsiderRole,
  type RelationshipStatement,
  relationshipSpans,
} from './relationships/index.ts';
