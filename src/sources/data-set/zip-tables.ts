import type { Entry, ZipFile } from 'yauzl';
import { Anomaly, type DataSetTable, dataSetTable } from '../../values/index.ts';
import { openZip, readEntry, tableName, unreadable, type ZipSource } from '../zip-file.ts';

const ENTRIES_AT_MOST = 10_000;

/** The tables of a data set's zip. */
export interface ZipTables {
  /** Bytes of all tables, unpacked. */
  readonly totalBytes: number;
  has(table: DataSetTable): boolean;
  /**
   * A table's bytes, checked against length and checksum while they pass; nothing where it is
   * missing.
   */
  read(table: DataSetTable): AsyncGenerator<Buffer>;
  close(): void;
}

/**
 * Opens a zip and finds the tables in it by the last part of their names: in any folder, in any
 * case. Other entries are passed over. Incorrect for what is no zip, is encrypted, has a table
 * twice, or unpacks to more than so many bytes.
 */
export async function openTables(source: ZipSource, largestTotal: number): Promise<ZipTables> {
  const zip = await openZip(source);
  const isOwned = typeof source === 'string';
  const close = () => {
    if (isOwned) zip.close();
  };
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
      read: (table) => readTable(zip, entries.get(table)),
      close,
    };
  } catch (error) {
    close();
    throw error instanceof Anomaly ? error : unreadable(error);
  }
}

async function* readTable(zip: ZipFile, entry: Entry | undefined): AsyncGenerator<Buffer> {
  if (entry !== undefined) yield* readEntry(zip, entry);
}

async function findTables(zip: ZipFile): Promise<Map<DataSetTable, Entry>> {
  const entries = new Map<DataSetTable, Entry>();
  if (zip.entryCount > ENTRIES_AT_MOST) {
    throw new Anomaly('Incorrect', `The zip has more than ${ENTRIES_AT_MOST} entries.`);
  }
  for await (const entry of zip.eachEntry()) {
    const table = dataSetTable(tableName(entry.fileName));
    if (table === null) continue;
    if (entries.has(table)) throw new Anomaly('Incorrect', `The zip has the table ${table} twice.`);
    if (entry.isEncrypted()) throw new Anomaly('Incorrect', `The table ${table} is encrypted.`);
    entries.set(table, entry);
  }
  return entries;
}
