import { setImmediate as turn } from 'node:timers/promises';
import { copyInto } from './copy-stream.ts';
import { copyText, type Row } from './copy-text.ts';
import type { Queryable } from './database.ts';

/** The tables that rows are inserted into by the set. */
export type Table =
  | 'issuer'
  | 'issuer_name'
  | 'issuer_ticker'
  | 'issuer_former_name'
  | 'issuer_facts'
  | 'person'
  | 'person_name'
  | 'filing'
  | 'filing_owner'
  | 'reported_line'
  | 'former_identity'
  | 'account'
  | 'entry'
  | 'relationship';

/** Rows a statement; keeps one statement's JSON far below what PostgreSQL takes. */
const ROWS_AT_ONCE = 5_000;

/** From so many rows on a COPY is worth its second round trip. */
export const ROWS_TO_COPY = 50;
/** Rows handed over at once; between them the connection is served. */
const ROWS_A_SLICE = 500;

/**
 * Inserts rows of one table in a transaction's connection: many by COPY, few or with a rule for
 * those that are there already as one JSON value a statement. Both ways exact decimals stay text
 * until they are numeric. `onConflict` is SQL written in this project.
 */
export async function insertRows(
  db: Queryable,
  table: Table,
  rows: readonly Row[],
  onConflict = '',
): Promise<void> {
  if (rows.length >= ROWS_TO_COPY && onConflict === '') return copyRows(db, table, rows);
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    await db.query(`${insertText(table, '$1')} ${onConflict}`, [
      json(rows.slice(start, start + ROWS_AT_ONCE)),
    ]);
  }
}

async function copyRows(db: Queryable, table: Table, rows: readonly Row[]): Promise<void> {
  const columns = columnsOf(rows);
  await copyInto(db, `COPY ${table} (${columns.join(', ')}) FROM STDIN`, async (write) => {
    for (let start = 0; start < rows.length; start += ROWS_A_SLICE) {
      await write(copyText(columns, rows.slice(start, start + ROWS_A_SLICE)));
      await turn();
    }
  });
}

/**
 * Gives the rows of one table that have the key of one of these its other cells; cells that are not
 * named stay.
 */
export async function updateRows(
  db: Queryable,
  table: Table,
  key: readonly string[],
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return;
  const text = updateText(table, { key, columns: columnsOf(rows) }, '$1');
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    await db.query(text, [json(rows.slice(start, start + ROWS_AT_ONCE))]);
  }
}

/** The statement that inserts the rows of a JSON list. */
export function insertText(table: Table, list: string): string {
  return `INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, ${list}::jsonb)`;
}

/** The statement that gives rows the cells of those of a JSON list that have their key. */
export function updateText(
  table: Table,
  { key, columns }: { readonly key: readonly string[]; readonly columns: readonly string[] },
  list: string,
): string {
  const cells = columns.filter((column) => !key.includes(column));
  const set = cells.map((column) => `${column} = n.${column}`).join(', ');
  const same = key.map((column) => `t.${column} = n.${column}`).join(' AND ');
  return `UPDATE ${table} t SET ${set}
    FROM jsonb_populate_recordset(NULL::${table}, ${list}::jsonb) n WHERE ${same}`;
}

/** Deletes the rows of one table that have the key of one of these. */
export async function deleteRows(
  db: Queryable,
  table: Table,
  key: readonly string[],
  rows: readonly Row[],
): Promise<void> {
  const same = key.map((column) => `t.${column} = d.${column}`).join(' AND ');
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    await db.query(
      `DELETE FROM ${table} t USING jsonb_populate_recordset(NULL::${table}, $1::jsonb) d WHERE ${same}`,
      [json(rows.slice(start, start + ROWS_AT_ONCE))],
    );
  }
}

/** All columns that one of the rows has. */
export function columnsOf(rows: readonly Row[]): string[] {
  const columns = new Set<string>();
  for (const row of rows) for (const column in row) columns.add(column);
  return [...columns];
}

/** JSON text with bigints as numbers-in-text. */
export function json(value: unknown): string {
  return JSON.stringify(value, (_, item: unknown) =>
    typeof item === 'bigint' ? String(item) : item,
  );
}
