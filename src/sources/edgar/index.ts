export type { EdgarAnswer, Validators } from './answer.ts';
export {
  createEdgarClient,
  type EdgarClient,
  type EdgarClientOptions,
  type EdgarDownload,
  type GetOptions,
} from './client.ts';
export { type Clock, REAL_CLOCK } from './clock.ts';
export { type EdgarHosts, SEC_HOSTS } from './hosts.ts';
export type { Pace } from './pace.ts';
export {
  currentFilingsPath,
  FEED_PAGE,
  isOwnershipForm,
  OWNERSHIP_FORMS,
  type OwnershipFormName,
  submissionPath,
} from './paths.ts';
export type { EdgarRetry } from './tries.ts';
export { checkUserAgent } from './user-agent.ts';
