import type { ExportedColumn, ExportedRow } from '../../reads/index.ts';

/** Rows as they come, some thousand at a time. */
export type RowBatches = AsyncIterable<readonly ExportedRow[]>;

/**
 * Writes rows as bytes or text, piece by piece, and never more than a few batches ahead of its
 * reader.
 */
export type Format = (
  columns: readonly ExportedColumn[],
  batches: RowBatches,
) => AsyncGenerator<Uint8Array | string>;
