import {
  type PreparedDocument,
  prepareDocument,
  prepareUnread,
  type RejectedDocument,
} from '../../ledger/index.ts';
import { type DocumentFile, readDocumentFile, type Unreadable } from '../../sources/index.ts';
import type { SourceDocument } from '../../values/index.ts';

/**
 * What a source gives: a document's bytes, the file that they are in, or why they cannot be had.
 */
export type Given = SourceDocument | DocumentFile | Unreadable;

/** Reads and parses documents, each to what the ledger takes or to why it does not. */
export function prepareChunk(chunk: readonly Given[]): (PreparedDocument | RejectedDocument)[] {
  return chunk.map((given) => {
    const document = 'path' in given ? readDocumentFile(given) : given;
    return 'reason' in document
      ? prepareUnread(document.name, document.reason)
      : prepareDocument(document);
  });
}
