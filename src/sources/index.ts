export { readDocuments } from './documents.ts';
export { listFiles, type Unreadable } from './folder.ts';
