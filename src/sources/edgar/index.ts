export type { EdgarAnswer, Validators } from './answer.ts';
export {
  createEdgarClient,
  type EdgarClient,
  type EdgarClientOptions,
  type EdgarDownload,
  type GetOptions,
} from './client.ts';
export type { Clock } from './clock.ts';
export type { CurrentFiling } from './current-filing.ts';
export { type CurrentPage, pageOf, readCurrentFilings } from './current-filings.ts';
export { type DailyIndex, listDailyIndexes, readDailyIndex } from './daily-indexes.ts';
export type { EdgarHosts } from './hosts.ts';
export { fetchSubmission, type ListedSubmission } from './listed-submission.ts';
export type { Pace } from './pace.ts';
export { FEED_PAGE, type Form } from './paths.ts';
export { readAtom } from './read-atom.ts';
export { submissionFault } from './submission-fault.ts';
export type { EdgarRetry } from './tries.ts';
export { checkUserAgent } from './user-agent.ts';
