import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Anomaly, type SourceDocument } from '../values/index.ts';
import { documentOf, LARGEST_DOCUMENT, TOO_LARGE, type Unreadable } from './document.ts';

/**
 * The files named, and all files under the folders named, in order of path. Hidden files and
 * folders and links inside folders are passed over. Incorrect where a path does not exist.
 */
export async function listFiles(paths: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const path of paths) {
    const found = await stat(path).catch((cause) => {
      throw new Anomaly('Incorrect', `There is no file or folder ${path}`, { cause });
    });
    if (found.isDirectory()) await addFolder(path, files);
    else files.push(path);
  }
  return files;
}

/** A file that is one document and has not been read yet. */
export interface DocumentFile {
  readonly path: string;
}

/**
 * Reads one file as a document, as `documentOf` says. Blocks the thread meanwhile, for threads that
 * have nothing else to do: that takes a quarter of the time.
 */
export function readDocumentFile({ path }: DocumentFile): SourceDocument | Unreadable {
  try {
    const file = openSync(path, 'r');
    try {
      const bytes = readWhole(file);
      return bytes === null
        ? { name: path, reason: TOO_LARGE }
        : documentOf({ name: path, path }, bytes);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    return { name: path, reason: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * Nearly every file is read by one call into it: what systems do for a file costs more than its
 * bytes.
 */
const atOnce = Buffer.allocUnsafe(1 << 18);

/** A file's bytes; null where there are more than a document may have. */
function readWhole(file: number): Buffer | null {
  const read = readSync(file, atOnce);
  if (read < atOnce.length) return Buffer.from(atOnce.subarray(0, read));
  if (fstatSync(file).size > LARGEST_DOCUMENT) return null;
  const rest = readFileSync(file);
  return read + rest.length > LARGEST_DOCUMENT ? null : Buffer.concat([atOnce, rest]);
}

async function addFolder(folder: string, files: string[]): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await addFolder(path, files);
    else if (entry.isFile()) files.push(path);
  }
}
