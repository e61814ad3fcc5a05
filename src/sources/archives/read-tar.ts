import { Parser, type ReadEntry } from 'tar';
import { Anomaly, type SourceDocument } from '../../values/index.ts';
import { documentOf, LARGEST_DOCUMENT, TOO_LARGE, type Unreadable } from '../document.ts';
import { unzipped } from '../unzipped.ts';
import { Budget } from './budget.ts';
import { entryName, isHidden } from './entry-name.ts';

const FILES: readonly string[] = ['File', 'OldFile', 'ContiguousFile'];
/** Long names and the like. */
const LARGEST_HEADER = 100_000;

interface Read {
  readonly path: string;
  /** Null of one that is too large. */
  readonly bytes: Buffer | null;
}

/**
 * Streams the files in a tar, plain or gzip, as documents, in their order. Links, devices, folders
 * and hidden files are passed over, and nothing is written anywhere, so a name may be what it
 * likes. No more than one file is in memory. Incorrect where it is no tar, broken, cut, or a bomb:
 * what came before has been given.
 */
export async function* readTar(
  archive: string,
  packed: AsyncIterable<Uint8Array>,
  size: number,
): AsyncGenerator<SourceDocument | Unreadable> {
  const budget = new Budget(size);
  const tar = new TarFiles();
  let isFirst = true;
  for await (const chunk of unzipped(packed)) {
    budget.take(chunk.byteLength);
    // The parser would unpack it once more, past the budget.
    if (isFirst && chunk[0] === 0x1f && chunk[1] === 0x8b) throw broken('it is packed twice');
    isFirst = false;
    for (const { path, bytes } of tar.write(chunk)) {
      const name = entryName(archive, path);
      yield bytes === null ? { name, reason: TOO_LARGE } : documentOf({ name, path }, bytes);
    }
    if (tar.fault !== null) throw broken(tar.fault);
    // What follows the end is padding, however much of it there is.
    if (tar.isAtEnd) return;
  }
  throw broken('it ends too early');
}

/** The files of a tar, as its bytes come. */
class TarFiles {
  #ready: Read[] = [];
  readonly #parser = new Parser({
    brotli: false,
    zstd: false,
    maxMetaEntrySize: LARGEST_HEADER,
    filter: (path, entry) => this.#isDocument(path, entry as ReadEntry),
    onReadEntry: (entry) => this.#collect(entry),
    onwarn: (code, message) => {
      if (code !== 'TAR_ENTRY_INFO') this.fault ??= String(message).replace(/^Error: /, '');
    },
  });
  /** What is wrong with it. */
  fault: string | null = null;
  isAtEnd = false;

  constructor() {
    this.#parser.on('eof', () => {
      this.isAtEnd = true;
    });
  }

  /** The files that end in these bytes, up to what is no tar. */
  write(chunk: Uint8Array): Read[] {
    this.#parser.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
    const ready = this.#ready;
    this.#ready = [];
    return ready;
  }

  #isDocument(path: string, { type, size }: ReadEntry): boolean {
    if (!FILES.includes(type) || isHidden(path)) return false;
    if (size <= LARGEST_DOCUMENT) return true;
    this.#ready.push({ path, bytes: null });
    return false;
  }

  /** Bytes are handed over while they are written: nothing waits. */
  #collect(entry: ReadEntry): void {
    const chunks: Buffer[] = [];
    entry.on('data', (chunk) => chunks.push(chunk));
    entry.on('end', () => {
      if (this.fault === null) this.#ready.push({ path: entry.path, bytes: Buffer.concat(chunks) });
    });
  }
}

function broken(reason: string): Anomaly {
  return new Anomaly('Incorrect', `The tar cannot be read: ${reason}.`);
}
