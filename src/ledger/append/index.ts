export { type Ingested, ingest, ingestPrepared } from './ingest.ts';
export {
  type PreparedDocument,
  prepareDocument,
  prepareUnread,
  type RejectedDocument,
  receivedFromTexts,
} from './prepare.ts';
export { LARGEST_SUBMISSION, type Prepare, type Submission, submitFiling } from './submit.ts';
