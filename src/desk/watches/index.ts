export {
  findSealedWatch,
  findWatch,
  listWatches,
  pauseWatch,
  removeWatch,
  replayWatch,
  resealWatches,
  resumeWatch,
  type WatchOwner,
} from './change-watch.ts';
export {
  type DeadLetter,
  deadLetters,
  refuseLetter,
  retriedLetters,
  retryDeadLetters,
  settleLetter,
} from './dead-letters.ts';
export { makeWatch, type NewWatch, type WatchLimits } from './make-watch.ts';
export {
  beginDigest,
  countWatches,
  dueWatches,
  giveUpNotice,
  maySend,
  moveWatch,
  putOffWatch,
  stopWatch,
  type WatchCounts,
  type WatchPlace,
} from './progress.ts';
export type { SealedWatch, Watch, WatchChannel, WatchDigest } from './watch.ts';
