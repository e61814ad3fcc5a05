export { listFiles, readDocument, type Unreadable } from './folder.ts';
