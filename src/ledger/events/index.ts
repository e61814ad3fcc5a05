export { canonicalJson } from './canonical-json.ts';
export type {
  AmendmentOutcome,
  Envelope,
  EventBody,
  FilingAmended,
  FilingReceived,
  FilingReread,
  HoldingReported,
  IdentityResolved,
  KnownAtBasis,
  LedgerEvent,
  LedgerEventType,
  MatchEvidence,
  SupersededLine,
  Telling,
  TransactionReported,
} from './event.ts';
export { canonicalForm, chainHash, type Unsealed } from './hash-chain.ts';
