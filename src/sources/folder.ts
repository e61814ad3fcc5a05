import { open, readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Anomaly, findAccessionNumber, type SourceDocument } from '../values/index.ts';

/** A file that cannot be given as a document. */
export interface Unreadable {
  readonly name: string;
  readonly reason: string;
}

/** No ownership filing comes near it; a larger file is not read at all. */
const LARGEST_DOCUMENT = 50_000_000;

/**
 * The files named, and all files under the folders named, in order of path. Hidden files and folders
 * and links inside folders are passed over. Incorrect where a path does not exist.
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

/** Reads one file; its accession number is the one that its name or else its folder carries. */
export async function readDocument(path: string): Promise<SourceDocument | Unreadable> {
  try {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      if (size > LARGEST_DOCUMENT) {
        return { name: path, reason: `larger than ${LARGEST_DOCUMENT} bytes` };
      }
      const number = findAccessionNumber(basename(path)) ?? findAccessionNumber(folderName(path));
      return { name: path, bytes: await file.readFile(), accessionNumber: number, filedOn: null };
    } finally {
      await file.close();
    }
  } catch (error) {
    return { name: path, reason: error instanceof Error ? error.message : String(error) };
  }
}

function folderName(path: string): string {
  return basename(dirname(path));
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
