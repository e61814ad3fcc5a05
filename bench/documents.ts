import { type ParseResult, parseDocument, type Rendition } from '../src/parser/index.ts';
import { listFiles, readDocuments } from '../src/sources/index.ts';
import type { SourceDocument } from '../src/values/index.ts';

/** Documents of one rendition, all of them readable. */
export interface DocumentSet {
  readonly rendition: Rendition;
  readonly documents: readonly SourceDocument[];
  readonly bytes: number;
}

/**
 * The documents of folders that parse, by rendition; a set smaller than `atLeast` is repeated until
 * it is not. Anomaly Incorrect where a folder does not exist.
 */
export async function readSets(
  folders: readonly string[],
  atLeast: number,
): Promise<{ readonly sets: DocumentSet[]; readonly leftOut: number }> {
  const found = new Map<Rendition, SourceDocument[]>();
  let leftOut = 0;
  for (const file of await listFiles(folders)) {
    for await (const document of readDocuments(file)) {
      const result: ParseResult | null = 'reason' in document ? null : parseDocument(document);
      // saxes refuses what was repaired, so the two cannot be compared.
      const isRepaired =
        result?.ok === true && result.warnings.some(({ code }) => code === 'RECOVERED');
      if (result?.ok !== true || isRepaired || 'reason' in document) {
        leftOut += 1;
        continue;
      }
      const documents = found.get(result.rendition);
      if (documents === undefined) found.set(result.rendition, [document]);
      else documents.push(document);
    }
  }
  const sets = [...found].map(([rendition, once]) => {
    const times = Math.ceil(atLeast / once.length);
    const documents = Array.from({ length: times }, () => once).flat();
    return {
      rendition,
      documents,
      bytes: documents.reduce((sum, document) => sum + document.bytes.byteLength, 0),
    };
  });
  return { sets, leftOut };
}

/**
 * The bytes of the ownership XML in a document: its declaration, where there is one, to its root's
 * end.
 */
export function ownershipXml({ bytes }: SourceDocument): Uint8Array {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const root = text.indexOf('<ownershipDocument');
  const declaration = text.lastIndexOf('<?xml', root);
  const end = text.indexOf('</ownershipDocument>', root);
  const from = declaration < 0 || root - declaration > 200 ? root : declaration;
  return text.subarray(from, end + '</ownershipDocument>'.length);
}
