import type { FileHandle } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { type Entry, fromFdPromise, openPromise, type ZipFile } from 'yauzl';
import { Anomaly } from '../values/index.ts';

/** A zip by its path, or one that is open and need have no name any more. */
export type ZipSource = string | FileHandle;

const OPTIONS = { lazyEntries: true, autoClose: false };

/**
 * Opens a zip; the caller closes it, and one that was open already stays so. Incorrect for what is
 * none.
 */
export async function openZip(source: ZipSource): Promise<ZipFile> {
  const opening =
    typeof source === 'string' ? openPromise(source, OPTIONS) : fromFdPromise(source.fd, OPTIONS);
  return opening.catch((cause) => {
    throw unreadable(cause);
  });
}

/** An entry's bytes, checked against length and checksum while they pass. */
export async function* readEntry(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  let checksum = 0;
  try {
    const stream: Readable = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream) {
      checksum = crc32(chunk, checksum);
      yield chunk;
    }
  } catch (error) {
    throw unreadable(error);
  }
  if (checksum !== entry.crc32) throw unreadable(new Error('a checksum is wrong'));
}

/** The name of the table that an entry would be: the last part of its path, without its ending. */
export function tableName(fileName: string): string {
  return /([^/\\]+)\.(?:tsv|txt)$/i.exec(fileName)?.[1] ?? '';
}

/** Says that a zip cannot be read, and why. */
export function unreadable(cause: unknown): Anomaly {
  const reason = (cause instanceof Error ? cause.message : String(cause)).replace(/\.$/, '');
  return new Anomaly('Incorrect', `The zip cannot be read: ${reason}.`, { cause });
}
