import type { Row } from '../../../database/index.ts';

/** What has to be written to make rows other rows. */
export interface ChangedRows<T extends Row> {
  readonly gone: readonly T[];
  readonly added: readonly T[];
}

/** What rows are and no longer are: a row that differs in a cell is gone and added. */
export function changedRows<T extends Row>(
  before: readonly T[],
  after: readonly T[],
): ChangedRows<T> {
  if (before.length === 0) return { gone: [], added: after };
  const left = new Map(before.map((row) => [rowText(row), row]));
  const added = after.filter((row) => !left.delete(rowText(row)));
  return { gone: [...left.values()], added };
}

/** Its cells one after the other: no text of PostgreSQL has a NUL in it. */
function rowText(row: Row): string {
  let text = '';
  for (const column in row) text += cellText(row[column]);
  return text;
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return '\0-';
  if (typeof value === 'object') return `\0+${JSON.stringify(value)}`;
  return `\0+${value as string | number | bigint | boolean}`;
}
