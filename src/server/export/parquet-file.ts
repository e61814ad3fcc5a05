import * as zlib from 'node:zlib';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { ExportedColumn, ExportedRow } from '../../reads/index.ts';
import { parquetColumn } from './parquet-columns.ts';

/** Whether pages are compressed by Zstandard, which Node has from 22.15 on, or by Snappy. */
export type ParquetCodec = 'ZSTD' | 'SNAPPY';

const { zstdCompressSync } = zlib as unknown as {
  readonly zstdCompressSync?: (bytes: Uint8Array) => Uint8Array;
};

/** The best codec of this Node. */
export const BEST_CODEC: ParquetCodec = zstdCompressSync === undefined ? 'SNAPPY' : 'ZSTD';

/** A Parquet file as it is written, a row group at a time. */
export class ParquetFile {
  readonly #columns: readonly ReturnType<typeof parquetColumn>[];
  readonly #writer = new ByteWriter(1_000_000);
  readonly #file: ParquetWriter;

  constructor(
    exported: readonly ExportedColumn[],
    decimalsAsText: ReadonlySet<string>,
    codec: ParquetCodec = 'SNAPPY',
  ) {
    this.#columns = exported.map((column) =>
      parquetColumn(column, decimalsAsText.has(column.name)),
    );
    this.#file = new ParquetWriter({
      writer: this.#writer,
      codec,
      ...(zstdCompressSync !== undefined && { compressors: { ZSTD: zstdCompressSync } }),
      schema: [
        { name: 'schema', num_children: this.#columns.length },
        ...this.#columns.map(({ element }) => element),
      ],
      createdBy: 'insider-ledger',
    });
  }

  /** Gives the bytes of a row group. */
  async group(rows: readonly ExportedRow[]): Promise<Uint8Array> {
    await this.#file.write({
      columnData: this.#columns.map(({ element, parquetValueOf }, index) => ({
        name: element.name,
        data: rows.map((row) => parquetValueOf(row[index] ?? null)),
      })),
      rowGroupSize: rows.length,
    });
    return this.#take();
  }

  /** Gives the bytes that end the file. */
  async finish(): Promise<Uint8Array> {
    await this.#file.finish();
    return this.#take();
  }

  #take(): Uint8Array {
    const bytes = this.#writer.getBytes().slice();
    this.#writer.index = 0;
    return bytes;
  }
}
