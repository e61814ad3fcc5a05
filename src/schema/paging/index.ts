export {
  connect,
  connectAll,
  connectionType,
  forwardArguments,
  pageArguments,
} from './connections.ts';
export { type CursorFormat, compareBigints, readBigint } from './cursors.ts';
export { namedFormat, namedWindow, wordsOf } from './named-list.ts';
export { DEFAULT_SIZE, MAX_SIZE, type PageArguments } from './pages.ts';
