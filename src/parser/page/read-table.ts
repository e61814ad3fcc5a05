import type { FiledLine, SecurityTable } from '../filing.ts';
import { columnsOf } from './columns.ts';
import type { PageTable } from './page.ts';
import { readRow } from './read-row.ts';
import type { Refusal } from './row-reader.ts';

/** What the form calls its tables. */
export const TABLE_NAMES: Readonly<Record<SecurityTable, string>> = {
  NON_DERIVATIVE: 'Table I',
  DERIVATIVE: 'Table II',
};

/** The lines of a printed table, and the rows that cannot be read, of which it stops at so many. */
export function readTable(
  { table, at, strayAt, headings, rows }: PageTable,
  isForm3: boolean,
  refusalsAtMost: number,
): { readonly lines: readonly FiledLine[]; readonly refusals: readonly Refusal[] } {
  const columns = columnsOf(table, isForm3, headings);
  if (columns === null) {
    const message = `The headings of ${TABLE_NAMES[table]} are not there, or not those of the form.`;
    return { lines: [], refusals: [{ at, message }] };
  }
  const lines: FiledLine[] = [];
  const refusals: Refusal[] = [];
  if (strayAt !== null) {
    refusals.push({ at: strayAt, message: `In ${TABLE_NAMES[table]}, but in no cell of a row.` });
  }
  for (const row of rows) {
    if (refusals.length >= refusalsAtMost) break;
    if (row.cells.every((cell) => cell.read(false).text === '')) continue;
    const read = readRow(row, { table, line: lines.length + 1, columns });
    if ('kind' in read) lines.push(read);
    else refusals.push(read);
  }
  return { lines, refusals };
}
