export type { Unreadable } from './document.ts';
export { readDocuments, readFiles } from './documents.ts';
export { listFiles } from './folder.ts';
