import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ZipFile } from 'yazl';
import type { Filing } from '../../../parser/index.ts';
import { DATA_SET_TABLES } from '../../../values/index.ts';
import { DataSetTables, type TableTexts } from './tables.ts';

/**
 * A zip of filings in the layout of the SEC's Insider Transactions Data Sets. A filing has rows in
 * all tables and a zip has one table after the other, so they are laid down under the system's
 * temporary folder first; nothing is left there however it ends. The same filings give the same
 * bytes.
 */
export async function* dataSetZip(
  batches: AsyncIterable<readonly Filing[]>,
): AsyncGenerator<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'insider-ledger-export-'));
  try {
    await layDown(folder, batches);
    const zip = new ZipFile();
    for (const table of DATA_SET_TABLES) {
      zip.addFile(fileOf(folder, table), `${table}.tsv`, { mtime: EARLIEST, mode: 0o100644 });
    }
    zip.on('error', (error) => zip.outputStream.emit('error', error));
    zip.end();
    yield* zip.outputStream as AsyncIterable<Uint8Array>;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The earliest that a zip can say, in whatever zone it is read. */
const EARLIEST = new Date(1980, 0, 1);

async function layDown(folder: string, batches: AsyncIterable<readonly Filing[]>): Promise<void> {
  const files = await Promise.all(
    DATA_SET_TABLES.map(async (table) => ({
      table,
      file: await open(fileOf(folder, table), 'wx'),
    })),
  );
  const append = async (texts: TableTexts) => {
    for (const { table, file } of files) await file.appendFile(texts[table]);
  };
  try {
    const tables = new DataSetTables();
    await append(tables.headers());
    for await (const filings of batches) await append(tables.rows(filings));
  } finally {
    for (const { file } of files) await file.close();
  }
}

function fileOf(folder: string, table: string): string {
  return join(folder, `${table}.tsv`);
}
