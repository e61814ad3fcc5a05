import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { ExportedRow } from '../../reads/index.ts';
import type { Format } from './format.ts';
import { parquetColumn } from './parquet-columns.ts';

/** What is held in memory at once: a row group cannot be written before all of it is there. */
const ROWS_OF_A_GROUP = 16_384;

/**
 * Parquet, compressed with Snappy: decimals as DECIMAL (those of the columns named as text), dates
 * as DATE, instants as TIMESTAMP in UTC, lists as one text.
 */
export function parquet(decimalsAsText: ReadonlySet<string>): Format {
  return async function* (exported, batches) {
    const columns = exported.map((column) =>
      parquetColumn(column, decimalsAsText.has(column.name)),
    );
    const writer = new ByteWriter(1_000_000);
    const file = new ParquetWriter({
      writer,
      schema: [
        { name: 'schema', num_children: columns.length },
        ...columns.map(({ element }) => element),
      ],
      createdBy: 'insider-ledger',
    });
    const written = () => {
      const bytes = writer.getBytes().slice();
      writer.index = 0;
      return bytes;
    };
    const group = (rows: readonly ExportedRow[]) =>
      file.write({
        columnData: columns.map(({ element, parquetValueOf }, index) => ({
          name: element.name,
          data: rows.map((row) => parquetValueOf(row[index] ?? null)),
        })),
        rowGroupSize: ROWS_OF_A_GROUP,
      });
    let rows: ExportedRow[] = [];
    for await (const batch of batches) {
      rows = rows.concat(batch);
      if (rows.length < ROWS_OF_A_GROUP) continue;
      await group(rows.slice(0, ROWS_OF_A_GROUP));
      rows = rows.slice(ROWS_OF_A_GROUP);
      yield written();
    }
    if (rows.length > 0) await group(rows);
    await file.finish();
    yield written();
  };
}
