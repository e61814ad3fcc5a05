import type { FileHandle } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { Anomaly, type CalendarDate, type DataSetTable } from '../../values/index.ts';
import { openScratchFile, writeAt } from '../scratch-file.ts';

/** A row and the filing that it is of. */
export interface FiledRow {
  /** The accession number; what stands in its place where there is none. */
  readonly filing: string;
  readonly table: DataSetTable;
  readonly line: string;
  /** Of a row of SUBMISSION. */
  readonly filedOn: CalendarDate | null;
}

/** Rows of one partition that stand together in the file. */
interface Piece {
  readonly at: number;
  readonly bytes: number;
}

interface Partition {
  lines: string[];
  bytes: number;
  total: number;
  readonly pieces: Piece[];
}

const BUFFERED_BYTES = 16_384;

/**
 * Rows laid down on disk by filing, so that a table in any order can be read once and held in no
 * part but one. They are in one file without a name (openScratchFile): nothing of them can be left
 * behind.
 */
export class Partitions {
  readonly #partitions: Partition[];
  #end = 0;

  private constructor(
    private readonly file: FileHandle,
    count: number,
    private readonly largest: number,
  ) {
    const empty = () => ({ lines: [], bytes: 0, total: 0, pieces: [] });
    this.#partitions = Array.from({ length: count }, empty);
  }

  /** So many empty partitions, none of which may grow beyond so many bytes. */
  static async create(count: number, largest: number): Promise<Partitions> {
    return new Partitions(await openScratchFile(), count, largest);
  }

  /** Lays a row down. Incorrect where its partition becomes too large. */
  async add(row: FiledRow): Promise<void> {
    const part = this.#partitions[crc32(row.filing) % this.#partitions.length];
    if (part === undefined) return;
    const line = JSON.stringify(row);
    part.lines.push(line);
    part.bytes += line.length + 1;
    part.total += line.length + 1;
    if (part.total > this.largest) {
      throw new Anomaly('Incorrect', `The rows of ${row.filing} and a few others are too many.`);
    }
    if (part.bytes >= BUFFERED_BYTES) await this.#flush(part);
  }

  /** The partitions one by one: each filing's rows, filings in order of their numbers. */
  async *read(): AsyncGenerator<ReadonlyMap<string, FiledRow[]>> {
    for (const part of this.#partitions) {
      if (part.total === 0) continue;
      const lines: string[] = [];
      for (const piece of part.pieces) lines.push(...(await this.#lines(piece)));
      lines.push(...part.lines);
      part.lines = [];
      yield byFiling(lines.map((line): FiledRow => JSON.parse(line)));
    }
  }

  /** Removes what is still on disk. */
  async remove(): Promise<void> {
    await this.file.close();
  }

  async #flush(part: Partition): Promise<void> {
    const bytes = Buffer.from(part.lines.join('\n'), 'latin1');
    const piece = { at: this.#end, bytes: bytes.length };
    this.#end += bytes.length;
    part.pieces.push(piece);
    part.lines = [];
    part.bytes = 0;
    await writeAt(this.file, bytes, piece.at);
  }

  async #lines({ at, bytes }: Piece): Promise<string[]> {
    const buffer = Buffer.alloc(bytes);
    for (let read = 0; read < bytes; ) {
      const { bytesRead } = await this.file.read(buffer, read, bytes - read, at + read);
      if (bytesRead === 0) throw new Anomaly('Fault', 'Rows that were laid down are gone.');
      read += bytesRead;
    }
    return buffer.toString('latin1').split('\n');
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
