export {
  countRejected,
  type KeptRejection,
  listRejected,
  newestRejected,
  type RejectedPage,
} from './list-rejected.ts';
export { rejectedDocuments } from './rejected-documents.ts';
export type { Rejection } from './rejection.ts';
export { type SettledDocument, settleRejections } from './settle-rejections.ts';
