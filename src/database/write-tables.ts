import type { Row } from './copy-text.ts';
import type { Queryable } from './database.ts';
import {
  columnsOf,
  deleteRows,
  insertRows,
  insertText,
  json,
  ROWS_TO_COPY,
  type Table,
  updateRows,
  updateText,
} from './insert-rows.ts';

/** Rows of one table to be taken away, changed and added; the key is what tells its rows apart. */
export interface ChangedTable {
  readonly table: Table;
  readonly key: readonly string[];
  readonly gone: readonly Row[];
  readonly other: readonly Row[];
  readonly added: readonly Row[];
}

/**
 * Writes the rows of several tables in a transaction's connection. What is taken away goes first,
 * since another row may have its key. Few rows go in one statement.
 */
export async function writeTables(db: Queryable, changes: readonly ChangedTable[]): Promise<void> {
  for (const { table, key, gone } of changes) await deleteRows(db, table, key, gone);
  const count = changes.reduce((sum, { other, added }) => sum + other.length + added.length, 0);
  if (count < ROWS_TO_COPY) return writeTogether(db, changes);
  for (const { table, key, other, added } of changes) {
    await updateRows(db, table, key, other);
    await insertRows(db, table, added);
  }
}

/** Writes rows of any tables by one statement; no row stands twice among them. */
async function writeTogether(db: Queryable, changes: readonly ChangedTable[]): Promise<void> {
  const values: string[] = [];
  const list = (rows: readonly Row[]) => `$${values.push(json(rows))}`;
  const steps = changes.flatMap(({ table, key, other, added }) => [
    ...(other.length === 0
      ? []
      : [updateText(table, { key, columns: columnsOf(other) }, list(other))]),
    ...(added.length === 0 ? [] : [insertText(table, list(added))]),
  ]);
  if (steps.length === 0) return;
  const parts = steps.map((step, index) => `step${index} AS (${step})`);
  await db.query(`WITH ${parts.join(', ')} SELECT`, values);
}
