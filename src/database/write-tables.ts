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
import { type Step, stepTogether } from './steps.ts';

/** Rows of one table to be taken away, changed and added; the key is what tells its rows apart. */
export interface ChangedTable {
  readonly table: Table;
  readonly key: readonly string[];
  readonly gone: readonly Row[];
  readonly other: readonly Row[];
  readonly added: readonly Row[];
}

/**
 * Writes the rows of several tables in a transaction's connection, and does what else there is.
 * What is taken away goes first, since another row may have its key. Few rows go in one statement.
 */
export async function writeTables(
  db: Queryable,
  changes: readonly ChangedTable[],
  others: readonly Step[] = [],
): Promise<void> {
  for (const { table, key, gone } of changes) await deleteRows(db, table, key, gone);
  const count = changes.reduce((sum, { other, added }) => sum + other.length + added.length, 0);
  if (count < ROWS_TO_COPY) return stepTogether(db, [...changes.flatMap(stepsOf), ...others]);
  for (const { table, key, other, added } of changes) {
    await updateRows(db, table, key, other);
    await insertRows(db, table, added);
  }
  for (const { text, values } of others) await db.query(text, [...values]);
}

/** The statements of few rows; no row stands twice among them. */
function stepsOf({ table, key, other, added }: ChangedTable): Step[] {
  const update = () => updateText(table, { key, columns: columnsOf(other) }, '$1');
  return [
    ...(other.length === 0 ? [] : [{ text: update(), values: [json(other)] }]),
    ...(added.length === 0 ? [] : [{ text: insertText(table, '$1'), values: [json(added)] }]),
  ];
}
