export {
  type AccountEvidence,
  foldSecurityTitle,
  groupBy,
  type Reconciliation,
  type Unit,
} from './accounts/index.ts';
export {
  type Ingested,
  ingest,
  ingestPrepared,
  LARGEST_SUBMISSION,
  type Prepare,
  type PreparedDocument,
  prepareDocument,
  prepareUnread,
  type Reader,
  type RejectedDocument,
  type RereadFiling,
  type RereadOptions,
  receivedFromTexts,
  rereadLedger,
  type Submission,
  submitFiling,
  verifyReadings,
} from './append/index.ts';
export {
  cleanTickers,
  foldName,
  type InsiderRole,
  knownFilings,
  type LineFlag,
  mentionsPlan,
  planBox,
  type Rule10b5One,
  type StatedPlan,
  statedPlan,
  type TransactionCode,
} from './decisions/index.ts';
export {
  type AmendmentOutcome,
  canonicalForm,
  type LedgerEventType,
  type Unsealed,
} from './events/index.ts';
export { CHANNEL, readFilingEvents, verifyLedger } from './log/index.ts';
export { catchUp, rebuildProjections } from './projections/index.ts';
