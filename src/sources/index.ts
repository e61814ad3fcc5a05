export type { Unreadable } from './document.ts';
export { findDocuments, readDocuments } from './documents.ts';
export { type DocumentFile, listFiles, readDocumentFile } from './folder.ts';
