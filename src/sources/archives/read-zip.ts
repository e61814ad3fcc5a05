import type { Entry, ZipFile } from 'yauzl';
import { Anomaly, dataSetTable, type SourceDocument } from '../../values/index.ts';
import { documentOf, LARGEST_DOCUMENT, TOO_LARGE, type Unreadable } from '../document.ts';
import { openZip, readEntry, tableName, unreadable } from '../zip-file.ts';
import { Budget } from './budget.ts';
import { entryName, isHidden } from './entry-name.ts';

/** Whether a zip has the table that every data set has. Incorrect for what is no zip. */
export async function isDataSet(path: string): Promise<boolean> {
  const zip = await openZip(path);
  try {
    for await (const { fileName } of zip.eachEntry()) {
      if (dataSetTable(tableName(fileName)) === 'SUBMISSION') return true;
    }
    return false;
  } catch (error) {
    throw unreadable(error);
  } finally {
    zip.close();
  }
}

/**
 * Streams the files in a zip as documents, in their order, passing over folders, links and hidden
 * files. No more than one file is in memory. Incorrect where it is no zip, broken, or a bomb: what
 * came before has been given.
 */
export async function* readZip(path: string): AsyncGenerator<SourceDocument | Unreadable> {
  const zip = await openZip(path);
  try {
    const budget = new Budget(zip.fileSize);
    for await (const entry of zip.eachEntry()) {
      const { fileName, uncompressedSize } = entry;
      if (/[/\\]$/.test(fileName) || isHidden(fileName) || isLink(entry)) continue;
      const name = entryName(path, fileName);
      if (uncompressedSize > LARGEST_DOCUMENT) yield { name, reason: TOO_LARGE };
      else if (entry.isEncrypted()) yield { name, reason: 'encrypted' };
      else {
        budget.take(uncompressedSize);
        const bytes = await wholeEntry(zip, entry);
        yield documentOf({ name, path: fileName }, bytes);
      }
    }
  } catch (error) {
    throw error instanceof Anomaly ? error : unreadable(error);
  } finally {
    zip.close();
  }
}

async function wholeEntry(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of readEntry(zip, entry)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** By the Unix mode that the zip's directory has of it. */
function isLink({ externalFileAttributes }: Entry): boolean {
  return ((externalFileAttributes >>> 16) & 0o170000) === 0o120000;
}
