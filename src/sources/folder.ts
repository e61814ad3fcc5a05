import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Anomaly, type SourceDocument } from '../values/index.ts';
import { documentOf, LARGEST_DOCUMENT, TOO_LARGE, type Unreadable } from './document.ts';

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

/** Reads one file as a document, as `documentOf` says. */
export async function readDocument(path: string): Promise<SourceDocument | Unreadable> {
  try {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      if (size > LARGEST_DOCUMENT) return { name: path, reason: TOO_LARGE };
      return documentOf({ name: path, path }, await file.readFile());
    } finally {
      await file.close();
    }
  } catch (error) {
    return { name: path, reason: error instanceof Error ? error.message : String(error) };
  }
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
