import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExportedColumn, ExportedRow } from '../../../reads/index.ts';
import { BEST_CODEC, ParquetFile } from '../parquet-file.ts';

/** Cells held of all partitions together; the largest is written when there are more. */
const CELLS_HELD = 3_000_000;
const ROWS_OF_A_GROUP = 32_768;

/** EDGAR has nothing of that year. */
const YEAR_OF_NOTHING = '1970';

interface Partition {
  readonly file: ParquetFile;
  readonly handle: FileHandle;
  rows: ExportedRow[];
}

/**
 * Writes rows to a Parquet file for each year in which they became known, in a layout as Hive's:
 * `known_year=2023/NAME.parquet`. Rows of a year stay in their order.
 */
export class Partitions {
  readonly #open = new Map<string, Partition>();
  #held = 0;

  constructor(
    private readonly folder: string,
    private readonly name: string,
    private readonly columns: readonly ExportedColumn[],
    private readonly decimalsAsText: ReadonlySet<string>,
  ) {}

  /** Adds rows; of the column of a place, which is an instant, the year decides where. */
  async add(rows: readonly ExportedRow[], knownFrom: number): Promise<void> {
    for (const row of rows) {
      const year = String(row[knownFrom]).slice(0, 4);
      const partition = this.#open.get(year) ?? (await this.#begin(year));
      partition.rows.push(row);
      this.#held += 1;
      if (partition.rows.length >= ROWS_OF_A_GROUP) await this.#write(partition);
      else if (this.#held * row.length > CELLS_HELD) await this.#write(this.#largest());
    }
  }

  /**
   * Ends every file, and has it on disk. Where there are none before, there is one without a row
   * too, for those who read.
   */
  async finish({ isFirst }: { readonly isFirst: boolean }): Promise<void> {
    if (isFirst && this.#open.size === 0) await this.#begin(YEAR_OF_NOTHING);
    for (const partition of this.#open.values()) {
      if (partition.rows.length > 0) await this.#write(partition);
      await partition.handle.writeFile(await partition.file.finish());
      await partition.handle.sync();
    }
    await this.close();
  }

  /** Closes every file, whole or not. */
  async close(): Promise<void> {
    for (const { handle } of this.#open.values()) await handle.close();
    this.#open.clear();
  }

  async #begin(year: string): Promise<Partition> {
    const folder = join(this.folder, `known_year=${year}`);
    await mkdir(folder, { recursive: true });
    const handle = await open(join(folder, `${this.name}.parquet`), 'wx');
    const file = new ParquetFile(this.columns, this.decimalsAsText, BEST_CODEC);
    const partition = { file, handle, rows: [] };
    this.#open.set(year, partition);
    return partition;
  }

  async #write(partition: Partition): Promise<void> {
    const { rows } = partition;
    partition.rows = [];
    this.#held -= rows.length;
    await partition.handle.writeFile(await partition.file.group(rows));
  }

  #largest(): Partition {
    return [...this.#open.values()].reduce((a, b) => (b.rows.length > a.rows.length ? b : a));
  }
}
