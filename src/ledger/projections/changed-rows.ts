import type { Row } from '../../database/index.ts';

/** What has to be written to make rows other rows. */
export interface ChangedRows<T extends Row> {
  readonly gone: readonly T[];
  readonly added: readonly T[];
  /** Rows of a key that was there before, with other cells. */
  readonly other: readonly T[];
}

/** What rows are no longer, what they are and were not, and what is another row of the same key. */
export function changedRows<T extends Row>(
  before: readonly T[],
  after: readonly T[],
  key: readonly string[],
): ChangedRows<T> {
  if (before.length === 0) return { gone: [], added: after, other: [] };
  const left = new Map(before.map((row) => [textOf(row, key), row]));
  const added: T[] = [];
  const other: T[] = [];
  for (const row of after) {
    const text = textOf(row, key);
    const stood = left.get(text);
    left.delete(text);
    if (stood === undefined) added.push(row);
    else if (!haveEqualCells(row, stood)) other.push(row);
  }
  return { gone: [...left.values()], added, other };
}

/** Its cells one after the other: no text of PostgreSQL has a NUL in it. */
function textOf(row: Row, columns: readonly string[]): string {
  let text = '';
  for (const column of columns) text += `${cellText(row[column])}\0`;
  return text;
}

function haveEqualCells(row: Row, other: Row): boolean {
  for (const column in row) {
    if (row[column] !== other[column] && cellText(row[column]) !== cellText(other[column])) {
      return false;
    }
  }
  return true;
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return '-';
  if (typeof value !== 'object') return `+${value as string | number | bigint | boolean}`;
  return `+${JSON.stringify(value, (_, cell) => (typeof cell === 'bigint' ? String(cell) : cell))}`;
}
