import type { ExportedRow } from '../../reads/index.ts';
import type { Format } from './format.ts';
import { ParquetFile } from './parquet-file.ts';

/** What is held in memory at once: a row group cannot be written before all of it is there. */
const ROWS_OF_A_GROUP = 16_384;

/**
 * Parquet, compressed with Snappy: decimals as DECIMAL (those of the columns named as text), dates
 * as DATE, instants as TIMESTAMP in UTC, lists as one text.
 */
export function parquet(decimalsAsText: ReadonlySet<string>): Format {
  return async function* (exported, batches) {
    const file = new ParquetFile(exported, decimalsAsText);
    let rows: ExportedRow[] = [];
    for await (const batch of batches) {
      rows = rows.concat(batch);
      if (rows.length < ROWS_OF_A_GROUP) continue;
      yield await file.group(rows.slice(0, ROWS_OF_A_GROUP));
      rows = rows.slice(ROWS_OF_A_GROUP);
    }
    if (rows.length > 0) yield await file.group(rows);
    yield await file.finish();
  };
}
