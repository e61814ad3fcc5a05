export { canonicalJson } from './canonical-json.ts';
export type {
  AmendmentOutcome,
  Envelope,
  EventBody,
  FilingAmended,
  FilingReading,
  FilingReceived,
  FilingReread,
  HoldingReported,
  IdentityResolved,
  KnownAtBasis,
  LedgerEvent,
  LedgerEventType,
  MatchEvidence,
  SupersededLine,
  TransactionReported,
} from './event.ts';
export { canonicalForm, chainHash, type Unsealed } from './hash-chain.ts';
