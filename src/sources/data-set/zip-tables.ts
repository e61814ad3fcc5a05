import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { Anomaly, type DataSetTable, dataSetTable } from '../../values/index.ts';

const ENTRIES_AT_MOST = 10_000;

/** The tables of a data set's zip. */
export interface ZipTables {
  /** Bytes of all tables, unpacked. */
  readonly totalBytes: number;
  has(table: DataSetTable): boolean;
  /** A table's bytes, checked against length and checksum while they pass; nothing where it is missing. */
  read(table: DataSetTable): AsyncGenerator<Buffer>;
  close(): void;
}

/**
 * Opens a zip and finds the tables in it by the last part of their names: in any folder, in any case.
 * Other entries are passed over. Incorrect for what is no zip, is encrypted, has a table twice, or
 * unpacks to more than so many bytes.
 */
export async function openTables(path: string, largestTotal: number): Promise<ZipTables> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false }).catch((cause) => {
    throw unreadable(cause);
  });
  try {
    const entries = await findTables(zip);
    const totalBytes = [...entries.values()].reduce(
      (sum, entry) => sum + entry.uncompressedSize,
      0,
    );
    if (totalBytes > largestTotal) {
      throw new Anomaly('Incorrect', `The tables unpack to more than ${largestTotal} bytes.`);
    }
    return {
      totalBytes,
      has: (table) => entries.has(table),
      read: (table) => readEntry(zip, entries.get(table)),
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error instanceof Anomaly ? error : unreadable(error);
  }
}

async function findTables(zip: ZipFile): Promise<Map<DataSetTable, Entry>> {
  const entries = new Map<DataSetTable, Entry>();
  if (zip.entryCount > ENTRIES_AT_MOST) {
    throw new Anomaly('Incorrect', `The zip has more than ${ENTRIES_AT_MOST} entries.`);
  }
  for await (const entry of zip.eachEntry()) {
    const [, name = ''] = /([^/\\]+)\.(?:tsv|txt)$/i.exec(entry.fileName) ?? [];
    const table = dataSetTable(name);
    if (table === null) continue;
    if (entries.has(table)) throw new Anomaly('Incorrect', `The zip has the table ${table} twice.`);
    if (entry.isEncrypted()) throw new Anomaly('Incorrect', `The table ${table} is encrypted.`);
    entries.set(table, entry);
  }
  return entries;
}

async function* readEntry(zip: ZipFile, entry: Entry | undefined): AsyncGenerator<Buffer> {
  if (entry === undefined) return;
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

function unreadable(cause: unknown): Anomaly {
  const reason = (cause instanceof Error ? cause.message : String(cause)).replace(/\.$/, '');
  return new Anomaly('Incorrect', `The zip cannot be read: ${reason}.`, { cause });
}
