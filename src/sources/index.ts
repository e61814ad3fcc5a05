export type { Unreadable } from './document.ts';
export { readDocuments, readFiles } from './documents.ts';
export {
  checkUserAgent,
  createEdgarClient,
  type EdgarAnswer,
  type EdgarClient,
  type EdgarDownload,
  type EdgarRetry,
  type Pace,
} from './edgar/index.ts';
export { listFiles } from './folder.ts';
