export { type OpenDataSet, readDataSet } from './data-set/index.ts';
export type { Unreadable } from './document.ts';
export { findDocuments, readDocuments } from './documents.ts';
export {
  dataSetPaths,
  FIRST_DATA_SET,
  FIRST_INDEX,
  FIRST_XML,
} from './edgar/archive-paths.ts';
export { fetchSubmissions, type MissingSubmission } from './edgar/fetch-submissions.ts';
export {
  type CurrentPage,
  checkUserAgent,
  createEdgarClient,
  type DailyIndex,
  type EdgarAnswer,
  type EdgarClient,
  type EdgarDownload,
  type EdgarRetry,
  FEED_PAGE,
  type Form,
  fetchSubmission,
  type ListedSubmission,
  listDailyIndexes,
  type Pace,
  readCurrentFilings,
  readDailyIndex,
  submissionFault,
  type Validators,
} from './edgar/index.ts';
export { type QuarterIndex, readQuarterIndex } from './edgar/quarter-index.ts';
export { listSubmissions } from './edgar/submissions.ts';
export { type DocumentFile, listFiles, readDocumentFile } from './folder.ts';
export { type Ahead, inParallel } from './in-parallel.ts';
export { openScratchFile } from './scratch-file.ts';
export { withStandardInput } from './standard-input.ts';
