export { keepUnread, type UnreadDocument } from './keep-rejected.ts';
export {
  countRejected,
  type KeptRejection,
  listRejected,
  newestRejected,
  type RejectedPage,
} from './list-rejected.ts';
export { rejectedDocuments } from './rejected-documents.ts';
export type { KeptProblem, Rejection } from './rejection.ts';
export { type SettledDocument, settleRejections } from './settle-rejections.ts';
