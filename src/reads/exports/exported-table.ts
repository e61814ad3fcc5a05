/**
 * What a column holds, and how its cells come from the database: "person" and "issuer" are keys of
 * identities, "position" is a place in the ledger (all three bigints), "decimal" exact decimal
 * text, "date" and "instant" ISO text, "list" texts. Any of them may be null.
 */
export type ExportedType =
  | 'person'
  | 'issuer'
  | 'position'
  | 'integer'
  | 'text'
  | 'list'
  | 'decimal'
  | 'date'
  | 'instant'
  | 'boolean';

/** A column of an export, by the contract's name in snake_case (docs/guides/export.md). */
export interface ExportedColumn {
  readonly name: string;
  readonly type: ExportedType;
}

/** A cell as the database gives it. */
export type ExportedCell = bigint | number | string | boolean | readonly string[] | null;

/** The cells of a row, in the order of the columns. */
export type ExportedRow = readonly ExportedCell[];

/** Rows to export, as a statement that is read in one walk. */
export interface ExportedTable {
  readonly columns: readonly ExportedColumn[];
  readonly text: string;
  readonly values: readonly unknown[];
  /**
   * The stored columns that decimals come from: whether a type holds all of them is asked there.
   */
  readonly decimals: Readonly<Record<string, { readonly table: string; readonly column: string }>>;
  /** Makes a row of what the database gives, where that is not the row. */
  readonly rowOf?: (cells: ExportedRow) => ExportedRow;
}

/** A column, where its cells are in SQL, and of a decimal the stored column that has them. */
export type ColumnSource = ExportedColumn & {
  readonly sql: string;
  readonly stored?: { readonly table: string; readonly column: string };
};

/** Columns that are worked out of one cell of the database. */
export interface WorkedOut {
  readonly columns: readonly ExportedColumn[];
  readonly sql: string;
  readonly cellsOf: (cell: ExportedCell) => readonly ExportedCell[];
}

/** Puts a statement together from its columns and what comes after them, FROM and so on. */
export function exportedTable(
  sources: readonly (ColumnSource | WorkedOut)[],
  { after }: { readonly after: string },
  values: readonly unknown[],
): ExportedTable {
  const columns = sources.flatMap((source) => ('cellsOf' in source ? source.columns : [source]));
  const stored = sources.flatMap((source) =>
    'cellsOf' in source || source.stored === undefined ? [] : [[source.name, source.stored]],
  );
  return {
    columns: columns.map(({ name, type }) => ({ name, type })),
    text: `SELECT ${sources.map(({ sql }) => sql).join(', ')} ${after}`,
    values,
    decimals: Object.fromEntries(stored),
    ...(columns.length === sources.length ? {} : { rowOf: (cells) => makeRow(sources, cells) }),
  };
}

function makeRow(
  sources: readonly (ColumnSource | WorkedOut)[],
  cells: ExportedRow,
): ExportedCell[] {
  const row: ExportedCell[] = [];
  for (const [index, source] of sources.entries()) {
    const cell = cells[index] ?? null;
    if ('cellsOf' in source) row.push(...source.cellsOf(cell));
    else row.push(cell);
  }
  return row;
}

/** A decimal of a stored column. */
export function decimal(
  name: string,
  sql: string,
  stored: { readonly table: string; readonly column: string },
): ColumnSource {
  return { name, type: 'decimal', sql, stored };
}
