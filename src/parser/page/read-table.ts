import type { FiledLine, SecurityTable } from '../filing.ts';
import { LINES_AT_MOST } from '../limits.ts';
import { columnsOf } from './columns.ts';
import type { PageTable } from './page.ts';
import { readRow } from './read-row.ts';
import type { Refusal } from './row-reader.ts';

/** What the form calls its tables. */
export const TABLE_NAMES: Readonly<Record<SecurityTable, string>> = {
  NON_DERIVATIVE: 'Table I',
  DERIVATIVE: 'Table II',
};

/**
 * The lines of a printed table, and the rows that cannot be read. It stops at so many of these, and
 * at one line more than a filing may have.
 */
export function readTable(
  { table, at, strayAt, headings, rows }: PageTable,
  isForm3: boolean,
  refusalsAtMost: number,
): { readonly lines: readonly FiledLine[]; readonly refusals: readonly Refusal[] } {
  const columns = columnsOf(table, isForm3, headings);
  if (columns === null) {
    const message = `The headings of ${TABLE_NAMES[table]} are not there, or not those of the form: its columns are unknown.`;
    return { lines: [], refusals: [{ at, message }] };
  }
  const lines: FiledLine[] = [];
  const refusals: Refusal[] = [];
  if (strayAt !== null) {
    refusals.push({
      at: strayAt,
      message: `Words of ${TABLE_NAMES[table]} that are in no cell of a row: a row is broken here.`,
    });
  }
  for (const { at, cells } of rows) {
    if (refusals.length >= refusalsAtMost || lines.length > LINES_AT_MOST) break;
    if (cells.every((cell) => cell.read(false).text === '')) continue;
    const read = readRow({ at, cells }, { table, line: lines.length + 1, columns });
    if ('kind' in read) lines.push(read);
    else refusals.push(read);
  }
  return { lines, refusals };
}
