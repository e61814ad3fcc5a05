import {
  type PreparedDocument,
  type RejectedDocument,
  receivedFromTexts,
} from '../../ledger/index.ts';

/** Prepared documents on their way from one thread to another: texts, and all bytes in one buffer. */
export interface PackedChunk {
  readonly documents: readonly (PackedDocument | RejectedDocument)[];
  readonly sources: ArrayBuffer;
}

/** All of a prepared document but what its texts say again. */
type PackedDocument = Pick<PreparedDocument, 'outcome' | 'name' | 'texts'> & {
  readonly stream: string;
  readonly knownAt: PreparedDocument['received']['telling']['knownAt'];
  readonly hash: string;
  readonly size: number;
  /** Where its packed bytes end in the buffer; they begin where the last ones end. */
  readonly end: number;
};

/** Packs what one thread has prepared; the buffer may be handed over instead of copied. */
export function packChunk(prepared: readonly (PreparedDocument | RejectedDocument)[]): PackedChunk {
  const total = prepared.reduce(
    (sum, document) => sum + (document.outcome === 'rejected' ? 0 : document.source.packed.length),
    0,
  );
  const sources = new ArrayBuffer(total);
  const bytes = new Uint8Array(sources);
  let end = 0;
  const documents = prepared.map((document) => {
    if (document.outcome === 'rejected') return document;
    const { outcome, name, texts, received, source } = document;
    bytes.set(source.packed, end);
    end += source.packed.length;
    const { stream, telling } = received;
    const { hash, size } = source;
    return { outcome, name, texts, stream, knownAt: telling.knownAt, hash, size, end };
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
    if (document.outcome === 'rejected') return document;
    const { outcome, name, texts, stream, knownAt, hash, size, end } = document;
    const packed = new Uint8Array(sources, start, end - start);
    start = end;
    const received = receivedFromTexts({ stream, knownAt, texts });
    return { outcome, name, texts, received, source: { hash, size, packed } };
  });
}
