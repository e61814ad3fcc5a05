import type { SchemaElement } from 'hyparquet-writer';
import type { DecimalType, ExportedCell, ExportedColumn } from '../../reads/index.ts';
import { textOf } from './cell-text.ts';

/** What decimals are in Parquet: far more than the 12 and 4 digits that EDGAR allows. */
export const PARQUET_DECIMAL: DecimalType = { precision: 38, scale: 10 };

/**
 * A column of a Parquet file: what the schema says of it, and its cells as the writer takes them.
 */
export interface ParquetColumn {
  readonly element: SchemaElement;
  readonly parquetValueOf: (cell: ExportedCell) => unknown;
}

/** The column for an exported one; a decimal that the type does not hold exactly is text. */
export function parquetColumn({ name, type }: ExportedColumn, isBeyond: boolean): ParquetColumn {
  const column = (
    element: Omit<SchemaElement, 'name'>,
    parquetValueOf: (cell: NonNullable<ExportedCell>) => unknown,
  ): ParquetColumn => ({
    element: { name, repetition_type: 'OPTIONAL', ...element },
    parquetValueOf: (cell) => (cell === null ? null : parquetValueOf(cell)),
  });
  switch (type) {
    case 'decimal':
      if (isBeyond) break;
      return column(
        {
          type: 'FIXED_LEN_BYTE_ARRAY',
          type_length: 16,
          converted_type: 'DECIMAL',
          logical_type: { type: 'DECIMAL', ...PARQUET_DECIMAL },
          ...PARQUET_DECIMAL,
        },
        (cell) => unscaled(cell as string),
      );
    case 'date':
      return column(
        { type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' } },
        (cell) => Math.floor(Date.parse(cell as string) / DAY),
      );
    case 'instant':
      return column(
        {
          type: 'INT64',
          converted_type: 'TIMESTAMP_MILLIS',
          logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' },
        },
        (cell) => BigInt(Date.parse(cell as string)),
      );
    case 'position':
      return column({ type: 'INT64' }, (cell) => cell);
    case 'integer':
      return column({ type: 'INT32' }, (cell) => cell);
    case 'boolean':
      return column({ type: 'BOOLEAN' }, (cell) => cell);
    default:
  }
  return column(
    { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } },
    textOf(type) as (cell: NonNullable<ExportedCell>) => unknown,
  );
}

const DAY = 86_400_000;

/** "-12.5" as its integer of the type's scale: -125000000000. */
function unscaled(decimal: string): bigint {
  const [whole = '', fraction = ''] = decimal.split('.');
  return BigInt(whole + fraction.padEnd(PARQUET_DECIMAL.scale, '0'));
}
