import { Anomaly, type SourceDocument } from '../values/index.ts';
import { archiveReader } from './archives/index.ts';
import type { Unreadable } from './document.ts';
import { type DocumentFile, readDocumentFile } from './folder.ts';

/**
 * The documents that a file holds: of a zip with the tables of one of the SEC's data sets one a
 * filing, of any other archive one a file in it, of any other file one. What cannot be read is
 * given as such, in its place.
 */
export async function* readDocuments(path: string): AsyncGenerator<SourceDocument | Unreadable> {
  const readArchive = archiveReader(path);
  if (readArchive === null) {
    yield readDocumentFile({ path });
    return;
  }
  try {
    yield* readArchive(path);
  } catch (error) {
    if (!(error instanceof Anomaly) || error.category !== 'Incorrect') throw error;
    yield { name: path, reason: error.message };
  }
}

/**
 * The documents of several files, one file after the other, those of files that are one document
 * yet to be read; `finished` is called at each file's end.
 */
export async function* findDocuments(
  paths: readonly string[],
  finished: () => void = () => undefined,
): AsyncGenerator<SourceDocument | Unreadable | DocumentFile> {
  for (const path of paths) {
    if (archiveReader(path) === null) yield { path };
    else yield* readDocuments(path);
    finished();
  }
}
