import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Anomaly, type SourceDocument } from '../../values/index.ts';
import { readDataSet } from '../data-set/index.ts';
import type { Unreadable } from '../document.ts';
import { readTar } from './read-tar.ts';
import { isDataSet, readZip } from './read-zip.ts';

/** How an archive is read, by the end of its name; null where it is none. */
type Reader = (path: string) => AsyncGenerator<SourceDocument | Unreadable>;

/** The reader for an archive of this name: .zip, .tar, .tar.gz, .tgz; null for any other file. */
export function archiveReader(path: string): Reader | null {
  if (/\.zip$/i.test(path)) return readAnyZip;
  return /\.(?:tar|tgz|tar\.gz)$/i.test(path) ? readTarFile : null;
}

async function* readAnyZip(path: string): AsyncGenerator<SourceDocument | Unreadable> {
  yield* (await isDataSet(path)) ? readDataSet(path) : readZip(path);
}

async function* readTarFile(path: string): AsyncGenerator<SourceDocument | Unreadable> {
  const { size } = await stat(path).catch((cause) => {
    throw new Anomaly('Incorrect', `The archive cannot be opened: ${cause.message}.`, { cause });
  });
  yield* readTar(path, createReadStream(path), size);
}
