import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { Anomaly, type CalendarDate, type DataSetTable } from '../../values/index.ts';

/** A row and the filing that it is of. */
export interface FiledRow {
  /** The accession number; what stands in its place where there is none. */
  readonly filing: string;
  readonly table: DataSetTable;
  readonly line: string;
  /** Of a row of SUBMISSION. */
  readonly filedOn: CalendarDate | null;
}

const BUFFERED_BYTES = 16_384;

/**
 * Rows laid down on disk by filing, so that a table in any order can be read once and held in no part
 * but one. The folder is under the system's temporary folder until `remove`.
 */
export class Partitions {
  readonly #waiting: { lines: string[]; bytes: number; total: number }[];

  private constructor(
    private readonly folder: string,
    count: number,
    private readonly largest: number,
  ) {
    this.#waiting = Array.from({ length: count }, () => ({ lines: [], bytes: 0, total: 0 }));
  }

  /** So many empty partitions, none of which may grow beyond so many bytes. */
  static async create(count: number, largest: number): Promise<Partitions> {
    return new Partitions(await mkdtemp(join(tmpdir(), 'insider-ledger-')), count, largest);
  }

  /** Lays a row down. Incorrect where its partition becomes too large. */
  async add(row: FiledRow): Promise<void> {
    const index = crc32(row.filing) % this.#waiting.length;
    const part = this.#waiting[index];
    if (part === undefined) return;
    const line = JSON.stringify(row);
    part.lines.push(line);
    part.bytes += line.length + 1;
    part.total += line.length + 1;
    if (part.total > this.largest) {
      throw new Anomaly('Incorrect', `The rows of ${row.filing} and a few others are too many.`);
    }
    if (part.bytes >= BUFFERED_BYTES) await this.#flush(index);
  }

  /** The partitions one by one: each filing's rows, filings in order of their numbers. */
  async *read(): AsyncGenerator<ReadonlyMap<string, FiledRow[]>> {
    for (const index of this.#waiting.keys()) await this.#flush(index);
    for (const index of this.#waiting.keys()) {
      if (this.#waiting[index]?.total === 0) continue;
      const lines = (await readFile(this.#file(index), 'latin1')).split('\n');
      await rm(this.#file(index));
      const rows = lines.filter((line) => line !== '').map((line): FiledRow => JSON.parse(line));
      yield byFiling(rows);
    }
  }

  /** Removes what is still on disk. */
  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }

  async #flush(index: number): Promise<void> {
    const part = this.#waiting[index];
    if (part === undefined || part.bytes === 0) return;
    await appendFile(this.#file(index), `${part.lines.join('\n')}\n`, 'latin1');
    part.lines = [];
    part.bytes = 0;
  }

  #file(index: number): string {
    return join(this.folder, String(index));
  }
}

function byFiling(rows: readonly FiledRow[]): ReadonlyMap<string, FiledRow[]> {
  const filings = new Map<string, FiledRow[]>();
  for (const row of rows) {
    const held = filings.get(row.filing);
    if (held === undefined) filings.set(row.filing, [row]);
    else held.push(row);
  }
  return new Map([...filings].sort(([a], [b]) => (a < b ? -1 : 1)));
}
