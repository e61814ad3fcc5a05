import type { Queryable } from './database.ts';

/** The tables that rows are inserted into by the set. */
export type Table =
  | 'ledger_event'
  | 'source_document'
  | 'issuer'
  | 'issuer_name'
  | 'issuer_ticker'
  | 'person'
  | 'person_name'
  | 'filing'
  | 'filing_owner'
  | 'reported_line'
  | 'former_identity'
  | 'account'
  | 'entry'
  | 'relationship';

/** Values by column: text for numeric and bytea ("\\x…"), arrays and JSON as they are. */
export type Row = Readonly<Record<string, unknown>>;

/** Rows a statement; keeps one statement's JSON far below what PostgreSQL takes. */
const ROWS_AT_ONCE = 5_000;

/**
 * Inserts rows of one table as one JSON value a statement, cast column by column by PostgreSQL, so
 * that exact decimals stay text until they are numeric. `onConflict` is SQL written in this project.
 */
export async function insertRows(
  db: Queryable,
  table: Table,
  rows: readonly Row[],
  onConflict = '',
): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    await db.query(
      `INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb) ${onConflict}`,
      [json(rows.slice(start, start + ROWS_AT_ONCE))],
    );
  }
}

/** JSON text with bigints as numbers-in-text. */
export function json(value: unknown): string {
  return JSON.stringify(value, (_, item: unknown) =>
    typeof item === 'bigint' ? String(item) : item,
  );
}
