export { readDocuments, readFiles } from './documents.ts';
export { listFiles, type Unreadable } from './folder.ts';
