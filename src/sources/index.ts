export type { Unreadable } from './document.ts';
export { readDocuments, readFiles } from './documents.ts';
export {
  checkUserAgent,
  createEdgarClient,
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
  type Validators,
} from './edgar/index.ts';
export { listFiles } from './folder.ts';
