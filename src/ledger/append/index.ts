export { type Ingested, ingest, ingestPrepared } from './ingest.ts';
export {
  type PreparedDocument,
  prepareDocument,
  prepareUnread,
  READER,
  type Reader,
  type RejectedDocument,
  receivedFromTexts,
} from './prepare.ts';
export {
  type RereadFiling,
  type RereadOptions,
  rereadLedger,
} from './reread.ts';
export { LARGEST_SUBMISSION, type Prepare, type Submission, submitFiling } from './submit.ts';
export { verifyReadings } from './verify-readings.ts';
