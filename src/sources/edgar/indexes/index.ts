export {
  type BadLine,
  type FilingIndex,
  type IndexedFiling,
  readIndex,
} from './read-index.ts';
export type { IndexedForm } from './read-line.ts';
