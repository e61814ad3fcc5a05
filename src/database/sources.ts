import { brotliCompressSync, brotliDecompressSync, constants, inflateRawSync } from 'node:zlib';
import type { Instant } from '../values/index.ts';
import { BinaryRows } from './copy-binary.ts';
import { copyInto } from './copy-stream.ts';
import type { Queryable } from './database.ts';
import type { Step } from './steps.ts';

/**
 * A document's bytes as they are kept, with the SHA-256 (hex) and the length that they have
 * unpacked.
 */
export interface SourceBytes {
  readonly hash: string;
  readonly size: number;
  /** Compressed by Brotli. */
  readonly packed: Uint8Array;
}

/**
 * Quality 1 packs filings as small as Deflate at its best, in a third of the time
 * (bench/README.md).
 */
const QUALITY = 1;

/** Packs a document's bytes to be kept under their SHA-256, hex. */
export function packSource(hash: string, bytes: Uint8Array): SourceBytes {
  const packed = brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
    },
  });
  return { hash, size: bytes.byteLength, packed };
}

/** How bytes were packed: since the first Brotli, those before it by Deflate. */
export type Packing = 'DEFLATE' | 'BROTLI';

/** How they are packed now. */
export const NEW_PACKING: Packing = 'BROTLI';

const UNPACK = { DEFLATE: inflateRawSync, BROTLI: brotliDecompressSync };

/** A document's bytes again, no more than so many; throws where they are not whole. */
export function unpackSource(packed: Uint8Array, packing: Packing, size: number): Buffer {
  return UNPACK[packing](packed, { maxOutputLength: size + 1 });
}

/** Kept bytes by their hashes, hex, unpacked; a hash of which none are kept is left out. */
export async function readSources(
  db: Queryable,
  hashes: readonly string[],
): Promise<Map<string, Buffer>> {
  const { rows } = await db.query<{ hash: string; size: number; packed: Buffer; packing: Packing }>(
    `SELECT encode(hash, 'hex') AS hash, size, packed, packing FROM source_document WHERE hash = ANY($1)`,
    [hashes.map((hash) => Buffer.from(hash, 'hex'))],
  );
  return new Map(
    rows.map(({ hash, size, packed, packing }) => [hash, unpackSource(packed, packing, size)]),
  );
}

const COPY = `COPY source_document (hash, size, packed, packing, recorded_at) FROM STDIN (FORMAT binary)`;
const COLUMNS = 5;
/** Sources are small: one after the other would be as many messages. */
const BYTES_A_WRITE = 100_000;
/** From so many on a COPY is worth its second round trip, and a look at what is kept. */
const SOURCES_TO_COPY = 20;
const INSERT = `
  INSERT INTO source_document (hash, size, packed, packing, recorded_at)
  SELECT hash, size, packed, $4::source_packing, $5::timestamptz
  FROM unnest($1::bytea[], $2::integer[], $3::bytea[]) AS s (hash, size, packed)
  ON CONFLICT DO NOTHING`;

/**
 * Keeps source bytes, once each; the caller holds the ledger, so that nobody else keeps the same.
 * Of few it gives the statement, to be run with what needs them.
 */
export async function writeSources(
  db: Queryable,
  sources: readonly SourceBytes[],
  recordedAt: Instant,
): Promise<Step[]> {
  const once = new Map(sources.map((source) => [source.hash, source]));
  if (once.size < SOURCES_TO_COPY) {
    const few = [...once.values()];
    const values = [
      few.map(({ hash }) => Buffer.from(hash, 'hex')),
      few.map(({ size }) => size),
      few.map(({ packed }) => packed),
      NEW_PACKING,
      recordedAt,
    ];
    return [{ text: INSERT, values }];
  }
  const { rows: kept } = await db.query<{ hash: string }>(
    `SELECT encode(hash, 'hex') AS hash FROM source_document WHERE hash = ANY($1)`,
    [[...once.keys()].map((hash) => Buffer.from(hash, 'hex'))],
  );
  for (const { hash } of kept) once.delete(hash);
  if (once.size === 0) return [];
  await copyInto(db, COPY, async (write) => {
    const rows = new BinaryRows();
    for (const { hash, size, packed } of once.values()) {
      rows
        .row(COLUMNS)
        .bytes(Buffer.from(hash, 'hex'))
        .integer(size)
        .bytes(packed)
        .text(NEW_PACKING)
        .instant(recordedAt);
      if (rows.length >= BYTES_A_WRITE) await write(rows.take());
    }
    await write(rows.takeLast());
  });
  return [];
}
