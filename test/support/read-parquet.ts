import { parquetMetadata, parquetReadObjects, type SchemaElement } from 'hyparquet';

/** A Parquet file's columns as their types say, and its rows by column name as text. */
export interface ReadParquet {
  readonly types: Readonly<Record<string, string>>;
  readonly rows: readonly Readonly<Record<string, string | null>>[];
}

/**
 * Reads a Parquet file with a reader that is not this project's. That one makes doubles of
 * decimals, so their bytes are read here, as the format has them: two's complement, big-endian,
 * scaled.
 */
export async function readParquet(bytes: Uint8Array): Promise<ReadParquet> {
  const file = new Uint8Array(bytes).buffer;
  const metadata = parquetMetadata(file);
  const columns = metadata.schema.slice(1);
  const plain = metadata.schema.map(({ converted_type, logical_type, ...element }) =>
    converted_type === 'DECIMAL' ? element : { ...element, converted_type, logical_type },
  ) as SchemaElement[];
  const rows = await parquetReadObjects({ file, metadata: { ...metadata, schema: plain } });
  return {
    types: Object.fromEntries(columns.map((column) => [column.name, typeOf(column)])),
    rows: rows.map((row) =>
      Object.fromEntries(columns.map((column) => [column.name, textOf(column, row[column.name])])),
    ),
  };
}

function typeOf({ converted_type, type, precision, scale }: SchemaElement): string {
  return converted_type === 'DECIMAL'
    ? `DECIMAL(${precision}, ${scale})`
    : (converted_type ?? type ?? '');
}

function textOf({ converted_type, scale = 0 }: SchemaElement, value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (converted_type === 'DECIMAL') return decimalText(value as Uint8Array, scale);
  if (!(value instanceof Date)) return String(value as string | bigint | number | boolean);
  return converted_type === 'DATE' ? value.toISOString().slice(0, 10) : value.toISOString();
}

function decimalText(bytes: Uint8Array, scale: number): string {
  const unsigned = BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
  const unscaled = BigInt.asIntN(bytes.length * 8, unsigned);
  const digits = String(unscaled < 0n ? -unscaled : unscaled).padStart(scale + 1, '0');
  const fraction = digits.slice(-scale).replace(/0+$/, '');
  const text = digits.slice(0, -scale) + (fraction === '' ? '' : `.${fraction}`);
  return unscaled < 0n ? `-${text}` : text;
}
