export {
  type Ingested,
  ingest,
  ingestPrepared,
  LARGEST_SUBMISSION,
  type Prepare,
  type PreparedDocument,
  prepareDocument,
  prepareUnread,
  READER,
  type Reader,
  type RejectedDocument,
  type RereadFiling,
  receivedFromTexts,
  rereadLedger,
  submitFiling,
  verifyReadings,
} from './append/index.ts';
export {
  cleanTickers,
  foldName,
  keepsPlaces,
  knownFilings,
  symbolSpellings,
} from './decisions/index.ts';
export {
  type AmendmentOutcome,
  canonicalForm,
  canonicalJson,
  type LedgerEventType,
  type Unsealed,
} from './events/index.ts';
export { CHANNEL, type Fault, readEventsAt, readFilingEvents, verifyLedger } from './log/index.ts';
export {
  type BuildProgress,
  catchUp,
  compareProjections,
  type Leaving,
  rebuildProjections,
} from './projections/index.ts';
