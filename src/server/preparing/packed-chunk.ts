import {
  type PreparedDocument,
  type RejectedDocument,
  receivedFromTexts,
} from '../../ledger/index.ts';

/**
 * Prepared documents on their way from one thread to another: texts, and all bytes in one buffer.
 */
export interface PackedChunk {
  readonly documents: readonly PackedDocument[];
  readonly sources: Uint8Array;
}

/** All of a document but its bytes, and what its texts say again. */
type PackedDocument = (
  | Omit<RejectedDocument, 'source'>
  | (Omit<PreparedDocument, 'source' | 'received'> &
      Pick<PreparedDocument['received'], 'stream'> &
      Pick<PreparedDocument['received']['reading'], 'knownAt'>)
) & { readonly source: PackedSource | null };

interface PackedSource {
  readonly hash: string;
  readonly size: number;
  /** Where its packed bytes end in the buffer; they begin where the last ones end. */
  readonly end: number;
}

/** Packs what one thread has prepared. */
export function packChunk(prepared: readonly (PreparedDocument | RejectedDocument)[]): PackedChunk {
  const total = prepared.reduce((sum, { source }) => sum + (source?.packed.length ?? 0), 0);
  const sources = new Uint8Array(total);
  let end = 0;
  const documents = prepared.map((document): PackedDocument => {
    const packed = document.source?.packed ?? new Uint8Array();
    sources.set(packed, end);
    end += packed.length;
    const source = document.source && {
      hash: document.source.hash,
      size: document.source.size,
      end,
    };
    if (document.outcome === 'rejected') return { ...document, source };
    const { outcome, name, given, texts, received, warnings } = document;
    const { stream, reading } = received;
    return { outcome, name, given, texts, stream, knownAt: reading.knownAt, source, warnings };
  });
  return { documents, sources };
}

/** The prepared documents again, as they were. */
export function unpackChunk({
  documents,
  sources,
}: PackedChunk): (PreparedDocument | RejectedDocument)[] {
  let start = 0;
  return documents.map((document) => {
    const { end = start, hash = '', size = 0 } = document.source ?? {};
    const source = { hash, size, packed: sources.subarray(start, end) };
    start = end;
    if (document.outcome === 'rejected') {
      return { ...document, source: document.source === null ? null : source };
    }
    const { outcome, name, given, texts, stream, knownAt, warnings } = document;
    const received = receivedFromTexts({ stream, knownAt, texts });
    return { outcome, name, given, texts, received, source, warnings };
  });
}
